// Links that lead out of GitLab's documentation.

import SpecSyntax

extension Rule {
    static let docsAddress = Rule(
        "docs-address",
        "The address of a page is one of https://docs.gitlab.com.", severity: .warning,
        failing: Example(
            .operation,
            #"""
            PUT: /things
            about: "Changes what is given."
            docs: http://docs.gitlab.com/api/projects/#things
            returns: Thing
            """#,
            isSeenBySchema: true),
        passing: Example(
            .operation,
            #"""
            PUT: /things
            about: "Changes what is given."
            docs: https://docs.gitlab.com/api/projects/#things
            returns: Thing
            """#))
}

extension Located<String> {
    /// Whether it is a place on a page: `#list-all-projects`.
    var isAnchor: Bool { value.hasPrefix("#") }
}

extension Lint {
    func checkDocsAddresses() {
        let operations = declarations.resources.flatMap(\.operations)
        var addresses = api.resources.compactMap(\.docs)
        addresses += operations.compactMap { $0.keys.text("docs") }.filter { !$0.isAnchor }
        addresses += api.models.compactMap(\.docs) + api.enums.compactMap(\.docs)
        addresses += api.events.map(\.docs)
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
