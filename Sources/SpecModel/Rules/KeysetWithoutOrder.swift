// Keyset pages that cannot be requested.

import SpecSyntax

extension Rule {
    static let keysetWithoutOrder = Rule(
        "keyset-without-order",
        "A list with keyset pages has offset pages too, and states the order that they need in a constraint.",
        failing: Example(
            .file,
            #"""
            resource: { name: pings, type: Pings, about: "Signs of life." }
            operations:
              list:
                GET: /pings
                about: "Asks who is there."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: [string]
                pages: [offset, keyset]
                query: { order_by: { type: string, about: "Field to sort by." } }
            tables:
              offset_paging: { page: { type: integer, about: "Which part of the list to get." } }
              keyset_paging: { pagination: { type: string, about: "How the list is divided." } }
            """#),
        passing: Example(
            .file,
            #"""
            resource: { name: pings, type: Pings, about: "Signs of life." }
            operations:
              list:
                GET: /pings
                about: "Asks who is there."
                docs: https://docs.gitlab.com/api/projects/#things
                returns: [string]
                pages: [offset, keyset]
                query: { order_by: { type: string, about: "Field to sort by." } }
                constraints: [{ attribute: pagination, needs: { order_by: id } }]
            tables:
              offset_paging: { page: { type: integer, about: "Which part of the list to get." } }
              keyset_paging: { pagination: { type: string, about: "How the list is divided." } }
            """#))
}
