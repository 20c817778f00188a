// Turning libyaml's errors into diagnostics that say what to write.

import CLibYAML

/// The first thing in a file that is not YAML.
struct SyntaxProblem: Error {
    let source: SourceName
    let problem: String
    /// Where reading stopped.
    let problemPosition: SourcePosition
    /// The part being read, and its beginning.
    let context: String?
    let contextPosition: SourcePosition?

    init(_ source: SourceName, problem: String, problemPosition: SourcePosition = SourcePosition(line: 1, column: 1)) {
        self.source = source
        self.problem = problem
        self.problemPosition = problemPosition
        context = nil
        contextPosition = nil
    }

    init(_ source: SourceName, _ parser: yaml_parser_t) {
        self.source = source
        problem = parser.problem.map { String(cString: $0) } ?? "not YAML"
        if parser.error == YAML_READER_ERROR {
            // The reader counts bytes and gives no mark: the position is that of the last token before.
            problemPosition = SourcePosition(parser.mark)
        } else {
            problemPosition = SourcePosition(parser.problem_mark)
        }
        context = parser.context.map { String(cString: $0) }
        contextPosition = parser.context == nil ? nil : SourcePosition(parser.context_mark)
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
