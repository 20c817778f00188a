// An operation without a link to GitLab's documentation.

import SpecSyntax

extension Rule {
    static let missingDocs = Rule(
        "missing-docs",
        "An operation or its resource names the page in GitLab's documentation.",
        failing: Example(
            .operation,
            #"""
            DELETE: /things/archive
            request: DeleteArchive
            about: "Removes what was archived."
            returns: Thing
            """#),
        passing: Example(
            .operation,
            #"""
            DELETE: /things/archive
            request: DeleteArchive
            about: "Removes what was archived."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: Thing
            """#))
}
