// Enum values that Swift would confuse with cases of Optional.

import SpecSyntax

extension Rule {
    static let optionalCaseName = Rule(
        "optional-case-name",
        "No Swift name of an enum value is `none` or `some`.",
        failing: Example(
            .values,
            #"""
            none: { about: "Nobody at all." }
            """#),
        passing: Example(
            .values,
            #"""
            none: { as: nobody, about: "Nobody at all." }
            """#))
}
