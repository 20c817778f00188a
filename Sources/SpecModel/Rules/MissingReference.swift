// An ID or a path without the kind of thing that it names.

import SpecSyntax

extension Rule {
    static let missingReference = Rule(
        "missing-reference",
        "An `id_or_path` states what it refers to, so that nothing else can be passed.",
        failing: Example(
            .rows,
            #"""
            parent: { type: id_or_path, about: "Where it belongs, by number or by full path." }
            """#),
        passing: Example(
            .rows,
            #"""
            parent: { type: id_or_path, of: project, about: "Where it belongs, by number or by full path." }
            """#))
}
