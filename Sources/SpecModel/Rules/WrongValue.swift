// An invalid value of a key.

import SpecSyntax

extension Rule {
    static let wrongValue = Rule(
        "wrong-value",
        "The value of a key has the right kind.",
        failing: Example(
            .rows,
            #"""
            archived: { type: boolean, tier: premuim, about: "Hides it from most lists." }
            """#,
            isSeenBySchema: true),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, tier: premium, about: "Hides it from most lists." }
            """#))
}
