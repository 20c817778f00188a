// Texts of a document that could become keys of the spec, code, or commands of a terminal.

import Generator
import OpenAPI
import OpenAPIImport
import SpecSyntax
import SpecWriter
import TestSeeds
import Testing

@Suite struct HostileTextTests {
    private func document(_ text: String) throws -> OpenAPIDocument {
        let diagnostics = DiagnosticCollector()
        let source = SourceText(SpecFile(path: "api.yaml", bytes: Array(text.utf8)))
        return try #require(OpenAPIDocument(source, diagnostics: diagnostics), "\(diagnostics.sorted)\n\(text)")
    }

    /// A document with a text in every place that an import reads.
    private func document(with text: String) throws -> OpenAPIDocument {
        let text = SpecText.quoted(text)
        return try document(
            """
            openapi: 3.0.0
            info: { title: \(text) }
            components: { schemas: { Named: { type: object, properties: { id: { type: integer }, \(text): { type: string } } } } }
            paths:
              /api/v4/things:
                get:
                  tags: [\(text)]
                  operationId: \(text)
                  parameters:
                    - { in: query, name: \(text), schema: { type: string } }
                    - { in: query, name: kind, schema: { type: string, enum: [a, \(text)] } }
                    - { in: query, name: word, schema: { type: string, default: \(text) } }
                  responses: { '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Named' } } } } }
            """)
    }

    /// Checks that each file has the keys that an import writes, and that nothing of the text is outside of quotes.
    private func check(_ text: String) throws {
        let imported = ImportedSpec(try document(with: text), .document)
        for file in imported.files {
            let diagnostics = DiagnosticCollector()
            let parsed = ParsedFile(SpecFile(path: file.path, bytes: Array(file.text.utf8)), diagnostics: diagnostics)
            #expect(diagnostics.sorted.isEmpty, "\(diagnostics.sorted)\n\(file.text)")
            guard case .mapping(let top)? = parsed.root?.content else {
                Issue.record("no mapping: \(file.text)")
                continue
            }
            let known: Set = ["resource", "operations", "hashes", "types", "enums", "tables"]
            #expect(known.isSuperset(of: top.entries.map(\.key.text)), "\(file.text)")
            let hidden = file.text.unicodeScalars.filter { $0.isHidden && $0 != "\n" }
            #expect(hidden.isEmpty, "\(file.path) holds \(hidden.map { String($0.value, radix: 16) })")
        }
        let files = imported.files.map { SpecFile(path: "spec/" + $0.path, bytes: Array($0.text.utf8)) }
        let generation = try Generation(spec: files)
        for file in generation.tree?.files ?? [] {
            let hidden = file.text.unicodeScalars.filter { $0.isHidden && $0 != "\n" }
            #expect(hidden.isEmpty, "\(file.path) holds \(hidden.map { String($0.value, radix: 16) })")
        }
    }

    @Test(arguments: [
        "things\nadmin: true", "things\r\noperations:\n  evil: {}", "things\u{2028}types: {}", "things\u{85}a: b",
        "\u{202E}sgniht", "a\u{7}b", "a\u{1B}[2Jb", "\"", "\\", "'", "#", "a # b", ": ", "- a", "{ a: b }", "*a", "&a",
        "\u{FEFF}a", "a\u{FFFE}b", "\u{10FFFF}", "a\tb", "`a`", "*/", "\u{E0041}", "yes", "null", "~", "1e3", "<<",
    ])
    func aTextStaysAText(_ text: String) throws { try check(text) }

    @Test func quotedTextsAreReadAsTheyWere() throws {
        for seed in Seeds(1_500) {
            let text = Self.text(seed: seed)
            let yaml =
                "a: \(SpecText.quoted(text))\n\(SpecText.key(text.isEmpty ? "k" : text)): \(SpecText.value(text))\n"
            let diagnostics = DiagnosticCollector()
            let parsed = ParsedFile(SpecFile(path: "x", bytes: Array(yaml.utf8)), diagnostics: diagnostics)
            guard case .mapping(let mapping)? = parsed.root?.content, text != "a" else { continue }
            let texts = mapping.entries.flatMap { entry -> [String] in
                guard case .scalar(let scalar) = entry.value.content else { return [] }
                return [entry.key.text, scalar.text]
            }
            #expect(texts == ["a", text, text.isEmpty ? "k" : text, text], "seed \(seed): \(yaml)")
            #expect(diagnostics.sorted.isEmpty, "seed \(seed): \(diagnostics.sorted) \(yaml)")
        }
    }

    @Test func randomTextsStayTexts() throws {
        for seed in Seeds(60) { try check(Self.text(seed: seed)) }
    }

    /// Characters with a meaning somewhere, and others.
    private static func text(seed: UInt64) -> String {
        var random = SeededRandom(seed)
        let pieces = [
            "a", "b ", "0", "\n", "\r", "\t", " ", "\u{0}", "\u{7}", "\u{1B}[1m", "\u{7F}", "\u{85}", "\u{A0}",
            "\u{AD}",
            "\u{200E}", "\u{202E}", "\u{2028}", "\u{2029}", "\u{2066}", "\u{FEFF}", "\u{FFFE}", "\u{1F600}",
            "\u{E0001}",
            "\"", "'", "\\", "\\n", "#", " #", ":", ": ", ",", "{", "}", "[", "]", "- ", "? ", "|", ">", "*", "&", "!",
            "%",
            "@", "`", "*/", "/*", "//", "\"\"\"", "\\(x)", "é", "名", "---", "...", "<<",
        ]
        return (0..<random.number(0...8)).map { _ in
            random.once(in: 6)
                ? String(Unicode.Scalar(UInt32(random.number(0...0x10FFFF))) ?? "x") : random.pick(pieces)
        }.joined()
    }
}
