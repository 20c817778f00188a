// Waivers of what can not be waived.

import SpecSyntax

extension Rule {
    static let wrongWaiver = Rule(
        "wrong-waiver",
        "A waiver names a rule that is a warning, and gives a reason.",
        failing: Example(
            .rows,
            #"""
            archived: { type: boolean, waive: { unknown-key: "It is new." }, about: "Hides it from most lists." }
            """#,
            isSeenBySchema: true),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it from most lists." }
            """#))
}
