// A constraint on an unknown attribute.

import SpecSyntax

extension Rule {
    static let unknownAttribute = Rule(
        "unknown-attribute",
        "A constraint names attributes of its operation.",
        failing: Example(
            .operation,
            #"""
            PUT: /things
            about: "Changes what is given."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: Thing
            body:
              name: { type: string, about: "Name shown to people." }
            constraints:
              - at_least_one_of: [nmae]
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
            constraints:
              - at_least_one_of: [name]
            """#))
}
