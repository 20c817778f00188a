// An invalid type expression.

import SpecSyntax

extension Rule {
    static let wrongType = Rule(
        "wrong-type",
        "An array has one type of elements, and an open hash maps strings to one type.",
        failing: Example(
            .rows,
            #"""
            archived: { type: [string, integer], about: "Hides it from most lists." }
            """#,
            isSeenBySchema: true),
        passing: Example(
            .rows,
            #"""
            archived: { type: [string], about: "Hides it from most lists." }
            """#))
}
