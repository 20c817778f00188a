// Imports of one thing each, from documents of a few lines.

import Generator
import OpenAPI
import OpenAPIImport
import SpecSyntax
import Testing

extension ImportTests {
    /// The text of all files for operations as they stand below `paths`, and the parts that could not be imported.
    private func imported(_ paths: String, schemas: String = "{}") throws -> (text: String, told: [String]) {
        let lines = paths.split(separator: "\n").map { "  \($0)\n" }.joined()
        let text = "openapi: 3.0.0\ninfo: { title: Small }\ncomponents: { schemas: \(schemas) }\npaths:\n\(lines)"
        let imported = ImportedSpec(try document(text), .document)
        let files = imported.files.map { SpecFile(path: "spec/" + $0.path, bytes: Array($0.text.utf8)) }
        let generation = try Generation(spec: files)
        #expect(generation.tree != nil, "\(generation.report)")
        return (imported.files.map(\.text).joined(), imported.diagnostics.map(\.message))
    }

    /// The text for an operation with these parameters in its query.
    private func imported(query parameters: String...) throws -> String {
        let list = parameters.map { "{ in: query, \($0) }" }.joined(separator: ", ")
        return try imported("/api/v4/things: { get: { tags: [a], parameters: [\(list)], responses: { '204': {} } } }")
            .text
    }

    @Test(arguments: [
        // No query has a file.
        ("name: logo, schema: { type: string, format: binary }", "logo: { type: string, about: "),
        // A default of another type is left out.
        ("name: loud, schema: { type: boolean, default: maybe }", "loud: { type: boolean, about: "),
        ("name: size, schema: { type: integer, default: big }", "size: { type: integer, about: "),
        (
            #"name: word, schema: { type: string, default: 'a "b" \c' }"#,
            #"word: { type: string, default: "a \"b\" \\c", about: "#
        ),
        // Swift names have no sign.
        ("name: level, schema: { type: integer, enum: [-1, 5] }", "minus1: { value: -1, about: "),
        // A text that older YAML reads as a boolean is in quotes.
        ("name: yes, schema: { type: string }", "\"yes\": { type: string, about: "),
    ])
    func anAttributeBecomesARow(_ parameter: String, _ row: String) throws {
        let text = try imported(query: parameter)
        #expect(text.contains("      \(row)"), "\(text)")
    }

    /// Symbols of Ruby are texts; in quotes, a colon belongs to the text.
    @Test(arguments: [
        ("enum:\n- :dependency_list\n- :csv", ["dependency_list: {", "csv: {"]),
        ("enum:\n- :\"two words\"\n- plain", ["\"two words\": {", "plain: {"]),
        ("enum:\n- ':csv'\n- a", ["\":csv\": {"]),
        ("default: :csv", ["default: \"csv\""]), ("default: ':csv'", ["default: \":csv\""]),
    ])
    func symbolsOfRubyAreTexts(_ schema: String, _ lines: [String]) throws {
        let rows = schema.split(separator: "\n").map { "\n          " + $0 }.joined()
        let text = try imported(
            """
            /api/v4/things:
              get:
                tags: [a]
                responses: { '204': {} }
                parameters:
                  - in: query
                    name: kind
                    schema:
                      type: string\(rows)
            """
        ).text
        for line in lines { #expect(text.contains(line), "\(text)") }
    }

    @Test func otherCodeOfTheServerIsReported() throws {
        let (_, told) = try imported(
            "/api/v4/things: { get: { tags: [a], parameters: [{ in: query, name: kind, schema: { type: string, enum: ['1..10', '#<Proc>', a] } }], responses: { '204': {} } } }"
        )
        #expect(
            told
                == ["1..10", "#<Proc>"].map {
                    "the value '\($0)' looks like code of the server: check what it stands for"
                })
    }

    @Test(arguments: [
        ("integer", "default: 010"), ("integer", "default: 1_000"), ("integer", "default: 9, maximum: 5"),
        ("number", "default: nan"), ("boolean", "default: 'yes'"), ("string", "default: abc, maxLength: 2"),
    ])
    func aDefaultThatIsNoneIsReported(_ type: String, _ schema: String) throws {
        let (text, told) = try imported(
            "/api/v4/things: { get: { tags: [a], parameters: [{ in: query, name: kind, schema: { type: \(type), \(schema) } }], responses: { '204': {} } } }"
        )
        #expect(!text.contains("default:"))
        #expect(told.count == 1 && told[0].hasSuffix("' is not a value of the type '\(type)': it is left out"))
    }

