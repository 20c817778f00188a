// An operation with two methods.

import SpecSyntax

extension Rule {
    static let oneRoute = Rule(
        "one-route",
        "An operation has one method and path.",
        failing: Example(
            .operation,
            #"""
            PUT: /things
            PATCH: /things
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
