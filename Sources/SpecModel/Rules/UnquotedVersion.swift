// A version without quotes, which YAML tools read as a number.

import SpecSyntax

extension Rule {
    static let unquotedVersion = Rule(
        "unquoted-version",
        "A version is quoted: 17.10 without quotes is 17.1.",
        failing: Example(
            .rows,
            #"""
            archived: { type: boolean, since: 17.10, about: "Hides it from most lists." }
            """#,
            isSeenBySchema: true),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, since: "17.10", about: "Hides it from most lists." }
            """#))
}
