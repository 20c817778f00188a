// Types of which there is no example response at all.

import SpecSyntax

extension Rule {
    static let typeWithoutExample = Rule(
        "type-without-example",
        "A type has an example response, of its own or within another one.", severity: .warning,
        failing: Example(
            .fields,
            #"""
            id: { type: integer, about: "Number that the server gave it." }
            """#,
            response: #"[]"#),
        passing: Example(
            .fields,
            #"""
            id: { type: integer, about: "Number that the server gave it." }
            """#,
            response: #"[{ "id": 7, "level": "private" }]"#))
}
