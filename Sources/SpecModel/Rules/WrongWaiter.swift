// A waiter that does not fit the response, or a follower without a waiter.

import SpecSyntax

extension Rule {
    static let wrongWaiter = Rule(
        "wrong-waiter",
        "A waiter waits for values of a boolean or an enum in the response of a GET, and a follower for a waiter.",
        failing: Example(
            .file,
            #"""
            resource: { name: things, type: Things, about: "Things that get ready." }
            operations:
              get:
                GET: /things/first
                about: "Gets the first thing."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: Thing
                waiters:
                  ready: { field: readyness, ends: ["true"], about: "Waits until the thing can be used." }
            types:
              Thing:
                about: "Something that takes time to make."
                docs: https://docs.gitlab.com/api/projects/
                fields:
                  ready: { type: boolean, about: "False while it is being made." }
            """#),
        passing: Example(
            .file,
            #"""
            resource: { name: things, type: Things, about: "Things that get ready." }
            operations:
              get:
                GET: /things/first
                about: "Gets the first thing."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: Thing
                waiters:
                  ready: { field: ready, ends: ["true"], about: "Waits until the thing can be used." }
            types:
              Thing:
                about: "Something that takes time to make."
                docs: https://docs.gitlab.com/api/projects/
                fields:
                  ready: { type: boolean, about: "False while it is being made." }
            """#))
}
