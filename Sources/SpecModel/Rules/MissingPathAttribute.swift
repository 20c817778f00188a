// A placeholder in a path without a row.

import SpecSyntax

extension Rule {
    static let missingPathAttribute = Rule(
        "missing-path-attribute",
        "Every placeholder of a path has its row.",
        failing: Example(
            .operation,
            #"""
            PUT: /things/:id
            about: "Changes what is given."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: Thing
            """#),
        passing: Example(
            .operation,
            #"""
            PUT: /things/:id
            about: "Changes what is given."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: Thing
            path:
              id: { type: id_or_path, of: project, required: true, about: "Number that the server gave it." }
            """#))
}
