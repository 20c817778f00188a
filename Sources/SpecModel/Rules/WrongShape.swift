// A list or a text where a mapping belongs.

import SpecSyntax

extension Rule {
    static let wrongShape = Rule(
        "wrong-shape",
        "Rows and declarations are mappings.",
        failing: Example(
            .rows,
            #"""
            archived: boolean
            """#,
            isSeenBySchema: true),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it from most lists." }
            """#))
}
