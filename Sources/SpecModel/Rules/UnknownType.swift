// A type that nobody declares.

import SpecSyntax

extension Rule {
    static let unknownType = Rule(
        "unknown-type",
        "A type is one of the language, or a declared one.",
        failing: Example(
            .rows,
            #"""
            archived: { type: bolean, about: "Hides it from most lists." }
            """#,
            isSeenBySchema: true),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it from most lists." }
            """#))
}
