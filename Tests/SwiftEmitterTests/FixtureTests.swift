// The examples of models: JSON whatever the spec says, and the same in every run.

import Foundation
import SpecModel
import SpecSyntax
import SwiftEmitter
import Testing

@Suite struct FixtureTests {
    private func examples(_ spec: String) throws -> [[String: Any]] {
        let diagnostics = DiagnosticCollector()
        let file = SpecFile(path: "spec/test.yaml", bytes: Array(spec.utf8))
        let api = try #require(API([file], diagnostics: diagnostics), "\(diagnostics.sorted)")
        let text = ClientEmitter(api).fixtureFiles().map(\.text).joined()
        #expect(text == ClientEmitter(api).fixtureFiles().map(\.text).joined())
        return try text.components(separatedBy: "\"\"\"").enumerated().filter { $0.offset % 2 == 1 }.map { part in
            try #require(try JSONSerialization.jsonObject(with: Data(part.element.utf8)) as? [String: Any])
        }
    }

    @Test func everyKindOfFieldHasAValue() throws {
        let example = try #require(
            examples(
                """
                types:
                  Thing:
                    about: "A thing."
                    fields:
                      id: { type: integer, always: true, about: "I." }
                      archived: { type: boolean, about: "A." }
                      created_at: { type: datetime, about: "C." }
                      due: { type: date, about: "D." }
                      token: { type: string, secret: true, about: "T." }
                      labels: { type: [string], about: "L." }
                      counts: { type: { string: integer }, about: "C." }
                      level: { type: Level, about: "L." }
                      part: { type: Part, about: "P." }
                      extra: { type: json, about: "E." }
                  Part: { about: "A part.", fields: { web_url: { type: string, about: "W." } } }
                enums:
                  Level:
                    type: integer
                    about: "L."
                    values: { guest: { value: 10, about: "G." } }
                """
            ).first)
        #expect(
            NSDictionary(dictionary: example)
                == [
                    "id": 42, "archived": false, "created_at": "2026-02-15T09:30:00Z", "due": "2026-04-15",
                    "token": "a secret", "labels": ["label"], "counts": ["key": 6], "level": 10,
                    "part": ["web_url": "https://gitlab.example.com/tools/compiler"], "extra": ["key": "value"],
                ])
    }

    @Test func hostileWordsStayInTheirTexts() throws {
        let example = try #require(
            examples(
                #"""
                types:
                  Thing: { about: "A.", fields: { kind: { type: Kind, about: "K." } } }
                enums:
                  Kind: { about: "K.", values: { 'a"\(evil)"""b': { as: evil, about: "E." } } }
                """#
            ).first)
        #expect(example["kind"] as? String == "a(evil)b")
    }
}
