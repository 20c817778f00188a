// The table of the article: for every operation, how far it is imitated.

import GitLab

/// How the GitLab in memory responds to the operations of the client.
package struct ImitationTable: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// It reads or changes what is kept.
        case kept
        /// It shows what a test has put there, and an example before.
        case seeded
        /// A read whose response is an example.
        case example
        /// It is accepted and changes nothing; the response is an example.
        case accepted
        /// A file whose content is fixed.
        case file
    }

    package struct Row: Sendable {
        package let operation: String
        /// `GET /projects/:id/badges`, one for each path.
        package let routes: [String]
        package let module: String
        package let kind: Kind
        /// The attributes of a list that choose nothing.
        package let filtersNotApplied: [String]
    }

    package let rows: [Row]

    /// The table of all operations.
    package init() {
        let table = OperationTable.shared
        let map = ResourceMap(table)
        rows = table.operations.map { operation in
            let matches = operation.paths.enumerated().map { index, path in
                RouteMatch(operation: operation, path: index, pattern: RoutePattern(path))
            }
            let kinds = matches.map { Self.kind(of: $0, map) }
            let isList = matches.contains { Imitation($0, map: map) == .list }
            let filter = matches.first.map { ItemFilter(table: table, match: $0) }
            let unapplied = operation.attributes.filter { $0.location == "query" && filter?.applies($0.name) == false }
            // An operation is as far imitated as on the least of its paths.
            return Row(
                operation: operation.name, routes: operation.paths.map { "\(operation.method) \($0)" },
                module: operation.module, kind: Kind.allCases.last(where: kinds.contains) ?? .example,
                filtersNotApplied: isList && kinds.contains(.kept) ? unapplied.map(\.name) : [])
        }
    }

    package func count(of kind: Kind) -> Int { rows.count { $0.kind == kind } }

    private static func kind(of match: RouteMatch, _ map: ResourceMap) -> Kind {
        if projectActions.contains("\(match.operation.method) \(match.pattern.shape)") { return .kept }
        let shape = match.pattern.shape
        return switch Imitation(match, map: map) {
        case .list: isKept(map.collections[shape]) ? .kept : .seeded
        case .item: isKept(map.collections[match.pattern.parent.shape]) ? .kept : .seeded
        case .addition, .action, .named, .single: .kept
        case .example where match.operation.response == .download: .file
        case .example: match.operation.method == "GET" ? .example : .accepted
        }
    }

    private static func isKept(_ collection: CollectionShape?) -> Bool {
        collection.map { $0.hasState || $0.source != nil } ?? false
    }

    /// The actions on projects that follow rules of their own.
    private static let projectActions: Set<String> = [
        "POST /projects/:/archive", "POST /projects/:/unarchive", "POST /projects/:/restore", "POST /projects/:/star",
        "POST /projects/:/unstar", "POST /projects/:/share", "DELETE /projects/:/share/:", "PUT /projects/:/transfer",
        "POST /groups/:/projects/:",
    ]
}

extension ImitationTable {
    /// The page of the documentation.
    package var page: String {
        let modules = Set(rows.map(\.module)).sorted()
        return
            (head
            + modules.flatMap { module in
                [
                    "", "## \(module)", "", "| operation | route | response | filters that do nothing |",
                    "| --- | --- | --- | --- |",
                ]
                    + rows.filter { $0.module == module }.sorted { $0.operation < $1.operation }.map(\.line)
            }).map { $0 + "\n" }.joined()
    }

    private var head: [String] {
        let counts = Kind.allCases.map { "| \($0.word) | \(count(of: $0)) | \($0.meaning) |" }
        return [
            "# Imitated operations", "", "How ``InMemoryGitLab`` responds to each operation of the client.", "",
            "## Overview", "", "`make imitation` writes this page from the spec.", "",
            "| response | operations | meaning |", "| --- | --- | --- |",
        ] + counts
    }
}

extension ImitationTable.Row {
    fileprivate var line: String {
        let routes = routes.map { "`\($0)`" }.joined(separator: ", ")
        let filters = filtersNotApplied.map { "`\($0)`" }.joined(separator: ", ")
        return "| `\(operation)` | \(routes) | \(kind.word) | \(filters) |"
    }
}

extension ImitationTable.Kind {
    fileprivate var word: String {
        switch self {
        case .kept: "with state"
        case .seeded: "seeded"
        case .example: "example"
        case .accepted: "accepted"
        case .file: "fixed file"
        }
    }

    fileprivate var meaning: String {
        switch self {
        case .kept: "reads or changes what is kept in memory"
        case .seeded: "shows what `seed` has put there, and the example of the type before; no operation adds to it"
        case .example: "reads, and responds with the example of the type"
        case .accepted:
            "is checked, changes nothing, and responds with the example of the type; its effects are not imitated"
        case .file: "responds with the same few bytes; the content of files is not kept"
        }
    }
}
