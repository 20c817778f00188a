// A type that only requests can have, in a response.

import SpecSyntax

extension Rule {
    static let requestOnlyType = Rule(
        "request-only-type",
        "`file`, `content` and `id_or_path` are for requests only.",
        failing: Example(
            .fields,
            #"""
            id: { type: id_or_path, about: "Number that the server gave it." }
            """#),
        passing: Example(
            .fields,
            #"""
            id: { type: integer, about: "Number that the server gave it." }
            """#))
}
