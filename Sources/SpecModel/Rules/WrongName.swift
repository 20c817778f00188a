// An invalid name.

import SpecSyntax

extension Rule {
    static let wrongName = Rule(
        "wrong-name",
        "Types start with a capital, methods with a small letter; wire names have no brackets and no spaces.",
        failing: Example(
            .rows,
            #"""
            archived[]: { type: boolean, about: "Hides it from most lists." }
            """#,
            isSeenBySchema: true),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it from most lists." }
            """#))
}
