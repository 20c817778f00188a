// Types of which there is no example answer at all.

import SpecSyntax

extension Rule {
    static let typeWithoutExample = Rule(
        "type-without-example",
        "A type has an example answer, of its own or within another one.", severity: .warning,
        failing: Example(
            .fields,
            #"""
            id: { type: integer, about: "Number that the server gave it." }
            """#,
            answer: #"[]"#),
        passing: Example(
            .fields,
            #"""
            id: { type: integer, about: "Number that the server gave it." }
            """#,
            answer: #"[{ "id": 7, "level": "private" }]"#))
}
