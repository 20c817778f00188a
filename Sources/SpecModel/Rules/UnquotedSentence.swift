// A sentence without quotes, whose comma ends it in YAML.

import SpecSyntax

extension Rule {
    static let unquotedSentence = Rule(
        "unquoted-sentence",
        "A sentence is quoted.",
        failing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: Hides it from lists, not from searches }
            """#,
            isSeenBySchema: true),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it from lists, not from searches." }
            """#))
}
