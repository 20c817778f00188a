// A case of a parent that is not declared.

import SpecSyntax

extension Rule {
    static let unknownParent = Rule(
        "unknown-parent",
        "The cases below 'parents' are those of the parent that the path of the operation begins with.",
        failing: Example(
            .file,
            #"""
            resource: { name: pings, type: Pings, about: "Signs of life.", parents: [sea] }
            operations:
              get:
                GET: /:place/ping
                about: "Asks whether somebody is there."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: nothing
            parents:
              Place:
                about: "Somewhere that people live."
                label: at
                cases:
                  town: { path: /towns, about: "All the towns together." }
                  village: { path: /villages, about: "All the villages together." }
            """#),
        passing: Example(
            .file,
            #"""
            resource: { name: pings, type: Pings, about: "Signs of life.", parents: [village] }
            operations:
              get:
                GET: /:place/ping
                about: "Asks whether somebody is there."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: nothing
            parents:
              Place:
                about: "Somewhere that people live."
                label: at
                cases:
                  town: { path: /towns, about: "All the towns together." }
                  village: { path: /villages, about: "All the villages together." }
            """#))
}
