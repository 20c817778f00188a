// Lines that are indented with tabs, which YAML does not allow, and the intended number of spaces.

/// A line that a tab indents.
struct TabIndentation {
    private let source: SourceText
    private let line: Int

    /// - Returns: nil if there is no tab at a place, or something else stands before it.
    init?(at place: SourcePosition, of source: SourceText) {
        let before = source.line(place.line).unicodeScalars.prefix(place.column)
        guard before.count == place.column, before.last == "\t", before.allSatisfy({ $0 == "\t" || $0 == " " }) else {
            return nil
        }
        self.source = source
        line = place.line
    }

    /// Spaces for the tabs of the line, and of all others if the file has to be read as a whole. There are edits where the
    /// lines around show what was meant, or where all of the file is indented with tabs.
    func fix(ofWholeFile isWhole: Bool) -> Fix {
        let lines = isWhole ? (1...source.lineCount).filter { indentation(of: $0).contains("\t") } : [line]
        let hasSpaces = (1...source.lineCount).contains { indentation(of: $0).contains(" ") }
        // The spec is indented by two; editors show tabs as wide as four or eight.
        let width = hasSpaces ? [2, 4, 8].first { width in lines.allSatisfy { fits($0, width) } } : 2
        let advice = "indent with spaces, two for each level"
        guard let width else { return Fix(advice) }
        return Fix(
            advice,
            edits: lines.map { line in
                let end = SourcePosition(line: line, column: indentation(of: line).unicodeScalars.count + 1)
                let start = SourcePosition(line: line, column: 1)
                return Fix.Edit(
                    SourceRange(source.name, start: start, end: end),
                    String(repeating: " ", count: columns(line, width)))
            })
    }

    private func indentation(of line: Int) -> Substring {
        source.line(line).prefix { $0 == "\t" || $0 == " " }
    }

    private func columns(_ line: Int, _ width: Int) -> Int {
        indentation(of: line).reduce(0) { $0 + ($1 == "\t" ? width : 1) }
    }

    /// Whether a line with tabs of a width stands where the line above or below says that it belongs.
    private func fits(_ line: Int, _ width: Int) -> Bool {
        func isBlank(_ line: Int) -> Bool { source.line(line).allSatisfy(\.isWhitespace) }
        if isBlank(line) { return true }
        let own = columns(line, width)
        if let above = stride(from: line - 1, to: 0, by: -1).first(where: { !isBlank($0) }) {
            let opens = source.line(above).last { !$0.isWhitespace } == ":"
            if own == columns(above, width) + (opens ? 2 : 0) { return true }
        }
        let below = (line..<max(line, source.lineCount)).first { !isBlank($0 + 1) }
        return below.map { own == columns($0 + 1, width) } ?? false
    }
}
