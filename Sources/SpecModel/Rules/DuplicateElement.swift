// The same name twice in a list.

import SpecSyntax

extension Rule {
    static let duplicateElement = Rule(
        "duplicate-element",
        "A list of names contains each name once.", severity: .warning,
        failing: Example(
            .operation,
            #"""
            GET: /things
            request: ListThings
            about: "Lists what is there."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: [Thing]
            offering: [gitlab.com, gitlab.com]
            """#,
            isSeenBySchema: true),
        passing: Example(
            .operation,
            #"""
            GET: /things
            request: ListThings
            about: "Lists what is there."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: [Thing]
            offering: [gitlab.com]
            """#))
}
