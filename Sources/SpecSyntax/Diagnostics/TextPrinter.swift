// Prints diagnostics for people:
//
//     spec/projects.yaml:12:26: error: there is no type 'bolean' [unknown-type]
//       12 |       archived: { type: bolean, about: "…" }
//          |                         ^~~~~~
//     fix: write 'boolean'

/// Renders diagnostics as text, each with its source line, a caret and the advice.
public struct TextPrinter: Sendable {
    private let files: [String: SpecFile]
    private let hasColor: Bool

    /// - Parameters:
    ///   - files: the files of the diagnostics.
    ///   - hasColor: whether to mark errors, warnings and carets with the colours of a terminal.
    public init(files: [SpecFile], hasColor: Bool = false) {
        self.hasColor = hasColor
        self.files = files.indexed(by: \.path)
    }

    /// The diagnostics one after the other, then a line that counts them. Empty where there are none.
    public func text(for diagnostics: [Diagnostic]) -> String {
        guard !diagnostics.isEmpty else { return "" }
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count - errors
        let counts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
            .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
        // Only files with diagnostics are split into lines.
        let paths = Set(diagnostics.flatMap { [$0.range.path] + $0.notes.map(\.range.path) })
        let sources = files.filter { paths.contains($0.key) }.mapValues { SourceText($0) }
        let shown = diagnostics.prefix(Self.mostShown)
        let rest = diagnostics.count - shown.count
        return shown.map { text(for: $0, in: sources) }.joined(separator: "\n") + "\n"
            + (rest > 0 ? "\(rest) more are not shown\n" : "")
            + counts.joined(separator: ", ") + "\n"
    }

    /// More are not shown: nobody reads them, and fixing some of them changes the rest.
    private static let mostShown = 500

    private func text(for diagnostic: Diagnostic, in sources: [String: SourceText]) -> String {
        let color: Color =
            switch diagnostic.severity {
            case .error: .red
            case .warning: .yellow
            }
        var text = heading(
            diagnostic.range, diagnostic.severity.rawValue, color, "\(diagnostic.message) [\(diagnostic.rule)]", sources
        )
        for note in diagnostic.notes {
            text += heading(note.range, "note", .cyan, note.message, sources)
        }
        if let fix = diagnostic.fix { text += "\(colored("fix:", .green)) \(fix.advice.visible)\n" }
        return text
    }

    private enum Color: Int {
        case red = 31
        case green = 32
        case yellow = 33
        case cyan = 36
    }

    private func colored(_ text: String, _ color: Color) -> String {
        hasColor ? "\u{1B}[1;\(color.rawValue)m\(text)\u{1B}[0m" : text
    }

    private func heading(
        _ range: SourceRange, _ word: String, _ color: Color, _ message: String, _ sources: [String: SourceText]
    ) -> String {
        var text =
            "\(range.path.visible):\(range.start.line):\(range.start.column): \(colored("\(word):", color)) \(message.visible)\n"
        guard let source = sources[range.path] else { return text }
        let number = String(range.start.line)
        let line = source.line(range.start.line).unicodeScalars
        let lineLength = line.count
        // A long row is shown around the place, not whole.
        let width = 110
        let from = max(0, min(range.start.column - 1 - width / 2, lineLength - width))
        let rest = line.dropFirst(from)
        let ellipsis = from > 0 ? "…" : ""
        let tail = from + width < lineLength ? "…" : ""
        text += "  \(number) | \(ellipsis)\(String(rest.prefix(width)).visible)\(tail)\n"
        // Tabs are kept, so that the caret stands under its character.
        var lead = String.UnicodeScalarView()
        for scalar in rest.prefix(max(0, range.start.column - 1 - from)) { lead.append(scalar == "\t" ? "\t" : " ") }
        let end = range.end.line == range.start.line ? range.end.column : lineLength + 1
        let length = max(1, min(end, from + width + 1) - range.start.column)
        text += "  \(String(repeating: " ", count: number.count)) | \(from > 0 ? " " : "")"
        text += String(lead) + colored("^" + String(repeating: "~", count: length - 1), .green) + "\n"
        return text
    }
}
