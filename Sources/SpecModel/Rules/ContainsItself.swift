// A type that holds itself, which no Swift struct can.

import SpecSyntax

extension Rule {
    static let containsItself = Rule(
        "contains-itself",
        "A type contains itself only in an array or a hash.",
        failing: Example(
            .fields,
            #"""
            parent: { type: Thing, about: "Thing that it belongs to." }
            """#),
        passing: Example(
            .fields,
            #"""
            parents: { type: [Thing], about: "Thing that it belongs to." }
            """#))
}
