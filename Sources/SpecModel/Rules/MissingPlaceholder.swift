// A row of the path that the path does not name.

import SpecSyntax

extension Rule {
    static let missingPlaceholder = Rule(
        "missing-placeholder",
        "Every row of a path has its placeholder.",
        failing: Example(
            .operation,
            #"""
            PUT: /things
            about: "Changes what is given."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: Thing
            path:
              id: { type: id_or_path, of: project, required: true, about: "Number that the server gave it." }
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
