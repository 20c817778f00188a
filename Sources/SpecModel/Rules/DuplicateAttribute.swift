// The same attribute twice in an operation or a hash.

import SpecSyntax

extension Rule {
    static let duplicateAttribute = Rule(
        "duplicate-attribute",
        "An operation has each attribute once, from its own rows or from a table.",
        failing: Example(
            .operation,
            #"""
            PUT: /things
            about: "Changes what is given."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: Thing
            body:
              name: { type: string, about: "Name shown to people." }
            query:
              name: { type: string, about: "Name shown to people." }
            """#),
        passing: Example(
            .operation,
            #"""
            PUT: /things
            about: "Changes what is given."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: Thing
            body:
              name: { type: string, about: "Name shown to people." }
            """#))
}
