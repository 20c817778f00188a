// A number that stands for two values of an enum.

import SpecSyntax

extension Rule {
    static let duplicateValue = Rule(
        "duplicate-value",
        "The values of an integer enum have different numbers.",
        failing: Example(
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
                query:
                  depth: { type: Depth, about: "How far to look." }
            enums:
              Depth:
                about: "A distance."
                type: integer
                values:
                  near: { value: 1, about: "Only around here." }
                  far:  { value: 1, about: "Behind the hills as well." }
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
                query:
                  depth: { type: Depth, about: "How far to look." }
            enums:
              Depth:
                about: "A distance."
                type: integer
                values:
                  near: { value: 1, about: "Only around here." }
                  far:  { value: 2, about: "Behind the hills as well." }
            """#))
}
