// A small valid spec, and its model.

import SpecModel
import SpecSyntax
import Testing

/// Reads a spec of one file and returns its API, or its diagnostics.
func read(_ text: String) -> (api: API?, diagnostics: [Diagnostic]) {
    let diagnostics = DiagnosticCollector()
    let api = API([SpecFile(path: "spec/test.yaml", bytes: Array(text.utf8))], diagnostics: diagnostics)
    return (api, diagnostics.sorted)
}

@Suite struct SpecTests {
    @Test func tablesAreSharedAndKeepTheirPlace() throws {
        let api = try #require(
            read(
                """
                resource: { name: things, type: Things, about: "Things." }
                operations:
                  list:
                    GET: /things
                    request: ListThings
                    about: "Lists things."
                    docs: https://example.com
                    returns: [Thing]
                    pages: [offset]
                    query:
                      order_by: { type: Order, default: name, about: "Field to sort by." }
                tables:
                  offset_paging:
                    page: { type: integer, minimum: 1, about: "The page." }
                    per_page: { type: integer, maximum: 100, about: "Things a page." }
                types:
                  Thing:
                    about: "A thing."
                    fields:
                      id: { type: integer, always: true, about: "Its number." }
                      tags: { type: [string], about: "Its tags." }
                      labels: { type: {string: string}, about: "Its labels." }
                enums:
                  Order:
                    about: "An order."
                    values:
                      name: { about: "By name." }
                """
            ).api)
        let list = try #require(api.resources.first?.operations.first)
        #expect(list.attributes.map(\.name.value) == ["order_by", "page", "per_page"])
        #expect(list.attributes.map(\.location) == [.query, .query, .query])
        #expect(list.attributes[1].name.range.start.line == 14, "a row of a table keeps its own place")
        #expect(list.attributes[0].swiftName.text == "orderBy")
        #expect(list.attributes[0].defaultValue?.value == ["name"])
        #expect(list.attributes[2].limits.maximum?.value == 100)
        #expect(list.response.value == .value(.array(.named("Thing"))))
        #expect(
            api.models[0].fields.map(\.type.value) == [
                .builtIn(.integer), .array(.builtIn(.string)), .openHash(.builtIn(.string)),
            ])
    }

    @Test(arguments: [
        ("path_with_namespace", "pathWithNamespace"), ("avatar_url", "avatarURL"), ("_links", "links"), ("id", "id"),
        ("http_url_to_repo", "httpURLToRepo"), ("import_url", "importURL"), ("topic_id", "topicID"), ("url", "url"),
        ("If-Unmodified-Since", "ifUnmodifiedSince"), ("user_ids", "userIDs"), ("keep_n", "keepN"),
        ("description_html", "descriptionHTML"),
    ])
    func namesBecomeSwift(_ name: String, swiftName: String) {
        #expect(SwiftName(from: name).text == swiftName)
    }

    @Test(arguments: [
        ("élan_vital", "élanVital"), ("vita_élan", "vitaÉlan"), ("a_e\u{301}b", "aE\u{301}b"), ("a_ßen", "aSSen"),
        ("__a__b", "aB"), ("", "empty"), ("_", ""), ("A.B-C D", "aBCD"),
    ])
    func namesNeedNotBeWordsOfLetters(_ name: String, _ swiftName: String) {
        #expect(SwiftName(from: name).text == swiftName)
    }

    @Test func filesAreReadInTheOrderOfTheirNames() throws {
        // They are read at the same time, and their diagnostics keep their order.
        let files = (10..<90).map { number in
            SpecFile(
                path: "spec/\(number).yaml",
                bytes: Array("types: { T\(number): { about: 'One.', fields: {}, wrong: 1 } }\nenums: {}\n".utf8))
        }
        let diagnostics = DiagnosticCollector()
        let reading = SpecReading(files, diagnostics: diagnostics)
        #expect(reading.api.models.map(\.name.value) == (10..<90).map { "T\($0)" })
        #expect(diagnostics.sorted.map(\.range.path) == files.map(\.path))
    }

    @Test(arguments: [
        ("_links", true), ("a_b2", true), ("a__b", false), ("__a", false), ("a_", false), ("aB", false), ("a-b", false),
    ])
    func namesHaveOneSignBetweenTwoWords(_ name: String, _ isFine: Bool) {
        let text = "hashes: { Wish: { about: 'A wish.', attributes: { \(name): { type: string, about: 'Short.' } } } }"
        let collector = DiagnosticCollector()
        let reading = SpecReading([SpecFile(path: "spec/a.yaml", bytes: Array(text.utf8))], diagnostics: collector)
        Lint(reading, diagnostics: collector).check()
        #expect(collector.sorted.contains { $0.rule == "name-style" } != isFine, "\(collector.sorted)")
    }

    @Test func disagreementsComeInTheOrderOfTheSpec() throws {
        let operations = (1...6).map { number in
            """
              create\(number):
                POST: /things\(number)
                request: CreateThing\(number)
                about: "Adds a new one."
                docs: https://docs.gitlab.com/api/projects/
                returns: Thing
                body:
                  count: { type: string, about: "How many of it are in stock." }

            """
        }
        let text = """
            resource: { name: things, type: Things, about: "Things that people keep on the server." }
            operations:
            \(operations.joined())
            types:
              Thing:
                about: "Something kept on the server."
                fields:
                  count: { type: integer, about: "How many of it are in stock." }
            """
        let collector = DiagnosticCollector()
        let reading = SpecReading([SpecFile(path: "spec/a.yaml", bytes: Array(text.utf8))], diagnostics: collector)
        Lint(reading, diagnostics: collector).check()
        let found = collector.sorted.filter { $0.rule == "disagreement" }
        #expect(found.count == 6, "\(collector.sorted)")
        let lines = found.flatMap { $0.notes.map(\.range.start.line) }
        #expect(lines == lines.sorted() && Set(lines).count == 6)
    }
}