    @Test func rowsOfOneSwiftNameAreToldApart() throws {
        let text = try imported(query: "name: a_b, schema: { type: string }", "name: a-b, schema: { type: string }")
        #expect(text.contains("a-b\": { type: string, as: aBField, about: "), "\(text)")
    }

    @Test func anAttributeStandsOnce() throws {
        let (text, told) = try imported(
            """
            /api/v4/things:
              post:
                tags: [a]
                parameters: [{ in: query, name: size, schema: { type: integer } }]
                requestBody: { content: { application/json: { schema: { type: object, properties: { size: { type: string } } } } } }
                responses: { '204': {} }
            """)
        #expect(text.contains("size: { type: integer,") && !text.contains("size: { type: string,"), "\(text)")
        #expect(told == ["'size' appears twice in one operation"])
    }

    @Test func theSameRowsAreOneHash() throws {
        let text = try imported(
            ["things", "others"].map { path in
                """
                /api/v4/\(path):
                  post:
                    tags: [a]
                    requestBody: { content: { application/json: { schema: { type: object, properties: {
                      size: { type: object, properties: { width: { type: integer } } } } } } } }
                    responses: { '204': {} }
                """
            }.joined(separator: "\n")
        ).text
        #expect(text.split(separator: "size: { type: Size, ").count == 3, "\(text)")
        #expect(text.split(separator: "\n").filter { $0.contains("width: {") }.count == 1)
    }

    @Test(arguments: [
        ("'200': { content: { application/zip: { schema: { type: string } } } }", "download"),
        ("'302': { description: Elsewhere }", "download"),
        ("'200': { content: { text/plain: { schema: { type: string } } } }", "string"),
    ])
    func whatIsNeitherJSONNorTextIsADownload(_ response: String, _ type: String) throws {
        let text = try imported("/api/v4/things/{id}/part: { get: { tags: [a], responses: { \(response) } } }").text
        #expect(text.contains("returns: \(type)\n"), "\(text)")
    }

    @Test(arguments: [
        ("policies", "createPolicy"), ("status", "createStatus"), ("branches", "createBranch"),
        ("aliases", "createAlias"),
        ("boxes", "createBox"), ("series", "createSeries"), ("access", "createAccess"), ("analysis", "createAnalysis"),
    ])
    func whatIsCreatedIsOne(_ path: String, _ name: String) throws {
        let text = try imported("/api/v4/\(path): { post: { tags: [a], responses: { '204': {} } } }").text
        #expect(text.contains("  \(name):\n"), "\(text)")
    }

    @Test(arguments: [
        ("projects", "id_or_path, of: project"), ("groups", "id_or_path, of: group"), ("things", "string"),
    ])
    func aProjectIsNamedByItsIDOrPath(_ container: String, _ type: String) throws {
        let text = try imported(
            """
            /api/v4/\(container)/{id}/parts:
              get: { tags: [a], parameters: [{ in: path, name: id, required: true, schema: { type: string } }], responses: { '204': {} } }
            """
        ).text
        #expect(text.contains("id: { type: \(type), required: true, "), "\(text)")
    }

    @Test func namesOfSwiftAndOfTheRuntimeAreLeftToThem() throws {
        let text = try imported(
            """
            /api/v4/things/{id}:
              get: { tags: [a], responses: { '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } } } } }
            """, schemas: "{ Error: { type: object, properties: { id: { type: integer } } } }"
        ).text
        #expect(text.contains("returns: ErrorDetails\n"), "\(text)")
    }

    @Test func tagsThatDifferInBlanksAreOneResource() throws {
        let text = try imported(
            """
            /api/v4/things: { get: { tags: [Deploy keys], responses: { '204': {} } } }
            /api/v4/others: { get: { tags: [deploy_keys], responses: { '204': {} } } }
            """
        ).text
        #expect(text.split(separator: "\nresource:\n").count == 2, "\(text)")
    }
}
