// Types that operations of several modules need: an import puts them into the module that all others see.

import Generator
import OpenAPI
import OpenAPIImport
import SpecModel
import SpecSyntax
import Testing

@Suite struct SharedTypeTests {
    private static let modules = """
        modules:
          Harbour: { folder: harbour, tags: [Boats, Piers], about: "Boats and where they lie." }
          Sea: { folder: sea, tags: [Routes], about: "Where boats go." }
          Common: { folder: common, shared: true, about: "Types of several modules." }
        """

    /// Boats, piers and routes have a captain, who has a rank; boats and piers have a berth, and routes a depth.
    /// Boats and routes change their cargo, which is crates of a kind.
    private static let document = """
        openapi: 3.0.0
        info: { title: Small }
        components:
          schemas:
            Boat:
              type: object
              properties: { captain: { $ref: "#/components/schemas/Captain" }, berth: { $ref: "#/components/schemas/Berth" } }
            Pier:
              type: object
              properties: { berths: { type: array, items: { $ref: "#/components/schemas/Berth" } } }
            Route:
              type: object
              properties: { captains: { type: array, items: { $ref: "#/components/schemas/Captain" } }, depth: { $ref: "#/components/schemas/Depth" } }
            Captain:
              type: object
              properties: { name: { type: string }, rank: { $ref: "#/components/schemas/Rank" } }
            Rank: { type: object, properties: { stripes: { type: integer, enum: [1, 2, 3] } } }
            Berth: { type: object, properties: { length: { type: integer } } }
            Depth: { type: object, properties: { metres: { type: number } } }
            Cargo: { type: object, properties: { crate: { $ref: "#/components/schemas/Crate" } } }
            Crate: { type: object, properties: { kind: { type: string, enum: [tea, rum] } } }
        paths:
          /api/v4/boats/{id}:
            get:
              tags: [Boats]
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
              responses:
                "200": { content: { application/json: { schema: { $ref: "#/components/schemas/Boat" } } } }
            put:
              tags: [Boats]
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
              requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Cargo" } } } }
              responses: { "200": { description: OK } }
          /api/v4/piers/{id}:
            get:
              tags: [Piers]
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
              responses:
                "200": { content: { application/json: { schema: { $ref: "#/components/schemas/Pier" } } } }
          /api/v4/routes/{id}:
            get:
              tags: [Routes]
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
              responses:
                "200": { content: { application/json: { schema: { $ref: "#/components/schemas/Route" } } } }
            put:
              tags: [Routes]
              parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
              requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Cargo" } } } }
              responses: { "200": { description: OK } }
        """

    /// The spec after an import, its own files included.
    private func imported(_ modules: String, tags: [String]? = nil) throws -> [SpecFile] {
        let collector = DiagnosticCollector()
        let text = SourceText(SpecFile(path: "api.yaml", bytes: Array(Self.document.utf8)))
        let document = try #require(OpenAPIDocument(text, diagnostics: collector), "\(collector.sorted)")
        let files = [SpecFile(path: "spec/modules.yaml", bytes: Array(modules.utf8))]
        let spec = SpecReading(files, diagnostics: collector)
        let imported = ImportedSpec(document, tags.map { .tags($0) } ?? .document, existing: spec)
        return files + imported.changes(in: files, of: "spec").newFiles
    }

    /// The types that the files below a folder declare.
    private func types(in folder: String, of files: [SpecFile]) throws -> Set<String> {
        let api = SpecReading(files, diagnostics: DiagnosticCollector()).api
        let all =
            api.models.map { ($0.file, $0.name.value) } + api.hashes.map { ($0.file, $0.name.value) }
            + api.enums.map { ($0.file, $0.name.value) }
        return Set(all.filter { $0.0.hasPrefix("spec/\(folder)/") }.map(\.1))
    }

    @Test func whatTwoModulesNeedIsShared() throws {
        let files = try imported(Self.modules)
        #expect(try types(in: "harbour", of: files) == ["Boat", "Pier", "Berth"])
        #expect(try types(in: "sea", of: files) == ["Route", "Depth"])
        #expect(
            try types(in: "common", of: files) == ["Captain", "Rank", "RankStripes", "Crate", "CrateKind"],
            "\(files.map { String(decoding: $0.bytes, as: UTF8.self) })")
        #expect(
            files.map(\.path) == [
                "spec/modules.yaml", "spec/harbour/boats.yaml", "spec/harbour/types/boats_types.yaml",
                "spec/common/types/boats_shared_types.yaml", "spec/harbour/piers.yaml",
                "spec/harbour/types/piers_types.yaml", "spec/sea/routes.yaml", "spec/sea/types/routes_types.yaml",
            ])
        let generation = try Generation(spec: files)
        #expect(generation.tree?["Common/Models/BoatsSharedTypes.swift"] != nil, "\(generation.report)")
    }

    @Test func whatOneModuleNeedsStaysInIt() throws {
        let files = try imported(Self.modules, tags: ["Boats", "Piers"])
        #expect(try types(in: "common", of: files) == [])
        #expect(try Generation(spec: files).tree != nil)
    }

    /// A person may put the tag into any module.
    @Test func aTagWithoutAModuleCountsAsOne() throws {
        let files = try imported(Self.modules.replacing(", Piers", with: "").replacing("[Routes]", with: "[Rivers]"))
        #expect(
            try types(in: "common", of: files)
                == ["Berth", "Captain", "Rank", "RankStripes", "Crate", "CrateKind"])
    }

    @Test func withoutASharedModuleNothingMoves() throws {
        let files = try imported(Self.modules.replacing(", shared: true", with: ""))
        #expect(try types(in: "common", of: files) == [])
        #expect(try types(in: "harbour", of: files).isSuperset(of: ["Captain", "Rank", "Crate"]))
    }
}
