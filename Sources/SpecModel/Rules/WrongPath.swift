// An invalid path.

import SpecSyntax

extension Rule {
    static let wrongPath = Rule(
        "wrong-path",
        "A path starts with a slash and is relative to /api/v4.",
        failing: Example(
            .operation,
            #"""
            PUT: things
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
