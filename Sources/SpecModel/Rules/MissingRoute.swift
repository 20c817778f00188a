// An operation without its method and path.

import SpecSyntax

extension Rule {
    static let missingRoute = Rule(
        "missing-route",
        "An operation has a method and a path.",
        failing: Example(
            .operation,
            #"""
            about: "Changes what is given."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: Thing
            """#,
            isSeenBySchema: true),
        passing: Example(
            .operation,
            #"""
            PUT: /things
            about: "Changes what is given."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: Thing
            """#))
}
