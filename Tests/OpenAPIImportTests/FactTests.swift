// Facts change what a document says; what it says by now, and what does not fit, is reported.

import Generator
import OpenAPI
import OpenAPIImport
import SpecSyntax
import Testing

@Suite struct FactTests {
    private static let document = """
        openapi: 3.0.0
        info: { title: Facts }
        components:
          schemas:
            APIEntitiesThing:
              type: object
              properties:
                id: { type: string }
                labels: { $ref: '#/components/schemas/APIEntitiesSticker' }
                count: { type: integer }
                state: { type: string }
                weight: { type: string }
            APIEntitiesSticker: { type: object, properties: { name: { type: string } } }
        paths:
          /api/v4/things:
            get: { tags: [Things], responses: { '200': { content: { application/json: { schema: { $ref: '#/components/schemas/APIEntitiesThing' } } } } } }
          /api/v4/things/{id}:
            get: { tags: [Things], responses: { '200': { content: { application/json: { schema: { $ref: '#/components/schemas/APIEntitiesThing' } } } } } }
            put: { tags: [Things], responses: { '200': { content: { application/json: { schema: { $ref: '#/components/schemas/Missing' } } } } } }

        """

    /// The imported text, the counts and the messages, with facts of two files.
    private func imported(
        _ rows: String, routes: String = ""
    ) throws -> (text: String, counts: FactsMerge.Counts, messages: [String]) {
        let collector = DiagnosticCollector()
        func file(_ path: String, _ text: String) -> SpecFile { SpecFile(path: path, bytes: Array(text.utf8)) }
        let files = [file("facts/fields.yaml", rows)] + (routes.isEmpty ? [] : [file("facts/routes.yaml", routes)])
        let given = try #require(
            OpenAPIDocument(SourceText(file("api.yaml", Self.document)), diagnostics: collector), "\(collector.sorted)")
        let facts = Facts(files, diagnostics: collector)
        let merge = FactsMerge(facts, into: given, diagnostics: collector)
        let imported = ImportedSpec(merge.document, .document, facts: facts)
        let generation = try Generation(
            spec: imported.files.map { SpecFile(path: "spec/" + $0.path, bytes: Array($0.text.utf8)) })
        #expect(generation.tree != nil, "\(generation.report)")
        let messages = (collector.sorted + imported.diagnostics).map { "\($0.rule): \($0.message)" }
        return (
            imported.files.map(\.text).joined(), merge.counts,
            messages.filter { !$0.hasPrefix("not-imported: the document has no schema 'Missing'") }
        )
    }

    @Test(arguments: [
        (#"operations: { "GET /things": { list: true } }"#, "list:\n    GET: \"/things\"\n"),
        ("schemas: { APIEntitiesThing: { id: { type: integer, was: string } } }", "id: { type: integer, about: "),
        (
            "schemas: { APIEntitiesThing: { labels: { list: true, was: object } } }",
            "labels: { type: [Sticker], about: "
        ),
        (
            "schemas: { APIEntitiesThing: { state: { nullable: true } } }",
            "state: { type: string, nullable: true, about: "
        ),
        ("schemas: { APIEntitiesThing: { made_at: { type: datetime } } }", "made_at: { type: datetime, about: "),
        (
            "schemas: { APIEntitiesThing: { names: { type: [string], nullable: true } } }",
            "names: { type: [string], nullable: true, "
        ),
        ("schemas: { APIEntitiesThing: { extra: { type: APIEntitiesSticker } } }", "extra: { type: Sticker, about: "),
        // Sentences of the glossary, where they are about the same thing.
        (
            #"{ schemas: { APIEntitiesThing: { size: { type: integer } } }, sentences: { fields: { size: { integer: { unit: bytes, about: "Its size." } } } } }"#,
            #"size: { type: integer, unit: bytes, about: "Its size." }"#
        ),
        (
            #"{ schemas: { APIEntitiesThing: { size: { type: integer } } }, sentences: { fields: { size: { integer: { about: "Size of the project." } } } } }"#,
            #"size: { type: integer, about: "TODO: say what it is." }"#
        ),
        (
            #"{ schemas: { APIEntitiesThing: { size: { type: integer } } }, sentences: { fields: { size: { integer: [{ about: "Size of a group." }, { about: "As in `project`." }] } } } }"#,
            #"size: { type: integer, about: "As in `project`." }"#
        ),
        // A person decides.
        (
            "schemas: { APIEntitiesThing: { weight: { maybe: integer, was: string, sources: [client-go] } } }",
            #"weight: { type: string, about: "TODO: say what it is; decide the type: integer, says client-go." }"#
        ),
        (
            "schemas: { APIEntitiesThing: { older: { maybe: integer, sources: [recorded, client-go] } } }",
            "      # older: integer, say recorded and client-go\n"
        ),
        (
            #"operations: { "PUT /things/:id": { maybe: list } }"#, "decide what it returns: a list.\""
        ),
    ])
    func aFactIsMerged(_ rows: String, _ text: String) throws {
        let imported = try imported(rows)
        #expect(imported.text.contains(text), "\(imported.text)")
        #expect(imported.messages.isEmpty)
        #expect(imported.counts != FactsMerge.Counts())
    }

    @Test(arguments: [
        (
            "schemas: { APIEntitiesThing: { count: { type: integer, was: string } } }",
            "needless-fact: the document itself says that 'count' is integer"
        ),
        (
            "schemas: { APIEntitiesThing: { count: { type: boolean } } }",
            "needless-fact: the document has the field 'count' itself"
        ),
        (
            "schemas: { APIEntitiesThing: { count: { type: boolean, was: string } } }",
            "unfitting-fact: 'count' is integer in the document, and was string when the fact was written"
        ),
        (
            "schemas: { APIEntitiesThing: { gone: { nullable: true } } }",
            "unfitting-fact: the document has no field 'gone' here"
        ),
        (
            "schemas: { APIEntitiesGone: { id: { nullable: true } } }",
            "unfitting-fact: the document has no schema 'APIEntitiesGone' with fields"
        ),
        (#"operations: { "GET /gone": { list: true } }"#, "unfitting-fact: the document has no GET /gone"),
        (
            "schemas: { APIEntitiesThing: { id: { type: text, was: string } } }",
            "wrong-fact: 'text' is no type of facts"
        ),
        ("schemas: { APIEntitiesThing: { id: { kind: text } } }", "wrong-fact: facts have no key 'kind'"),
        (
            "operations: { things: { list: true } }",
            "wrong-fact: 'things' is no method and path, such as \"GET /projects/:id\""
        ),
        ("other: {}", "wrong-fact: facts have 'operations' and 'schemas', no 'other'"),
    ])
    func whatDoesNotFitIsReported(_ rows: String, _ message: String) throws {
        let imported = try imported(rows)
        #expect(imported.messages == [message])
        #expect(imported.counts == FactsMerge.Counts())
    }

    @Test func routesThatTheDocumentLacksAreAdded() throws {
        let routes = """
            openapi: 3.0.0
            info: { title: Routes }
            paths:
              /api/v4/things: { get: { tags: [Things], responses: { '204': {} } } }
              /api/v4/things/{id}/files/*file_path: { get: { tags: [Things], summary: Download, responses: { '200': { content: { application/octet-stream: { schema: { type: string } } } } } } }
            """
        let imported = try imported("operations: {}", routes: routes)
        #expect(
            imported.text.contains("  downloadFile:\n    GET: \"/things/:id/files/:file_path\"\n"), "\(imported.text)")
        #expect(imported.counts.routes == 1)
        #expect(imported.messages == ["needless-fact: the document has GET /things itself"])
    }

    @Test func aReferenceToNothingIsReported() throws {
        let collector = DiagnosticCollector()
        let source = SourceText(SpecFile(path: "api.yaml", bytes: Array(Self.document.utf8)))
        let imported = ImportedSpec(try #require(OpenAPIDocument(source, diagnostics: collector)), .document)
        #expect(imported.diagnostics.map(\.message) == ["the document has no schema 'Missing': it is read as JSON"])
    }
}
