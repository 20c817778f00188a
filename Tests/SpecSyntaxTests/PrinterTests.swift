// Diagnostics in the formats of programs, each read back by its own rules.

import Foundation
import SpecSyntax
import Testing

@Suite struct PrinterTests {
    private let diagnostics = [
        Diagnostic(
            .sample("unknown-key"), "there is no \"key\"\n100% sure, or: not", at: range(3, 5, 9),
            notes: [Diagnostic.Note("first here", at: range(1, 1, 2))],
            fix: Fix("write 'type'", edits: [Fix.Edit(range(3, 5, 9), "type")])),
        Diagnostic(.sample("sentence-form", severity: .warning), "no full stop", at: range(7, 1, 4)),
        Diagnostic(.sample("sentence-form", severity: .warning), "no full stop", at: range(8, 1, 4)),
    ]

    @Test func jsonHoldsAllThereIsToSay() throws {
        let text = JSONPrinter().text(for: diagnostics)
        let report = try JSONDecoder().decode(Report.self, from: Data(text.utf8))
        #expect(report.errors == 1 && report.warnings == 2)
        let first = try #require(report.diagnostics.first)
        #expect(first.rule == "unknown-key" && first.severity == "error")
        #expect(first.message == "there is no \"key\"\n100% sure, or: not")
        #expect(first.path == "spec/a b,c.yaml" && first.start == .init(line: 3, column: 5))
        #expect(first.end == .init(line: 3, column: 9))
        #expect(first.notes.map(\.message) == ["first here"])
        #expect(first.fix?.edits.map(\.replacement) == ["type"])
        #expect(report.diagnostics[1].fix == nil)
        #expect(try JSONDecoder().decode(Report.self, from: Data(JSONPrinter().text(for: []).utf8)).diagnostics.isEmpty)
    }

    @Test func githubAnnotationsAreOneLineEachAndEscaped() {
        let lines = GitHubPrinter().text(for: diagnostics).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(
            lines[0]
                == "::error file=spec/a b%2Cc.yaml,line=3,col=5,endLine=3,endColumn=9,title=unknown-key::there is no \"key\""
                + "%0A100%25 sure, or: not%0Aspec/a b,c.yaml:1:1: first here%0Afix: write 'type'")
        #expect(lines[1].hasPrefix("::warning file="))
        #expect(GitHubPrinter().text(for: []) == "")
    }

    @Test func codeQualityIsWhatGitLabsFormatAsksFor() throws {
        let text = CodeQualityPrinter().text(for: diagnostics)
        let issues = try JSONDecoder().decode([Issue].self, from: Data(text.utf8))
        #expect(issues.map(\.check_name) == ["unknown-key", "sentence-form", "sentence-form"])
        #expect(issues.map(\.severity) == ["major", "minor", "minor"])
        #expect(issues.map(\.location.lines.begin) == [3, 7, 8])
        #expect(issues[0].location.path == "spec/a b,c.yaml")
        #expect(issues[0].description.hasSuffix("(fix: write 'type')"))
        #expect(Set(issues.map(\.fingerprint)).count == 3, "each finding has a name of its own")
        #expect(issues.allSatisfy { $0.fingerprint.count == 32 && $0.fingerprint.allSatisfy(\.isHexDigit) })
        #expect(CodeQualityPrinter().text(for: []) == "[]\n")
    }

    @Test func aFingerprintStaysWhenLinesMove() throws {
        func fingerprint(line: Int, message: String) throws -> String {
            let text = CodeQualityPrinter().text(for: [Diagnostic(.sample("rule"), message, at: Self.range(line, 1, 2))]
            )
            return try #require(try JSONDecoder().decode([Issue].self, from: Data(text.utf8)).first?.fingerprint)
        }
        #expect(try fingerprint(line: 1, message: "a") == fingerprint(line: 99, message: "a"))
        #expect(try fingerprint(line: 1, message: "a") != fingerprint(line: 1, message: "b"))
    }

    @Test func colorsOnlyWhereAskedFor() {
        let file = SpecFile(path: "spec/a b,c.yaml", bytes: Array("a\nb\n    secert: 1\n".utf8))
        let plain = TextPrinter(files: [file]).text(for: diagnostics)
        let colored = TextPrinter(files: [file], hasColor: true).text(for: diagnostics)
        #expect(!plain.contains("\u{1B}"))
        #expect(colored.contains("\u{1B}[1;31merror:\u{1B}[0m") && colored.contains("\u{1B}[1;33mwarning:\u{1B}[0m"))
        #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }

    @Test func nothingInTheSpecMovesTheTerminal() {
        let file = SpecFile(path: "f", bytes: Array("\u{1B}[2Jx: \u{9B}1m\n".utf8))
        let range = SourceRange(path: "f", start: .init(line: 1, column: 1), end: .init(line: 1, column: 4))
        let text = TextPrinter(files: [file])
            .text(for: [Diagnostic(.sample("rule"), "no '\u{1B}[2J'", at: range, fix: Fix("\u{7}"))])
        #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x9B || $0.value == 7 })
    }

    private static func range(_ line: Int, _ column: Int, _ endColumn: Int) -> SourceRange {
        SourceRange(
            path: "spec/a b,c.yaml", start: SourcePosition(line: line, column: column),
            end: SourcePosition(line: line, column: endColumn))
    }

    private struct Report: Decodable {
        struct Position: Decodable, Equatable {
            let line: Int
            let column: Int
        }
        struct Note: Decodable { let message: String }
        struct Edit: Decodable { let replacement: String }
        struct Fix: Decodable { let edits: [Edit] }
        struct Entry: Decodable {
            let rule: String
            let severity: String
            let message: String
            let path: String
            let start: Position
            let end: Position
            let notes: [Note]
            let fix: Fix?
        }
        let diagnostics: [Entry]
        let errors: Int
        let warnings: Int
    }

    private struct Issue: Decodable {
        struct Lines: Decodable { let begin: Int }
        struct Location: Decodable {
            let path: String
            let lines: Lines
        }
        let description: String
        let check_name: String
        let fingerprint: String
        let severity: String
        let location: Location
    }
}
