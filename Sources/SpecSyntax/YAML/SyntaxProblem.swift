// Turning libyaml's errors into diagnostics that say what to write.

import CLibYAML

/// The first thing in a file that is not YAML.
struct SyntaxProblem: Error {
    let source: SourceName
    let problem: String
    /// Where reading stopped.
    private(set) var problemPosition: SourcePosition
    /// The part being read, and its beginning.
    let context: String?
    let contextPosition: SourcePosition?
    /// The byte or character that no YAML has.
    private var invalid: Invalid?

    /// Something that is no text of YAML, where libyaml counts bytes instead of lines.
    private struct Invalid {
        /// In bytes behind a byte order mark.
        var offset: Int
        /// A character, or a byte where it is no UTF-8.
        var value: Int
        let isControl: Bool

        var message: String {
            let number = String(value, radix: 16, uppercase: true)
            let digits = String(repeating: "0", count: max(0, (isControl ? 4 : 2) - number.count)) + number
            return isControl ? "the control character U+\(digits)" : "the byte 0x\(digits) is not UTF-8"
        }

        var fix: Fix { Fix(isControl ? "remove it" : "save the file as UTF-8") }
    }

    init(_ source: SourceName, problem: String, problemPosition: SourcePosition = SourcePosition(line: 1, column: 1)) {
        self.source = source
        self.problem = problem
        self.problemPosition = problemPosition
        context = nil
        contextPosition = nil
        invalid = nil
    }

    init(_ source: SourceName, _ parser: yaml_parser_t) {
        self.source = source
        problem = parser.problem.map { String(cString: $0) } ?? "not YAML"
        if parser.error == YAML_READER_ERROR {
            // The reader gives no mark.
            problemPosition = SourcePosition(parser.mark)
            (context, contextPosition) = (nil, nil)
            invalid = Invalid(
                offset: Int(parser.problem_offset), value: Int(parser.problem_value),
                isControl: problem.contains("control characters"))
            return
        }
        invalid = nil
        problemPosition = SourcePosition(parser.problem_mark)
        context = parser.context.map { String(cString: $0) }
        contextPosition = parser.context == nil ? nil : SourcePosition(parser.context_mark)
    }

    /// The problem at the line and column of its byte.
    func placed(in source: SourceText) -> SyntaxProblem {
        guard var invalid else { return self }
        var placed = self
        if !invalid.isControl {
            // Where a character breaks off, libyaml reports the byte behind its first one.
            let end = min(source.markLength + invalid.offset, source.bytes.count)
            let start = source.bytes[source.markLength..<end].suffix(3).lastIndex { $0 < 0x80 || $0 >= 0xC0 }
            if let start, source.bytes[start] >= 0xC0, !source.isCharacter(from: start, to: end) {
                invalid.offset = start - source.markLength
            }
            let place = source.markLength + invalid.offset
            if source.bytes.indices.contains(place) { invalid.value = Int(source.bytes[place]) }
            placed.invalid = invalid
        }
        placed.problemPosition = source.position(ofByte: source.markLength + invalid.offset)
        return placed
    }

    /// The row with the error: the line of a `{…}` row in which the problem began. Nil where it is not in one row.
    func row(in source: SourceText) -> Int? {
        // With a tab, the error is on its line.
        let isTab = TabIndentation(at: problemPosition, of: source) != nil
        let candidates = [isTab ? nil : contextPosition?.line, problemPosition.line].compactMap { $0 }
        return candidates.first { line in
            let text = source.line(line)
            return text.contains("{") || text.contains("about:")
        }
    }

    func diagnostic(in source: SourceText, row: Int?) -> Diagnostic {
        if let invalid {
            return Diagnostic(
                .yamlSyntax, "not YAML: \(invalid.message)", at: point(problemPosition), fix: invalid.fix)
        }
        if let tab = TabIndentation(at: problemPosition, of: source) {
            return Diagnostic(
                .yamlSyntax, "not YAML: a tab indents this line", at: point(problemPosition),
                fix: tab.fix(ofWholeFile: row == nil))
        }
        var position = problemPosition
        // Reading often stops on a later line than the error: show the row, at its end, instead.
        if let row, position.line != row {
            position = SourcePosition(line: row, column: max(1, source.line(row).unicodeScalars.count))
        }
        // At the end of a file without a last line break, libyaml is on a line that is not there.
        if position.line > source.lineCount {
            let line = source.lineCount
            position = SourcePosition(line: line, column: source.line(line).unicodeScalars.count + 1)
        }
        var notes: [Diagnostic.Note] = []
        if let context, let contextPosition {
            notes.append(Diagnostic.Note(context, at: point(contextPosition)))
        }
        let quoted = row.flatMap { UnquotedSentence(line: $0, of: source) }
        return Diagnostic(
            .yamlSyntax, "not YAML: \(problem)", at: point(position), notes: notes,
            fix: quoted?.fix ?? row.map { _ in Fix("look for a quote, a comma or a brace that this row lacks") })
    }

    private func point(_ position: SourcePosition) -> SourceRange {
        SourceRange(source, start: position, end: position)
    }
}
