// Operations that belong to no resource.

import SpecSyntax

extension Rule {
    static let missingResource = Rule(
        "missing-resource",
        "Operations stand in the file of their resource.",
        failing: Example(
            .file,
            #"""
            operations:
              ping:
                GET: /version
                request: Ping
                about: "Asks whether somebody is there."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: nothing
            """#,
            isSeenBySchema: true),
        passing: Example(
            .file,
            #"""
            resource:
              name: pings
              type: Pings
              about: "Signs of life."
            operations:
              ping:
                GET: /version
                request: Ping
                about: "Asks whether somebody is there."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: nothing
            """#))
}
