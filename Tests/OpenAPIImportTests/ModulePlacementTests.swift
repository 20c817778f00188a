// Where an import puts its files in a spec with modules.

import Generator
import OpenAPI
import OpenAPIImport
import SpecModel
import SpecSyntax
import Testing

@Suite struct ModulePlacementTests {
    private static let modules = """
        modules:
          Harbour: { folder: harbour, tags: [Boats], about: "Boats and what they carry." }
          Common: { folder: common, shared: true, about: "Types of several modules." }
        """

    private static func document(tag: String) -> String {
        """
        openapi: 3.0.0
        info: { title: Small }
        components: { schemas: { Boat: { type: object, properties: { id: { type: integer } } } } }
        paths:
          /api/v4/boats/{id}:
            get:
              tags: [\(tag)]
              summary: Get a boat
              operationId: getBoat
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
              responses:
                "200": { content: { application/json: { schema: { $ref: "#/components/schemas/Boat" } } } }
        """
    }

    private func imported(tag: String) throws -> (files: [SpecFile], messages: [String]) {
        let collector = DiagnosticCollector()
        let text = SourceText(SpecFile(path: "api.yaml", bytes: Array(Self.document(tag: tag).utf8)))
        let document = try #require(OpenAPIDocument(text, diagnostics: collector), "\(collector.sorted)")
        let modules = SpecFile(path: "spec/modules.yaml", bytes: Array(Self.modules.utf8))
        let spec = SpecReading([modules], diagnostics: collector)
        let imported = ImportedSpec(document, .document, existing: spec)
        return ([modules] + imported.changes(in: [modules], of: "spec").newFiles, imported.diagnostics.map(\.message))
    }

    @Test func theFolderIsThatOfTheModuleWithTheTag() throws {
        let (files, messages) = try imported(tag: "Boats")
        #expect(files.map(\.path).dropFirst() == ["spec/harbour/boats.yaml", "spec/harbour/types/boats_types.yaml"])
        #expect(messages.isEmpty)
        let generation = try Generation(spec: files)
        #expect(generation.tree?["Harbour/Boats/Boats.swift"] != nil, "\(generation.report)")
    }

    @Test func aTagWithoutAModuleIsReported() throws {
        let (files, messages) = try imported(tag: "Ships")
        #expect(files.map(\.path).dropFirst().allSatisfy { !$0.contains("harbour") })
        #expect(messages == ["no module has the tag 'Ships': move the new file into the folder of one"])
    }
}
