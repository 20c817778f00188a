// Printing diagnostics as annotations of GitHub Actions, which shows them at the lines of a change.
//
//     ::error file=spec/projects.yaml,line=12,col=26,endLine=12,endColumn=32,title=unknown-type::there is no type 'bolean'

/// Renders each diagnostic as a workflow command.
public struct GitHubPrinter: Sendable {
    public init() {}

    public func text(for diagnostics: [Diagnostic]) -> String {
        diagnostics.map { text(for: $0) + "\n" }.joined()
    }

    private func text(for diagnostic: Diagnostic) -> String {
        let range = diagnostic.range
        var properties = [
            "file=\(property(range.path))", "line=\(range.start.line)", "col=\(range.start.column)",
        ]
        if range.end.line == range.start.line, range.end.column > range.start.column {
            properties += ["endLine=\(range.end.line)", "endColumn=\(range.end.column)"]
        }
        properties.append("title=\(property(diagnostic.rule))")
        var message = diagnostic.message
        for note in diagnostic.notes {
            message += "\n\(note.range.path):\(note.range.start.line):\(note.range.start.column): \(note.message)"
        }
        if let fix = diagnostic.fix { message += "\nfix: \(fix.advice)" }
        return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::\(escaped(message))"
    }

    /// A workflow command is one line, in which % starts an escape.
    private func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case "%": escaped += "%25"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            case _: escaped.unicodeScalars.append(scalar)
            }
        }
    }

    private func property(_ text: String) -> String {
        escaped(text).unicodeScalars.reduce(into: "") { escaped, scalar in
            switch scalar {
            case ":": escaped += "%3A"
            case ",": escaped += "%2C"
            case _: escaped.unicodeScalars.append(scalar)
            }
        }
    }
}
