// Facts about a value that cannot all be true.

import SpecSyntax

extension Rule {
    static let contradictingLimits = Rule(
        "contradicting-limits",
        "A minimum is not above the maximum, and a default is within the limits.",
        failing: Example(
            .rows,
            #"""
            count: { type: integer, minimum: 10, maximum: 1, about: "How many of it are in stock." }
            """#),
        passing: Example(
            .rows,
            #"""
            count: { type: integer, minimum: 1, maximum: 10, about: "How many of it are in stock." }
            """#))
}
