// Suppressions of rules that cannot be suppressed.

import SpecSyntax

extension Rule {
    static let wrongSuppression = Rule(
        "wrong-suppression",
        "A suppression names a rule that is a warning, and gives a reason.",
        failing: Example(
            .rows,
            #"""
            archived: { type: boolean, suppress: { unknown-key: "It is new." }, about: "Hides it from most lists." }
            """#,
            isSeenBySchema: true),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it from most lists." }
            """#))
}
