// Reading YAML: the tree with its places, and every error.

import SpecSyntax
import Testing

@Suite struct YAMLReaderTests {
    @Test func everyValueKnowsItsPlace() throws {
        let parsed = try parse(
            """
            operations:
              list: { type: [string], about: "é: a, b" }
            """)
        let root = try #require(parsed.file.root?.mapping)
        let operations = try #require(root["operations"])
        #expect(operations.key.range.start == SourcePosition(line: 1, column: 1))
        let row = try #require(operations.value.mapping?["list"]?.value.mapping)
        #expect(row.isFlow)
        let type = try #require(row["type"])
        #expect(type.key.range == range(2, 11, 2, 15))
        #expect(type.value.range == range(2, 17, 2, 25))
        let about = try #require(row["about"]?.value.scalar)
        #expect(about.text == "é: a, b")
        #expect(!about.isPlain)
        #expect(about.range == range(2, 34, 2, 43), "columns count characters, not bytes")
    }

    @Test func lineBreaksOfWindowsCountOnce() throws {
        let parsed = try parse("a: 1\r\nb: 2\r\n")
        #expect(parsed.file.root?.mapping?["b"]?.key.range.start == SourcePosition(line: 2, column: 1))
        #expect(SourceText(SpecFile(path: "x", bytes: Array("a: 1\r\nb: 2\r\n".utf8))).line(2) == "b: 2")
    }

    @Test func anEmptyFileHasNoRoot() throws {
        let parsed = try parse("# only a comment\n")
        #expect(parsed.file.root == nil)
        #expect(!parsed.file.isPartial)
        #expect(parsed.diagnostics.isEmpty)
    }

    @Test func aDuplicateKeyNamesBothPlaces() throws {
        let diagnostic = try #require(try parse("a: 1\nb: 2\na: 3\n").diagnostics.first)
        #expect(diagnostic.rule == "duplicate-key")
        #expect(diagnostic.range.start == SourcePosition(line: 3, column: 1))
        #expect(diagnostic.notes.first?.range.start == SourcePosition(line: 1, column: 1))
    }

    @Test(arguments: [
        ("a: &x 1\nb: 2\n", ["no-anchors"]),
        ("a: &x 1\nb: *x\n", ["no-anchors", "no-aliases"]),
        ("a: !!str 1\n", ["no-tags"]),
        ("<<: 1\n", ["no-merge-keys"]),
        ("[a]: 1\n", ["text-keys"]),
        ("a: 1\n---\nb: 2\n", ["one-document"]),
    ])
    func rejects(_ text: String, rules: [String]) throws {
        #expect(try parse(text).diagnostics.map(\.rule) == rules)
    }

    @Test func deepNestingIsAnErrorAndNoCrash() throws {
        let text = String(repeating: "[", count: 100_000)
        #expect(try parse(text).diagnostics.map(\.rule) == ["yaml-syntax"])
    }

    @Test func invalidUTF8IsAnError() {
        let diagnostics = DiagnosticCollector()
        let parsed = ParsedFile(SpecFile(path: "x", bytes: [0x61, 0x3A, 0x20, 0xFF, 0x0A]), diagnostics: diagnostics)
        #expect(parsed.isPartial)
        #expect(diagnostics.sorted.map(\.rule) == ["yaml-syntax"])
    }

    @Test func aBrokenRowDoesNotHideTheNextOne() throws {
        let parsed = try parse(
            """
            query:
              archived: { type: boolean, about: Only archived: never active }
              owned: { type: boolean, about: "Only own ones." }
              simple: { type: boolean, about: "Fewer fields. }
              starred: { type: boolean, about: "Only starred ones." }
            """)
        #expect(parsed.diagnostics.map(\.rule) == ["yaml-syntax", "yaml-syntax"])
        #expect(parsed.diagnostics.map(\.range.start.line) == [2, 4])
        #expect(parsed.diagnostics[0].fix?.advice == #"quote the sentence: about: "Only archived: never active""#)
        #expect(parsed.file.isPartial)
        let rows = try #require(parsed.file.root?.mapping?["query"]?.value.mapping)
        #expect(rows.entries.map(\.key.text) == ["owned", "starred"])
    }

    @Test func aFixIsATextEditThatFixesTheRow() throws {
        let text = #"a: { type: boolean, about: Say "no": never }"#
        let diagnostic = try #require(try parse(text).diagnostics.first)
        let edit = try #require(diagnostic.fix?.edits.first)
        #expect(edit.range == range(1, 28, 1, 43))
        #expect(edit.replacement == #""Say \"no\": never""#)
    }

    private func parse(_ text: String) throws -> (file: ParsedFile, diagnostics: [Diagnostic]) {
        let diagnostics = DiagnosticCollector()
        let file = ParsedFile(SpecFile(path: "spec/test.yaml", bytes: Array(text.utf8)), diagnostics: diagnostics)
        return (file, diagnostics.sorted)
    }

    private func range(_ line: Int, _ column: Int, _ endLine: Int, _ endColumn: Int) -> SourceRange {
        SourceRange(
            path: "spec/test.yaml", start: SourcePosition(line: line, column: column),
            end: SourcePosition(line: endLine, column: endColumn))
    }
}

extension Node {
    fileprivate var mapping: Mapping? {
        if case .mapping(let mapping) = content { mapping } else { nil }
    }

    fileprivate var scalar: Scalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }
}
