// Places of problems in files with a byte order mark, and of bytes and characters that no YAML has.

import SpecSyntax
import Testing

@Suite struct PlaceTests {
    private func read(_ bytes: [UInt8]) -> (file: ParsedFile, diagnostics: [Diagnostic]) {
        let diagnostics = DiagnosticCollector()
        let file = ParsedFile(SpecFile(path: "spec/test.yaml", bytes: bytes), diagnostics: diagnostics)
        return (file, diagnostics.sorted)
    }

    /// The keys and values with their places.
    private func words(_ node: Node?) -> [String] {
        guard let node else { return [] }
        func place(_ range: SourceRange) -> String {
            "\(range.start.line):\(range.start.column)-\(range.end.line):\(range.end.column)"
        }
        switch node.content {
        case .scalar(let scalar): return ["\(scalar.text) \(place(node.range))"]
        case .sequence(let elements): return elements.flatMap(words)
        case .mapping(let mapping):
            return mapping.entries.flatMap { ["\($0.key.text) \(place($0.key.range))"] + words($0.value) }
        }
    }

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    @Test(arguments: [
        "a: 1\nb: 2\n", "types:\n  Thing: { about: \"A.\" }\nenums: {}\n", "# a comment\nresource: { name: x }\n",
        "a:\n- b\n- c\n",
        "a: b\nc:\n  d: \"ä\"\n", "", "a", "\na: 1",
    ])
    func aByteOrderMarkChangesNothing(_ text: String) {
        let plain = read(Array(text.utf8))
        let marked = read(Self.mark + Array(text.utf8))
        #expect(words(marked.file.root) == words(plain.file.root))
        #expect(marked.diagnostics == plain.diagnostics)
    }

    @Test func aFixBehindAByteOrderMarkIsAtItsPlace() throws {
        let text = #"a: { type: boolean, about: Sort: rising }"#
        let file = SpecFile(path: "spec/test.yaml", bytes: Self.mark + Array(text.utf8))
        let diagnostics = read(file.bytes).diagnostics
        #expect(diagnostics.map(\.range.start.line) == [1])
        let fixed = try #require(AppliedFixes(of: [file], by: diagnostics).files.first)
        #expect(fixed.bytes == Self.mark + Array(#"a: { type: boolean, about: "Sort: rising" }"#.utf8))
        let source = SourceText(file)
        #expect(source.line(1) == text && source.lineCount == 1)
    }

    /// 300 rows, one of which has something in the middle of its sentence.
    private func rows(_ odd: [UInt8], mark: [UInt8] = []) -> [UInt8] {
        (0..<300).reduce(mark) { bytes, row in
            bytes + Array("ä_\(row): { about: \"Some é".utf8) + (row == 200 ? odd : []) + Array(" text.\" }\n".utf8)
        }
    }

    @Test(
        arguments: [
            ([0x07], "the control character U+0007", "remove it"),
            ([0x1B, 0x5B, 0x31, 0x6D], "the control character U+001B", "remove it"),
            ([0xE9], "the byte 0xE9 is not UTF-8", "save the file as UTF-8"),
            ([0xFF], "the byte 0xFF is not UTF-8", "save the file as UTF-8"),
            ([0x80], "the byte 0x80 is not UTF-8", "save the file as UTF-8"),
        ] as [([UInt8], String, String)])
    func whatNoYAMLHasIsFoundWhereItIs(_ odd: [UInt8], _ message: String, _ advice: String) {
        for mark in [[], Self.mark] {
            let (file, diagnostics) = read(rows(odd, mark: mark))
            #expect(diagnostics.map(\.message) == ["not YAML: \(message)"])
            #expect(diagnostics.map(\.range.start) == [SourcePosition(line: 201, column: 24)])
            #expect(diagnostics.map { $0.fix?.advice } == [advice])
            #expect(words(file.root).count == 299 * 3, "all other rows are read")
        }
    }

    @Test func eachLineOfAnotherEncodingIsNamed() {
        let text = "a: { about: \"Caf\u{E9}.\" }\nb: { about: \"Tee.\" }\nc: { about: \"Pok\u{E9}.\" }\n"
        let latin = text.unicodeScalars.map { UInt8($0.value) }
        #expect(
            read(latin).diagnostics.map(\.range.start) == [
                SourcePosition(line: 1, column: 17), SourcePosition(line: 3, column: 17),
            ])
    }

    @Test func anOddCharacterOutsideOfRowsIsFoundToo() {
        let (_, diagnostics) = read(Array("# one\n\u{1}\na: 1\n".utf8))
        #expect(diagnostics.map(\.range.start) == [SourcePosition(line: 2, column: 1)])
    }
}
