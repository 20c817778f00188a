// An operation that does not say where GitLab documents it.

import SpecSyntax

extension Rule {
    static let missingDocs = Rule(
        "missing-docs",
        "An operation names its page in GitLab's documentation.",
        failing: Example(
            .operation,
            #"""
            DELETE: /things/archive
            request: DeleteArchive
            about: "Removes what was archived."
            returns: Thing
            """#,
            isSeenBySchema: true),
        passing: Example(
            .operation,
            #"""
            DELETE: /things/archive
            request: DeleteArchive
            about: "Removes what was archived."
            docs: https://docs.gitlab.com/api/projects/
            returns: Thing
            """#))
}
