// A table that nobody declares.

import SpecSyntax

extension Rule {
    static let unknownTable = Rule(
        "unknown-table",
        "A shared table is declared in some file of the spec.",
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
                query_tables: [pagin]
            tables:
              paging:
                page: { type: integer, about: "Which part of the list to get." }
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
                query_tables: [paging]
            tables:
              paging:
                page: { type: integer, about: "Which part of the list to get." }
            """#))
}
