// Two names that become one in Swift.

import SpecSyntax

extension Rule {
    static let sameSwiftName = Rule(
        "same-swift-name",
        "The rows of a table have different Swift names.",
        failing: Example(
            .rows,
            #"""
            links: { type: integer, about: "How many pages name it." }
            _links: { type: string, about: "Address of a page that names it." }
            """#),
        passing: Example(
            .rows,
            #"""
            links: { type: integer, about: "How many pages name it." }
            _links: { type: string, as: origin, about: "Address of a page that names it." }
            """#))
}
