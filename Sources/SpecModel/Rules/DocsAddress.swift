// Links that lead out of GitLab's documentation.

import SpecSyntax

extension Rule {
    static let docsAddress = Rule(
        "docs-address",
        "A docs URL leads to a page of https://docs.gitlab.com.", severity: .warning,
        failing: Example(
            .operation,
            #"""
            PUT: /things
            request: EditThing
            about: "Changes what is given."
            docs: http://docs.gitlab.com/api/projects/
            returns: Thing
            """#,
            isSeenBySchema: true),
        passing: Example(
            .operation,
            #"""
            PUT: /things
            request: EditThing
            about: "Changes what is given."
            docs: https://docs.gitlab.com/api/projects/
            returns: Thing
            """#))
}

extension Lint {
    func checkDocsAddresses() {
        var addresses = api.resources.compactMap(\.docs) + api.resources.flatMap(\.operations).map(\.docs)
        addresses += api.models.compactMap(\.docs) + api.enums.compactMap(\.docs)
        for address in addresses
        where !address.value.isEmpty && !address.value.hasPrefix("https://docs.gitlab.com/") {
            let start = "http://docs.gitlab.com/"
            let secure = "https" + address.value.dropFirst(4)
            diagnostics.report(
                .docsAddress, "'\(address.value)' is no page of GitLab's documentation", at: address.range,
                fix: address.value.hasPrefix(start)
                    ? Fix("write \(secure)", edits: [Fix.Edit(address.range, secure)])
                    : Fix("write https://docs.gitlab.com/api/… as the address bar shows it"))
        }
    }
}
