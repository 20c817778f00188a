// The operations as data: JSON whatever the spec says, one line for each row, and nothing that Swift would interpret.

import Foundation
import SpecModel
import SpecSyntax
import SwiftEmitter
import Testing

@Suite struct OperationDocumentTests {
    private func api(_ row: String) throws -> API {
        let diagnostics = DiagnosticCollector()
        let text = """
            resource:
              name: winds
              type: Winds
              about: "Winds of the sample."
              docs: https://docs.gitlab.com/api/projects/
            operations:
              list:
                GET: /projects/:id/winds
                about: "Lists the winds."
                returns: [Gust]
                pages: [offset]
                path:
                  id: { type: id_or_path, of: project, required: true, about: "The ID of the project." }
                query:
                  since: { type: datetime, about: "Only later ones." }
                  \(row)
            types:
              Gust:
                about: "A gust of wind."
                docs: https://docs.gitlab.com/api/projects/
                fields:
                  speed: { type: integer, always: true, about: "How fast it is." }
                  kind: { type: Kind, about: "Of which kind it is." }
                  next: { type: Gust, about: "The one behind it." }
            enums:
              Kind:
                about: "The kinds of gusts."
                docs: https://docs.gitlab.com/api/projects/
                values: { warm: { about: "A warm one." }, cold: { about: "A cold one." } }
            """
        let file = SpecFile(path: "spec/winds.yaml", bytes: Array(text.utf8))
        let reading = SpecReading([file], diagnostics: diagnostics)
        return reading.api
    }

    /// The JSON between the quotes.
    private func lines(_ api: API) throws -> [String] {
        let files = ClientEmitter(api).operationDocuments()
        let file = try #require(files.first { $0.path == "GitLabOperations/GitLab+Winds.swift" })
        let parts = file.text.components(separatedBy: "\"\"\"")
        try #require(parts.count == 3)
        return parts[1].split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            .filter { $0 != "" && $0 != "#" }
    }

    private func json(_ api: API) throws -> [[String: Any]] {
        let text = try lines(api).joined(separator: "\n")
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    }

    @Test func rowsLimitsAndDefaultsAreThere() throws {
        let documents = try json(
            api(#"force: { type: integer, required: true, minimum: 1, maximum: 12, default: 3, about: "F." }"#))
        let operation = try #require(documents.first { $0["operation"] != nil })
        #expect(operation["operation"] as? String == "winds.list" && operation["request"] as? String == "ListWinds")
        #expect(
            operation["paths"] as? [String] == ["/projects/:id/winds"] && operation["returns"] as? String == "[Gust]")
        #expect(operation["status"] as? Int == 200 && operation["pages"] as? [String] == ["offset"])
        let rows = try #require(operation["attributes"] as? [[String: Any]])
        #expect(rows.prefix(3).map { $0["name"] as? String } == ["id", "since", "force"])
        let force = rows[2]
        #expect(force["in"] as? String == "query" && force["type"] as? String == "integer")
        #expect(force["minimum"] as? Int == 1 && force["maximum"] as? Int == 12 && force["required"] as? Bool == true)
        #expect(force["default"] as? [String] == ["3"])

        let model = try #require(documents.first { $0["model"] as? String == "Gust" })
        let fields = try #require(model["fields"] as? [[String: Any]])
        #expect(fields[0]["example"] is Int && fields[0]["always"] as? Bool == true)
        #expect(fields[2]["example"] == nil, "the example of a model is put together by its readers")
        let values = documents.first { $0["enum"] as? String == "Kind" }?["values"] as? [String]
        #expect(values == ["warm", "cold"])
    }

    @Test func aChangeOfARowIsAChangeOfALine() throws {
        let before = try lines(api(#"force: { type: integer, maximum: 12, about: "F." }"#))
        let after = try lines(api(#"force: { type: integer, maximum: 17, about: "F." }"#))
        #expect(zip(before, after).count { $0 != $1 } == 1 && before.count == after.count)
    }

    @Test(arguments: ["a\"\"\"#b", "\\#(exit(1))", "é\u{2028}\u{1F600}", "\\"])
    func noTextEndsTheLiteral(_ text: String) throws {
        let quoted = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
        let documents = try json(api(#"force: { type: string, default: \#(quoted), about: "F." }"#))
        let rows = documents.compactMap { $0["attributes"] as? [[String: Any]] }.first
        #expect(rows?.first { $0["name"] as? String == "force" }?["default"] as? [String] == [text])
        let joined = try lines(api(#"force: { type: string, default: \#(quoted), about: "F." }"#)).joined()
        #expect(joined.utf8.allSatisfy { $0 < 0x80 } && !joined.contains("\\#"))
    }
}
