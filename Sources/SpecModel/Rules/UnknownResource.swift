// A resource within an unknown one.

import SpecSyntax

extension Rule {
    static let unknownResource = Rule(
        "unknown-resource",
        "The parent of a resource is another resource of the spec.",
        failing: Example(
            .file,
            #"""
            resource: { name: pings, type: Pings, about: "Signs of life.", within: project }
            operations:
              ping:
                GET: /version
                request: Ping
                about: "Asks whether somebody is there."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: nothing
            """#),
        passing: Example(
            .file,
            #"""
            resource: { name: pings, type: Pings, about: "Signs of life." }
            operations:
              ping:
                GET: /version
                request: Ping
                about: "Asks whether somebody is there."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: nothing
            """#))
}
