// An ID or a path without the kind of thing that it names.

import SpecSyntax

extension Rule {
    static let missingReference = Rule(
        "missing-reference",
        "An ID or path says what it names, so that nothing else can be given in its place.",
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
