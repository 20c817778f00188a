// A content that is neither the whole body nor encoded.

import SpecSyntax

extension Rule {
    static let wrongContent = Rule(
        "wrong-content",
        "`content` is the only attribute of a body, or another attribute says how it is encoded.",
        failing: Example(
            .operation,
            #"""
            PUT: /things
            about: "Stores a file."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: Thing
            body:
              file: { type: content, required: true, about: "File to store." }
              name: { type: string, about: "Name shown to people." }
            """#),
        passing: Example(
            .operation,
            #"""
            PUT: /things
            about: "Stores a file."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: Thing
            query:
              name: { type: string, about: "Name shown to people." }
            body:
              file: { type: content, required: true, about: "File to store." }
            """#))
}
