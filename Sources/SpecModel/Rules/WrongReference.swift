// The key `of` on a type that names nothing.

import SpecSyntax

extension Rule {
    static let wrongReference = Rule(
        "wrong-reference",
        "Only an ID or path says what it names, and only a type with an integer `id` identifies something.",
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
