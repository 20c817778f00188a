// Names that generated code reserves.

import SpecSyntax

extension Rule {
    static let reservedName = Rule(
        "reserved-name",
        "The Swift name of a row, an operation or a resource is not reserved.",
        failing: Example(
            .rows,
            #"""
            self: { type: string, about: "Address that it is found at." }
            """#),
        passing: Example(
            .rows,
            #"""
            self: { type: string, as: address, about: "Address that it is found at." }
            """#))
}
