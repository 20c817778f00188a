// An optional attribute in a path.

import SpecSyntax

extension Rule {
    static let optionalPathAttribute = Rule(
        "optional-path-attribute",
        "An attribute of a path is required.",
        failing: Example(
            .operation,
            #"""
            PUT: /things/:id
            about: "Changes what is given."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: Thing
            path:
              id: { type: id_or_path, of: project, about: "Number that the server gave it." }
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
