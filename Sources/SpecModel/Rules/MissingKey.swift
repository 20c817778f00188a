// A required key that is missing.

import SpecSyntax

extension Rule {
    static let missingKey = Rule(
        "missing-key",
        "A mapping has all required keys.",
        failing: Example(
            .rows,
            #"""
            archived: { about: "Hides it from most lists." }
            """#,
            isSeenBySchema: true),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it from most lists." }
            """#))
}
