// Hostile input: the reader ends soon, in little memory, with a diagnostic or with a tree.

import SpecSyntax
import Testing

@Suite struct HostileInputTests {
    private func read(_ bytes: [UInt8]) -> (file: ParsedFile, diagnostics: [Diagnostic]) {
        let diagnostics = DiagnosticCollector()
        let file = ParsedFile(SpecFile(path: "spec/hostile.yaml", bytes: bytes), diagnostics: diagnostics)
        return (file, diagnostics.sorted)
    }

    private func read(_ text: String) -> (file: ParsedFile, diagnostics: [Diagnostic]) { read(Array(text.utf8)) }

    /// Checks that it was rejected, at a place in the file, with readable messages.
    private func isRejected(_ result: (file: ParsedFile, diagnostics: [Diagnostic])) -> Bool {
        result.diagnostics.contains { $0.severity == .error }
            && result.diagnostics.allSatisfy { $0.message.count < 1000 && $0.range.start.line >= 1 }
    }

    @Test(arguments: ["[", "{", "{a: ", "- ", "? ", "[{a: ", "\"a\n", "|\n "])
    func deepNestingIsRejected(_ opening: String) {
        #expect(isRejected(read(String(repeating: opening, count: 50_000))) || opening == "|\n ")
    }

    @Test func deepIndentationIsRejected() {
        let text = (0..<2000).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
        #expect(isRejected(read(text)))
    }

    @Test func aBillionLaughsAreNotLaughed() {
        var text = "a0: &a0 [lol, lol]\n"
        for level in 1...60 { text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
        let result = read(text)
        #expect(result.diagnostics.count { $0.rule == "no-aliases" } == 120)
        #expect(result.diagnostics.count { $0.rule == "no-anchors" } == 61)
    }

    @Test func hugeScalarsAreReadAndNotRepeated() {
        let huge = String(repeating: "x", count: 1 << 20)
        #expect(read("a: \(huge)\n").diagnostics.isEmpty)
        #expect(isRejected(read("\"\(huge)\": 1\n\"\(huge)\": 2\n")), "a key that is too long, or that appears twice")
        #expect(isRejected(read("? \"\(huge)\"\n: 1\n? \"\(huge)\"\n: 2\n")))
    }

    @Test func aFileThatIsTooLargeIsNotRead() {
        let result = read([UInt8](repeating: 0x20, count: (4 << 20) + 1))
        #expect(isRejected(result) && result.file.isUnreadable)
        #expect(!isRejected(read([UInt8](repeating: 0x0A, count: 4 << 20))))
    }

    /// Each broken row makes the file be read once more, so that their number has to be limited.
    @Test func manyBrokenRowsEndSoon() {
        let result = read(String(repeating: "a: { about: x: y }\n", count: 20_000))
        #expect(isRejected(result) && result.file.isUnreadable)
        #expect(result.diagnostics.count < 1000)
    }

    @Test(arguments: [
        [0xFF, 0xFE, 0x61, 0x00, 0x3A, 0x00],  // UTF-16, little end first
        [0xFE, 0xFF, 0x00, 0x61, 0x00, 0x3A],  // UTF-16, big end first
        [0x00, 0x00, 0xFE, 0xFF, 0x00, 0x00, 0x00, 0x61],  // UTF-32
        [0x61, 0x3A, 0x20, 0x00],  // NUL
        [0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80],  // a lone surrogate
        [0x61, 0x3A, 0x20, 0xC0, 0xAF],  // a slash in two bytes
        [0x61, 0x3A, 0x20, 0xF4, 0x90, 0x80, 0x80],  // beyond Unicode
        [0x61, 0x3A, 0x20, 0xE2, 0x82],  // cut off
        [0x61, 0x3A, 0x20, 0x1B, 0x5B, 0x32, 0x4A],  // what clears a terminal
        [0x61, 0x3A, 0x20, 0x80],
    ])
    func whatIsNotUTF8TextIsRejected(_ bytes: [Int]) {
        #expect(isRejected(read(bytes.map { UInt8($0) })))
    }

    @Test(arguments: [#""\ud800""#, #""\udc00\ud800""#, #""\UFFFFFFFF""#, #""\x""#, #""\u12""#])
    func escapesOfNoCharacterAreRejected(_ text: String) {
        #expect(isRejected(read("a: \(text)\n")))
    }

    @Test func aByteOrderMarkIsNoMistake() throws {
        let result = read([0xEF, 0xBB, 0xBF] + Array("a: 1\n".utf8))
        #expect(result.diagnostics.isEmpty && result.file.root != nil)
    }

    @Test(arguments: [
        "", "\n", "\r", "---", "...", "%YAML 1.2\n---\na: 1\n", "%YAML 9.9\n---\na: 1\n", "%TAG ! x\n", "\t", "- \t-",
        ": ", "?", "!", "&", "*", "@", "`", "%", "|", ">", "#",
    ])
    func scrapsEndInATreeOrADiagnostic(_ text: String) {
        let result = read(text)
        #expect(
            result.file.root != nil || !result.diagnostics.isEmpty || result.file.root == nil && !result.file.isPartial)
    }

    @Test(arguments: ["a", "a: \"b", "a:\n  b: {\n c", "x: y\nrest"])
    func theEndOfAFileIsAPlaceInIt(_ text: String) {
        let source = SourceText(SpecFile(path: "f", bytes: Array(text.utf8)))
        for diagnostic in read(text).diagnostics {
            #expect((1...source.lineCount).contains(diagnostic.range.start.line), "\(diagnostic)")
        }
    }

    @Test func aMisspeltWordOfAnyLengthIsComparedInNoTime() {
        let long = String(repeating: "ab", count: 1 << 19)
        #expect(nearestSpelling(to: long, among: [long + "c", "b"]) == nil)
    }
}
