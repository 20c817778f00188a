// A key that the spec language does not have there.

import SpecSyntax

extension Rule {
    static let unknownKey = Rule(
        "unknown-key",
        "A mapping has no unknown keys.",
        failing: Example(
            .rows,
            #"""
            archived: { type: boolean, secert: true, about: "Hides it from most lists." }
            """#,
            isSeenBySchema: true),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, secret: true, about: "Hides it from most lists." }
            """#))
}
