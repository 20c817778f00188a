// Tabs in the place of spaces: the line is named, and the fix has the intended spaces.

import SpecSyntax
import Testing

@Suite struct TabTests {
    private func read(_ text: String) -> (file: SpecFile, diagnostics: [Diagnostic]) {
        let file = SpecFile(path: "spec/test.yaml", bytes: Array(text.utf8))
        let collector = DiagnosticCollector()
        _ = ParsedFile(file, diagnostics: collector)
        return (file, collector.sorted)
    }

    @Test(arguments: [
        // A whole file.
        ("operations:\n\tlist:\n\t\tGET: /x\n", [2], "operations:\n  list:\n    GET: /x\n"),
        // A line among others, with tabs as wide as two, four and eight.
        ("query:\n  a: 1\n\tb: 2\n  c: 3\n", [3], "query:\n  a: 1\n  b: 2\n  c: 3\n"),
        ("query:\n    a: 1\n\tb: 2\n", [3], "query:\n    a: 1\n    b: 2\n"),
        (
            "q:\n  w:\n    x:\n      y:\n        a: 1\n\tb: 2\n", [6],
            "q:\n  w:\n    x:\n      y:\n        a: 1\n        b: 2\n"
        ),
        // Below a key.
        ("q:\n  list:\n\t\tGET: /x\n\t\tabout: x\n", [3], "q:\n  list:\n    GET: /x\n    about: x\n"),
        // A row is left out, and those around it are read.
        (
            "query:\n  a: { type: b }\n\tb: { type: c }\n  \"c: 1\n", [3, 5],
            "query:\n  a: { type: b }\n  b: { type: c }\n  \"c: 1\n"
        ),
        ("q:\n  - a\n\t- b\n", [3], "q:\n  - a\n  - b\n"),
    ])
    func theFixHasSpaces(_ text: String, _ lines: [Int], _ expected: String) throws {
        let (file, diagnostics) = read(text)
        #expect(diagnostics.map(\.range.start.line) == lines)
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostic.rule == "yaml-syntax" && diagnostic.message == "not YAML: a tab indents this line")
        #expect(diagnostic.fix?.advice == "indent with spaces, two for each level" && diagnostic.notes.isEmpty)
        let fixed = try #require(AppliedFixes(of: [file], by: diagnostics).files.first)
        #expect(String(decoding: fixed.bytes, as: UTF8.self) == expected)
    }

    @Test(arguments: ["q:\n  a:\n    b: 1\n\t\t\tc: 2\n", "q:\n  a: 1\n \tb: 2\n"])
    func whatIsNotKnownIsLeftToAPerson(_ text: String) throws {
        let diagnostic = try #require(read(text).diagnostics.first)
        #expect(diagnostic.message == "not YAML: a tab indents this line")
        #expect(diagnostic.fix?.advice == "indent with spaces, two for each level" && diagnostic.fix?.edits == [])
    }

    @Test(arguments: ["a:\tb\n", "a: {\n\tb: 1 }\n", "a: \"x\n\ty\"\n"]) func tabsElsewhereAreYAML(_ text: String) {
        #expect(read(text).diagnostics.isEmpty)
    }
}
