// How diagnostics are ordered, printed and advised.

import SpecSyntax
import Testing

@Suite struct DiagnosticTests {
    @Test func printsPlaceSourceCaretNotesAndFix() {
        let file = SpecFile(path: "spec/a.yaml", bytes: Array("x: 1\n  archived: { type: bolean }\n".utf8))
        let diagnostic = Diagnostic(
            Rule.sample("unknown-type"), "there is no type 'bolean'", at: range("spec/a.yaml", 2, 21, 27),
            notes: [Diagnostic.Note("first here", at: range("spec/a.yaml", 1, 1, 2))], fix: Fix("write 'boolean'"))
        #expect(
            TextPrinter(files: [file]).text(for: [diagnostic]) == """
                spec/a.yaml:2:21: error: there is no type 'bolean' [unknown-type]
                  2 |   archived: { type: bolean }
                    |                     ^~~~~~
                spec/a.yaml:1:1: note: first here
                  1 | x: 1
                    | ^
                fix: write 'boolean'

                1 error

                """)
    }

    @Test func aLongRowIsShownAroundThePlace() {
        let line = String(repeating: "a", count: 150) + "!" + String(repeating: "b", count: 150)
        let text = TextPrinter(files: [SpecFile(path: "f", bytes: Array(line.utf8))])
            .text(for: [Diagnostic(Rule.sample("rule"), "message", at: range("f", 1, 151, 152))])
        let lines = text.split(separator: "\n")
        #expect(lines[1].count < 130)
        let caret = lines[2].firstIndex(of: "^").map { lines[2].distance(from: lines[2].startIndex, to: $0) }
        let mark = lines[1].firstIndex(of: "!").map { lines[1].distance(from: lines[1].startIndex, to: $0) }
        #expect(caret == mark, "the caret stands under its character")
    }

    @Test func diagnosticsComeByFileLineAndColumnEachOnce() {
        let collector = DiagnosticCollector()
        for (path, line, column) in [("b", 1, 1), ("a", 2, 5), ("a", 2, 1), ("a", 1, 9), ("a", 2, 1)] {
            collector.report(Rule.sample("rule"), "message", at: range(path, line, column, column + 1))
        }
        #expect(
            collector.sorted.map { "\($0.range.path)\($0.range.start.line)\($0.range.start.column)" }
                == ["a19", "a21", "a25", "b11"])
        #expect(collector.hasErrors)
    }

    @Test(arguments: [
        ("bolean", "boolean"), ("Boolean", "boolean"), ("sting", "string"), ("stirng", "string"),
        ("integre", "integer"),
        ("zzz", nil), ("x", nil),
    ])
    func proposesTheNearestSpelling(_ word: String, expected: String?) {
        #expect(nearestSpelling(to: word, among: ["boolean", "integer", "string", "number"]) == expected)
    }

    private func range(_ path: String, _ line: Int, _ column: Int, _ endColumn: Int) -> SourceRange {
        SourceRange(
            path: path, start: SourcePosition(line: line, column: column),
            end: SourcePosition(line: line, column: endColumn))
    }
}

extension Rule {
    /// A rule for tests.
    static func sample(_ id: String, severity: Severity = .error) -> Rule {
        Rule(id, "Nothing.", severity: severity, failing: Example(.file, ""), passing: Example(.file, ""))
    }
}
