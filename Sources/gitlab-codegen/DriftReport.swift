// `gitlab-codegen drift --format markdown`: the differences for people who decide what to do about them.
//
//     # Drift
//
//     api.yaml is OpenAPI 3.0.0, known as sample: 1 operations compared, 0 differences accepted by 0 entries.
//
//     | Difference | Count | For users of the client | To follow the document |
//     |---|--:|---|---|
//     | New attributes | 1 | Requests cannot set them; `CustomRequest` can. | minor version |
//
//     ## New in the document
//
//     ### New attributes
//
//     * 'license' of GET /projects/:id (boolean) is not in the spec (`api.yaml:8`)

import SpecComparison
import SpecModel
import SpecSyntax

/// A comparison with a document as Markdown.
struct DriftReport {
    private let summary: String
    private let differences: [DriftKind: [Diagnostic]]
    /// Entries of the spec that accept no difference.
    private let others: [Diagnostic]

    /// - Parameter summary: the comparison in one line.
    init(_ diagnostics: [Diagnostic], summary: String) {
        self.summary = summary
        let kinds = diagnostics.map { ($0, DriftKind(rawValue: $0.rule)) }
        differences = Dictionary(grouping: kinds.filter { $0.1 != nil }, by: { $0.1 ?? .missingOperation })
            .mapValues { $0.map(\.0) }
        others = kinds.filter { $0.1 == nil }.map(\.0)
    }

    var text: String {
        let parts = ["# Drift", summary.markdown, overview] + DriftKind.Part.allCases.flatMap(sections) + maintenance
        return parts.joined(separator: "\n\n") + "\n"
    }

    private func kinds(in part: DriftKind.Part) -> [DriftKind] {
        DriftKind.allCases.filter { $0.part == part && differences[$0] != nil }
    }

    /// A row for each kind of difference.
    private var overview: String {
        if differences.isEmpty { return "The spec and the document agree." }
        let rows = DriftKind.Part.allCases.flatMap(kinds).map { kind in
            "| \(kind.title) | \(differences[kind, default: []].count) | \(kind.meaning) "
                + "| \(kind.changeRule.verdict.rawValue) version |"
        }
        let head = ["| Difference | Count | For users of the client | To follow the document |", "|---|--:|---|---|"]
        return (head + rows).joined(separator: "\n")
    }

    private func sections(of part: DriftKind.Part) -> [String] {
        let found = kinds(in: part)
        if found.isEmpty { return [] }
        return ["## \(part.rawValue)"]
            + found.flatMap { ["### \($0.title)", Self.list(differences[$0, default: []])] }
    }

    private var maintenance: [String] {
        if others.isEmpty { return [] }
        return ["## For maintainers", "These entries of the spec can be removed.", Self.list(others)]
    }

    private static func list(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { diagnostic in
            let places = [diagnostic.range] + diagnostic.notes.map(\.range)
            let words = places.map { "`\($0.path.visible):\($0.start.line)`" }.joined(separator: ", ")
            return "* \(diagnostic.message.markdown) (\(words))"
        }.joined(separator: "\n")
    }
}

extension String {
    /// The text as Markdown that displays it, on one line.
    fileprivate var markdown: String {
        visible.reduce(into: "") { text, character in
            if "\\`*<[|".contains(character) { text.append("\\") }
            text.append(character)
        }
    }
}
