// Printing diagnostics for programs: editors, and scripts of the project.

/// Renders diagnostics as one JSON document:
///
///     { "diagnostics": [{ "rule": "unknown-type", "severity": "error", "message": "…", "path": "spec/projects.yaml",
///       "start": { "line": 12, "column": 26 }, "end": { "line": 12, "column": 32 }, "notes": [],
///       "fix": { "advice": "write 'boolean'", "edits": [{ "path": "…", "start": {}, "end": {}, "replacement": "boolean" }] } }],
///       "errors": 1, "warnings": 0 }
public struct JSONPrinter: Sendable {
    public init() {}

    public func text(for diagnostics: [Diagnostic]) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        return JSONText.object([
            ("diagnostics", .array(diagnostics.map(json))),
            ("errors", .integer(errors)),
            ("warnings", .integer(diagnostics.count - errors)),
        ]).text()
    }

    private func json(_ diagnostic: Diagnostic) -> JSONText {
        .object(
            [
                ("rule", .string(diagnostic.rule)),
                ("severity", .string(diagnostic.severity.rawValue)),
                ("message", .string(diagnostic.message)),
            ] + place(diagnostic.range) + [
                (
                    "notes",
                    .array(diagnostic.notes.map { .object([("message", .string($0.message))] + place($0.range)) })
                ),
                ("fix", diagnostic.fix.map(json) ?? .null),
            ])
    }

    private func json(_ fix: Fix) -> JSONText {
        .object([
            ("advice", .string(fix.advice)),
            (
                "edits",
                .array(fix.edits.map { .object(place($0.range) + [("replacement", .string($0.replacement))]) })
            ),
        ])
    }

    private func place(_ range: SourceRange) -> [(String, JSONText)] {
        func position(_ position: SourcePosition) -> JSONText {
            .object([("line", .integer(position.line)), ("column", .integer(position.column))])
        }
        return [("path", .string(range.path)), ("start", position(range.start)), ("end", position(range.end))]
    }
}
