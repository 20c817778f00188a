// Something without a sentence on its meaning.

import SpecSyntax

extension Rule {
    static let missingSentence = Rule(
        "missing-sentence",
        "Every declaration of the spec has a sentence.",
        failing: Example(
            .rows,
            #"""
            archived: { type: boolean }
            """#,
            isSeenBySchema: true),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it from most lists." }
            """#))
}
