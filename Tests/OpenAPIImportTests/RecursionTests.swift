// Documents whose schemas contain themselves: they are imported and compared, and what has no type is read as JSON.

import Drift
import Generator
import OpenAPI
import OpenAPIImport
import SpecModel
import SpecSyntax
import TestSeeds
import Testing

@Suite struct RecursionTests {
    private func document(_ text: String) throws -> (OpenAPIDocument, DiagnosticCollector) {
        let diagnostics = DiagnosticCollector()
        let source = SourceText(SpecFile(path: "api.yaml", bytes: Array(text.utf8)))
        return (try #require(OpenAPIDocument(source, diagnostics: diagnostics), "\(diagnostics.sorted)"), diagnostics)
    }

    /// Imports a document, generates from the result, and compares both.
    @discardableResult
    private func importAndCompare(_ text: String) throws -> [String] {
        let (document, diagnostics) = try document(text)
        let imported = ImportedSpec(document, .document)
        let files = imported.files.map { SpecFile(path: "spec/" + $0.path, bytes: Array($0.text.utf8)) }
        let generation = try Generation(spec: files)
        #expect(generation.tree != nil, "\(generation.report)\n\(text)")
        let reading = SpecReading(files, diagnostics: DiagnosticCollector())
        let check = DriftCheck(reading.api, reading.knownDrift, against: document, tag: nil)
        #expect(check.comparedOperations > 0)
        // Importing into the spec looks for each type in it.
        _ = ImportedSpec(document, .document, existing: reading)
        return (diagnostics.sorted + imported.diagnostics).map(\.message)
    }

    private func document(body: String, response: String, schemas: [String]) -> String {
        """
        openapi: 3.0.0
        info: { title: Things }
        components:
          schemas:
        \(schemas.map { "    " + $0 }.joined(separator: "\n"))
        paths:
          /api/v4/things:
            post:
              tags: [things]
              requestBody: { content: { application/json: { schema: { type: object, properties: { tree: \(body) } } } } }
              responses: { '201': { content: { application/json: { schema: \(response) } } } }
        """
    }

    private static let tree = "{ $ref: '#/components/schemas/Tree' }"

    @Test(arguments: [
        "Tree: { type: array, items: \(tree) }",
        "Tree: { type: object, additionalProperties: \(tree) }",
        "Tree: { type: object, properties: { children: { type: array, items: \(tree) } } }",
        "Tree: { type: object, properties: { left: \(tree), right: \(tree) } }",
        "Tree: { oneOf: [{ type: string }, \(tree)] }",
        "Tree: { oneOf: [\(tree), { type: array, items: \(tree) }] }",
        "Tree: { type: array, items: { oneOf: [{ type: integer }, \(tree)] } }",
        "Tree: \(tree)",
    ])
    func aSchemaOfItselfIsReadAsJSON(_ schema: String) throws {
        try importAndCompare(document(body: Self.tree, response: Self.tree, schemas: [schema]))
    }

    @Test func aSchemaOfItselfIsNamed() throws {
        let text = document(
            body: Self.tree, response: Self.tree, schemas: ["Tree: { type: array, items: \(Self.tree) }"])
        #expect(try importAndCompare(text).contains("'Tree' contains itself: it is read as JSON"))
    }

    @Test func aRingOfReferencesEnds() throws {
        let ring = (0..<40).map {
            "Tree\($0 == 0 ? "" : "\($0)"): { $ref: '#/components/schemas/Tree\($0 == 39 ? "" : "\($0 + 1)")' }"
        }
        try importAndCompare(document(body: Self.tree, response: Self.tree, schemas: ring))
    }

    /// Each schema refers to the next one: deeper than a stack.
    @Test(arguments: [
        "{ type: array, items: NEXT }", "{ type: object, properties: { a: NEXT } }",
        "{ type: object, additionalProperties: NEXT }",
    ])
    func aLongChainIsCut(_ link: String) throws {
        func name(_ number: Int) -> String { number == 0 ? "Tree" : "Tree\(number)" }
        let chain = (0..<20_000).map {
            "\(name($0)): " + link.replacing("NEXT", with: "{ $ref: '#/components/schemas/\(name($0 + 1))' }")
        }
        let told = try importAndCompare(document(body: Self.tree, response: Self.tree, schemas: chain))
        #expect(told.contains("types are nested more than 64 levels deep here: the rest is read as JSON"))
    }

    /// Ten schemas, each with ten members of the next one: ten thousand million paths.
    @Test func manyPathsAreOneType() throws {
        let schemas = (0..<10).map { level in
            let next = level == 9 ? "{ type: string }" : "{ $ref: '#/components/schemas/Tree\(level + 1)' }"
            let members = (0..<10).map { "m\($0): \(next)" }.joined(separator: ", ")
            return "Tree\(level == 0 ? "" : "\(level)"): { type: object, properties: { \(members) } }"
        }
        try importAndCompare(document(body: Self.tree, response: Self.tree, schemas: schemas))
    }

    @Test func aNameWithThousandsOfBracketsIsIgnored() throws {
        let name = "a" + String(repeating: "[b]", count: 20_000)
        let text = """
            openapi: 3.0.0
            info: { title: Things }
            paths:
              /api/v4/things:
                get:
                  tags: [things]
                  parameters: [{ in: query, name: '\(name)', schema: { type: string } }]
                  responses: { '204': { description: OK } }
            """
        let told = try importAndCompare(text)
        #expect(told == ["the name of an attribute has 20000 brackets, more than 16: it is ignored"])
    }

    /// A spec with a hash of itself, compared with a schema of itself.
    @Test func recursionOnBothSidesIsComparedOnce() throws {
        let spec = """
            resource: { name: things, type: Things, about: "Things.", docs: https://docs.gitlab.com/api/things/ }
            operations:
              create:
                POST: /things
                about: "Makes one."
                returns: Node
                body: { tree: { type: Tree, about: "The tree." } }
            hashes:
              Tree: { about: "A tree.", attributes: { children: { type: [Tree], about: "Below it." } } }
            types:
              Node: { about: "A node.", fields: { children: { type: [Node], about: "Below it." } } }
            """
        let schema = "Tree: { type: object, properties: { children: { type: array, items: \(Self.tree) } } }"
        let reading = SpecReading(
            [SpecFile(path: "spec/things.yaml", bytes: Array(spec.utf8))], diagnostics: DiagnosticCollector())
        let (document, _) = try document(document(body: Self.tree, response: Self.tree, schemas: [schema]))
        let check = DriftCheck(reading.api, reading.knownDrift, against: document, tag: nil)
        #expect(check.comparedOperations == 1 && check.diagnostics.isEmpty, "\(check.diagnostics.map(\.message))")
    }

    @Test func randomDocumentsAreRead() throws {
        for seed in Seeds(40) {
            let text = HostileDocument.text(seed: seed)
            do {
                try importAndCompare(text)
            } catch {
                Issue.record("seed \(seed): \(error)\n\(text)")
            }
        }
    }
}
