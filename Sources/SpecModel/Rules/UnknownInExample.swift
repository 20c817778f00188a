// Keys of example responses that the spec does not know.

import SpecSyntax

extension Rule {
    static let unknownInExample = Rule(
        "unknown-in-example",
        "Every key of an example response is a field of its type.", severity: .warning,
        failing: Example(
            .fields,
            #"""
            id: { type: integer, about: "Number that the server gave it." }
            """#,
            response: #"[{ "id": 7, "level": "private", "size": 3 }]"#),
        passing: Example(
            .fields,
            #"""
            id: { type: integer, about: "Number that the server gave it." }
            size: { type: integer, about: "How large it is." }
            """#,
            response: #"[{ "id": 7, "level": "private", "size": 3 }]"#))
}
