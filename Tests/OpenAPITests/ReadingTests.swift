// Documents of both versions read as the same value, with every place.

import OpenAPI
import SpecSyntax
import Testing

@Suite struct ReadingTests {
    private func read(_ text: String) -> (OpenAPIDocument?, [Diagnostic]) {
        let collector = DiagnosticCollector()
        let document = OpenAPIDocument(
            SourceText(SpecFile(path: "api.yaml", bytes: Array(text.utf8))), diagnostics: collector)
        return (document, collector.sorted)
    }

    private let second = """
        swagger: '2.0'
        info: { title: Things, version: v4 }
        definitions:
          postThings:
            type: object
            required: [name]
            properties:
              name: { type: string, description: What it is called. }
              level: { type: integer, enum: [10, 20] }
              settings: { type: object, properties: { color: { type: symbol } } }
          Thing: { type: object, properties: { id: { type: integer }, parent: { $ref: '#/definitions/Thing' } } }
        paths:
          "/api/v4/things/{id}":
            get:
              operationId: getThing
              tags: [things]
              deprecated: true
              parameters:
                - { in: path, name: id, type: string, required: true }
                - { in: query, name: 'not[labels]', type: array, items: { type: string } }
                - { in: query, name: 'not[author]', type: integer, required: true }
                - { in: query, name: since, type: string, format: date-time, description: "[Deprecated] Use `after`." }
                - { in: cookie, name: session, type: string }
              responses: { '200': { description: A thing, schema: { $ref: '#/definitions/Thing' } }, default: { } }
          "/api/v4/things":
            post:
              consumes: [multipart/form-data]
              parameters:
                - { in: body, name: postThings, schema: { $ref: '#/definitions/postThings' } }
                - { in: formData, name: image, type: file, required: true }
              responses: { '204': { description: Done } }

        """

    private let third = """
        openapi: 3.0.0
        info: { title: Things, version: v4 }
        components:
          parameters:
            id: { in: path, name: id, schema: { oneOf: [{ type: string }, { type: integer }] }, required: true }
          schemas:
            Body:
              type: object
              required: [name]
              properties:
                name: { type: string, description: What it is called. }
                level: { type: integer, enum: [10, 20], nullable: true }
                settings: { type: object, properties: { color: { type: string } } }
                image: { type: string, format: binary }
            Thing: { type: object, properties: { id: { type: integer }, parent: { $ref: '#/components/schemas/Thing' } } }
        paths:
          "/api/v4/things/{id}":
            parameters:
              - { $ref: '#/components/parameters/id' }
            get:
              operationId: getThing
              tags: [things]
              deprecated: true
              parameters:
                - { in: query, name: not, schema: { type: object, nullable: true } }
                - { in: query, name: 'not[labels]', schema: { type: array, items: { type: string } } }
                - { in: query, name: 'not[author]', schema: { type: integer }, required: true }
                - { in: query, name: since, schema: { type: string, format: date-time }, deprecated: true }
              responses:
                '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } }
          "/api/v4/things":
            post:
              requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Body' } } } }
              responses: { '204': { description: Done } }

        """

    @Test func bothVersionsSayTheSame() throws {
        for (text, version) in [(second, "2.0"), (third, "3.0.0")] {
            let (found, diagnostics) = read(text)
            let document = try #require(found, "\(diagnostics)")
            #expect(diagnostics.isEmpty)
            #expect(document.version.value == version && document.title.value == "Things")
            #expect(
                document.operations.map { "\($0.method.value) \($0.path.value)" } == [
                    "GET /api/v4/things/{id}", "POST /api/v4/things",
                ])
            let get = document.operations[0]
            #expect(get.operationID?.value == "getThing" && get.tags.map(\.value) == ["things"] && get.isDeprecated)
            #expect(Set(get.attributes.map(\.name.value)) == ["id", "not", "since"], "\(version)")
            let not = try #require(get.attributes.first { $0.name.value == "not" })
            #expect(not.schema.words == "object with labels, author" && !not.isRequired)
            guard case .object(let members, nil) = not.schema.kind else { throw Wrong() }
            #expect(members.map(\.isRequired) == [false, true])
            #expect(members.map(\.schema.words) == ["array of string", "integer"])
            let since = try #require(get.attributes.first { $0.name.value == "since" })
            #expect(since.schema.words == "string (date-time)" && since.schema.isDeprecated)
            #expect(
                get.attributes(in: .path).map(\.schema.words) == [version == "2.0" ? "string" : "string or integer"])
            let response = try #require(get.success?.schema)
            #expect(response.words == "Thing" && document.resolved(response).words == "object with id, parent")

            let post = document.operations[1]
            #expect(post.isMultipart && post.success?.status == 204 && post.success?.schema == nil)
            #expect(post.attributes(in: .body).map(\.name.value) == ["name", "level", "settings", "image"])
            #expect(
                post.attributes(in: .body).map(\.schema.words) == [
                    "string", "integer, one of 10, 20", "object with color", "file",
                ])
            #expect(post.attributes.first?.isRequired == true && post.attributes[1].isRequired == false)
        }
    }

    @Test func anOwnParameterGoesBeforeThePaths() throws {
        let text = """
            openapi: 3.0.0
            info: { title: One }
            paths:
              /one:
                parameters: [{ in: query, name: page, schema: { type: string } }, { in: query, name: all, schema: { type: boolean } }]
                get: { parameters: [{ in: query, name: page, schema: { type: integer } }], responses: { '204': {} } }
            """
        let get = try #require(read(text).0).operations[0]
        #expect(get.attributes.map { "\($0.name.value) \($0.schema.words)" } == ["page integer", "all boolean"])
    }

    @Test func everythingKnowsItsPlace() throws {
        let document = try #require(read(second).0)
        let get = document.operations[0]
        #expect(get.path.range.start == SourcePosition(line: 13, column: 3))
        #expect(get.attributes[0].name.range.start == SourcePosition(line: 19, column: 29))
        #expect(document.schema(named: "Thing")?.name.range.start == SourcePosition(line: 11, column: 3))
    }

    @Test(arguments: [
        ("a: b", "neither 'openapi' nor 'swagger'"), ("swagger: '1.2'", "OpenAPI 1.2 is not supported"),
        ("openapi: 3.0.0", "no paths"), ("", "the file is empty"), ("openapi: [", "not YAML"), ("- a", "neither"),
    ])
    func whatIsNoDocumentIsRejected(_ text: String, _ message: String) {
        let (_, diagnostics) = read(text)
        #expect(diagnostics.contains { $0.message.contains(message) }, "\(diagnostics)")
    }

    @Test func schemasThatLeadNowhereEnd() throws {
        let text = third.replacing(
            "type: string, description: What it is called.", with: "$ref: '#/components/schemas/Loop'"
        )
        .replacing(
            "            Thing:", with: "            Loop: { $ref: '#/components/schemas/Loop' }\n            Thing:")
        let document = try #require(read(text).0)
        let name = try #require(document.operations[1].attributes.first)
        #expect(document.resolved(name.schema).words == "Loop")
    }

    private struct Wrong: Error {}
}
