// The key `of` on a type that names nothing.

import SpecSyntax

extension Rule {
    static let wrongReference = Rule(
        "wrong-reference",
        "Only an `id_or_path` has `of`, and only a type with an integer `id` has `identifies`.",
        failing: Example(
            .rows,
            #"""
            parent: { type: integer, of: project, about: "Where it belongs, by number." }
            """#),
        passing: Example(
            .rows,
            #"""
            parent: { type: integer, about: "Where it belongs, by number." }
            """#))
}
