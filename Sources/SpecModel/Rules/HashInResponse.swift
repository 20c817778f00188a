// A hash of requests, in a response.

import SpecSyntax

extension Rule {
    static let hashInResponse = Rule(
        "hash-in-response",
        "Responses contain types; hashes are for requests.",
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
                returns: Extra
            hashes:
              Extra:
                about: "Further wishes."
                attributes:
                  loud: { type: boolean, about: "Responses in capitals." }
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
                  extra: { type: Extra, about: "How to respond." }
            hashes:
              Extra:
                about: "Further wishes."
                attributes:
                  loud: { type: boolean, about: "Responses in capitals." }
            """#))
}
