// An operation without its method and path.

import SpecSyntax

extension Rule {
    static let missingRoute = Rule(
        "missing-route",
        "An operation has a method and a path.",
        failing: Example(
            .operation,
            #"""
            request: EditThing
            about: "Changes what is given."
            docs: https://docs.gitlab.com/api/projects/
            returns: Thing
            """#,
            isSeenBySchema: true),
        passing: Example(
            .operation,
            #"""
            PUT: /things
            request: EditThing
            about: "Changes what is given."
            docs: https://docs.gitlab.com/api/projects/
            returns: Thing
            """#))
}
