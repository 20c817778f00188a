// A small spec that is right, and what the model makes of it.

import SpecModel
import SpecSyntax
import Testing

/// Reads a spec of one file and returns what it gives, or its diagnostics.
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
                    query_tables: [paging]
                    query:
                      order_by: { type: Order, default: name, about: "What to sort by." }
                attributes:
                  paging:
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
        #expect(list.attributes[1].name.range.start.line == 15, "a row of a table keeps its own place")
        #expect(list.attributes[0].swiftName.text == "orderBy")
        #expect(list.attributes[0].defaultValue?.value == ["name"])
        #expect(list.attributes[2].limits.maximum?.value == 100)
        #expect(list.answer.value == .value(.array(.named("Thing"))))
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
}
