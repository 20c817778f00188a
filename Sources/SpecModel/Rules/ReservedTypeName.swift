// Types with the name of one that every program imports.

import SpecSyntax

extension Rule {
    static let reservedTypeName = Rule(
        "reserved-type-name",
        "No type has the name of a type of Swift, Foundation, SwiftUI or the runtime.",
        failing: Example(
            .file,
            #"""
            resource: { name: pings, type: Pings, about: "Signs of life." }
            operations:
              ping:
                GET: /version
                request: Task
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
                request: TaskRequest
                about: "Asks whether somebody is there."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: nothing
            """#))
}
