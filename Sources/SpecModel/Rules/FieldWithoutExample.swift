// Fields that no example response holds: the name may be wrong, or GitLab may have dropped it.

import SpecSyntax

extension Rule {
    static let fieldWithoutExample = Rule(
        "field-without-example",
        "A field is in an example response of its type, below `spec/examples`.", severity: .warning,
        failing: Example(
            .fields,
            #"""
            id: { type: integer, about: "Number that the server gave it." }
            size: { type: integer, about: "How large it is." }
            """#,
            response: #"[{ "id": 7, "level": "private" }]"#),
        passing: Example(
            .fields,
            #"""
            id: { type: integer, about: "Number that the server gave it." }
            size: { type: integer, about: "How large it is." }
            """#,
            response: #"[{ "id": 7, "level": "private", "size": 3 }]"#))
}
