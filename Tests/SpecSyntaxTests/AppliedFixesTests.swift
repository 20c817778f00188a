// Fixes as text edits: the replaced bytes, with no other change.

import SpecSyntax
import Testing

@Suite struct AppliedFixesTests {
    @Test func everythingElseStaysByteForByte() throws {
        let text = "# é comment\r\na:\t1   # tail \r\n\r\nb: \"ü\" , c\u{2028}last: 2"
        let applied = AppliedFixes(
            of: [file(text)], by: [diagnostic((4, 4, 7), "'x'"), diagnostic((2, 1, 2), "alpha")])
        #expect(
            String(decoding: try #require(applied.files.first).bytes, as: UTF8.self)
                == "# é comment\r\nalpha:\t1   # tail \r\n\r\nb: 'x' , c\u{2028}last: 2")
        #expect(applied.diagnostics.count == 2)
    }

    @Test func ofOverlappingFixesTheFirstWinsWhole() throws {
        let two = Diagnostic(
            .sample("r"), "m", at: range(1, 1, 2),
            fix: Fix("", edits: [Fix.Edit(range(1, 8, 9), "Y"), Fix.Edit(range(1, 3, 5), "Z")]))
        let applied = AppliedFixes(
            of: [file("abcdefghij")], by: [diagnostic((1, 2, 4), "X"), two, diagnostic((1, 4, 5), "W")])
        #expect(String(decoding: try #require(applied.files.first).bytes, as: UTF8.self) == "aXWefghij")
        #expect(applied.diagnostics.count == 2, "the second fix is left out as a whole, not half applied")
    }

    @Test func twoInsertionsAtOnePlaceAreNotBothMade() throws {
        let applied = AppliedFixes(of: [file("ab")], by: [diagnostic((1, 2, 2), "1"), diagnostic((1, 2, 2), "2")])
        #expect(String(decoding: try #require(applied.files.first).bytes, as: UTF8.self) == "a1b")
    }

    @Test func whatLiesOutsideIsLeftAlone() {
        #expect(AppliedFixes(of: [file("ab")], by: [diagnostic((9, 1, 2), "X")]).files.isEmpty)
        let elsewhere = SourceRange(
            path: "other", start: SourcePosition(line: 1, column: 1), end: SourcePosition(line: 1, column: 2))
        let fix = Fix("", edits: [Fix.Edit(elsewhere, "X")])
        #expect(
            AppliedFixes(of: [file("ab")], by: [Diagnostic(.sample("r"), "m", at: elsewhere, fix: fix)]).diagnostics
                .isEmpty)
    }

    private func file(_ text: String) -> SpecFile { SpecFile(path: "f", bytes: Array(text.utf8)) }

    private func diagnostic(_ place: (Int, Int, Int), _ replacement: String) -> Diagnostic {
        let range = range(place.0, place.1, place.2)
        return Diagnostic(.sample("r"), "m", at: range, fix: Fix("", edits: [Fix.Edit(range, replacement)]))
    }

    private func range(_ line: Int, _ column: Int, _ endColumn: Int) -> SourceRange {
        SourceRange(
            path: "f", start: SourcePosition(line: line, column: column),
            end: SourcePosition(line: line, column: endColumn))
    }
}
