// Whoever adds a row to the spec finds in the failing test what to paste into the table.

import Foundation
import SpecModel
import SpecSyntax
import Testing

@Suite("Entries that the table lacks, as JSON") struct TableEntryTests {
    private func small() throws -> API {
        let text = """
            resource: { name: kites, type: Kites, about: "Kites." }
            operations:
              edit:
                PUT: /kites/:id
                request: EditKite
                about: "Changes a kite."
                docs: https://docs.gitlab.com/api/kites/
                returns: nothing
                path:
                  id: { type: id_or_path, of: project, required: true, about: "The kite." }
                body:
                  level: { type: Level, default: high, about: "How high." }
                  tail: { type: Tail, about: "Its tail." }
            hashes:
              Tail:
                about: "A tail."
                attributes:
                  length: { type: integer, required: true, about: "Its length." }
                  colors: { type: "[string]", default: [red, "dark \\"blue\\""], about: "Its colors." }
            enums:
              Level:
                about: "A level."
                type: integer
                values:
                  low: { value: 10, about: "Low." }
                  high: { value: 20, about: "High." }
            """.replacing("\"[string]\"", with: "[string]")
        let diagnostics = DiagnosticCollector()
        let file = SpecFile(path: "kites.yaml", bytes: Array(text.utf8))
        return try #require(
            API([file], diagnostics: diagnostics), "\(TextPrinter(files: [file]).text(for: diagnostics.sorted))")
    }

    private let entry = #"""
          {"method": "PUT", "path": "/kites/:id", "attributes": [
            {"name": "id", "in": "path", "type": "id_or_path", "required": true},
            {"name": "level", "in": "body", "type": "integer", "values": ["10", "20"], "default": ["20"]},
            {"name": "tail", "in": "body", "type": "hash", "members": [
              {"name": "length", "type": "integer", "required": true},
              {"name": "colors", "type": "array<string>", "default": ["red", "dark \"blue\""]}
            ]}
          ]}
        """#

    @Test func anOperationIsAnEntryOfTheFile() throws {
        let api = try small()
        #expect(Comparison(api).entry.text(for: api.resources[0].operations[0].routes[0]) == entry)
    }

    @Test func anAttributeIsALineBelowTheMessage() throws {
        let api = try small()
        let lines = entry.split(separator: "\n").filter { !$0.contains("\"level\"") && !$0.contains("\"colors\"") }
        let text = "[\(lines.joined(separator: "\n").replacing("true},\n        ]", with: "true}\n        ]"))]"
        let tabled = try JSONDecoder().decode([TabledOperation].self, from: Data(text.utf8))
        var comparison = Comparison(api)
        comparison.compare(tabled[0], api.resources[0].operations[0].routes[0])
        #expect(
            comparison.differences.map(\.description).sorted() == [
                """
                PUT /kites/:id: presence of level is missing in the table, there in the spec; add to operations.json:
                    {"name": "level", "in": "body", "type": "integer", "values": ["10", "20"], "default": ["20"]}
                """,
                """
                PUT /kites/:id: presence of tail.colors is missing in the table, there in the spec; add to operations.json:
                      {"name": "colors", "type": "array<string>", "default": ["red", "dark \\"blue\\""]}
                """,
            ])
    }

    @Test func whatIsPastedIsWhatTheSpecSays() throws {
        let api = try API.ofThisRepository()
        var comparison = Comparison(api)
        for route in api.resources.flatMap(\.operations).flatMap(\.routes) {
            let text = "[\(comparison.entry.text(for: route))]"
            let tabled = try JSONDecoder().decode([TabledOperation].self, from: Data(text.utf8))
            comparison.compare(try #require(tabled.first), route)
        }
        #expect(comparison.differences.isEmpty && comparison.enumUses.isEmpty && comparison.count > 900)
    }
}
