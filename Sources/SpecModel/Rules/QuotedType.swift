// An array or a hash type in quotes.

import SpecSyntax

extension Rule {
    static let quotedType = Rule(
        "quoted-type",
        "A type is written without quotes: in quotes it is a string.",
        failing: Example(
            .rows,
            #"""
            labels: { type: "[string]", about: "Words to find it by." }
            """#,
            isSeenBySchema: true),
        passing: Example(
            .rows,
            #"""
            labels: { type: [string], about: "Words to find it by." }
            """#))
}
