// What only requests carry, in an answer.

import SpecSyntax

extension Rule {
    static let hashInAnswer = Rule(
        "hash-in-answer",
        "Answers hold types; hashes are for requests.",
        failing: Example(
            .file,
            #"""
            resource: { name: pings, type: Pings, about: "Signs of life." }
            operations:
              ping:
                GET: /version
                request: Ping
                about: "Asks whether somebody is there."
                docs: https://docs.gitlab.com/api/projects/
                returns: Extra
            hashes:
              Extra:
                about: "Further wishes."
                attributes:
                  loud: { type: boolean, about: "Answers in capitals." }
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
                docs: https://docs.gitlab.com/api/projects/
                returns: nothing
                query:
                  extra: { type: Extra, about: "How to answer." }
            hashes:
              Extra:
                about: "Further wishes."
                attributes:
                  loud: { type: boolean, about: "Answers in capitals." }
            """#))
}
