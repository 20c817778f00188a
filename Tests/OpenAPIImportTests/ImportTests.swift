// A document with everything that GitLab's have in them becomes a spec that generates, with every guess marked.

import Generator
import OpenAPI
import OpenAPIImport
import SpecModel
import SpecSyntax
import Testing

@Suite struct ImportTests {
    func document(_ text: String) throws -> OpenAPIDocument {
        let collector = DiagnosticCollector()
        let document = OpenAPIDocument(
            SourceText(SpecFile(path: "api.yaml", bytes: Array(text.utf8))), diagnostics: collector)
        return try #require(document, "\(collector.sorted)")
    }

    private func specFiles(_ imported: ImportedSpec) -> [SpecFile] {
        imported.files.map { SpecFile(path: "spec/" + $0.path, bytes: Array($0.text.utf8)) }
    }

    @Test func aTagBecomesAFileOfTheSpec() throws {
        let imported = ImportedSpec(try document(Self.document), .tags(["Deploy keys"]))
        #expect(
            imported.files.map(\.path) == ["deploy_keys.yaml", "types/deploy_keys_types.yaml", "tables/paging.yaml"])
        #expect(imported.operationCount == 3)
        #expect(imported.files[0].text == Self.operations)
        #expect(imported.files[1].text == Self.types)
    }

    @Test func theWholeDocumentGenerates() throws {
        let imported = ImportedSpec(try document(Self.document), .document)
        #expect(imported.operationCount == 10)
        let generation = try Generation(spec: specFiles(imported))
        #expect(generation.tree != nil, "\(generation.report)")
        let rules = Dictionary(grouping: generation.diagnostics, by: \.rule).mapValues(\.count)
        let sentences = imported.files.map { $0.text.ranges(of: "about: \"TODO: ").count }.reduce(0, +)
        #expect(rules["unfinished-sentence"] == sentences && sentences > 40, "\(rules)")
        #expect(imported.files.allSatisfy { !$0.text.contains("Sentence of the document") }, "sentences are not copied")
    }

    @Test(arguments: [
        // Names of methods: short where nothing else could be meant.
        ("listForInstance", #"GET: "/odds""#), ("list", #"GET: "/projects/:id/odds""#),
        ("archive", #"POST: "/odds/:id/archive""#),
        // Optional parts of a path are left out, and a star is a placeholder.
        ("search", #"POST: "/projects/:id/odds/search""#), ("listFiles", #"GET: "/odds/:id/files/:file_path""#),
    ])
    func operationsAreNamed(_ name: String, _ route: String) throws {
        let text = try #require(ImportedSpec(try document(Self.document), .tags(["Odds"])).files.first?.text)
        #expect(text.contains("  \(name):\n    \(route)\n"), "\(text)")
    }

    @Test(arguments: [
        // The same values are one enum, whatever their order.
        #"state: { type: OddState, about: "#, #"other_state: { type: OddState, about: "#,
        // Swift would read it as an empty optional; a value has to have a name.
        #"none: { as: notAny, about: "#, #""+1": { about: "#, #""": { about: "#,
        #"value10: { value: 10, about: "#,
        // Names that generated types use themselves.
        #"hash: { type: string, as: hashField"#,
        // Brackets are hashes, and what is called a token is a secret.
        #"not: { type: Not, about: "#, #"label_name: { type: [string], about: "#,
        #"token: { type: string, secret: true, about: "#,
        #"since: { type: datetime, deprecated: {}, about: "#,
        #"count: { type: integer, default: 5, minimum: 1, maximum: 9, about: "#,
        "    status: 204\n", #"anything: { type: json, about: "#, #"user: { type: id_or_path, of: user, about: "#,
        #"image: { type: file, about: "#,
        // A type that would hold itself.
        #"owner: { type: json, about: "#, #"children: { type: [Odd], about: "#,
    ])
    func rowsAreImported(_ row: String) throws {
        let imported = ImportedSpec(try document(Self.document), .tags(["Odds"]))
        #expect(imported.files.contains { $0.text.contains(row) }, "\(imported.files)")
    }

    @Test func whatCannotBeTakenOverIsTold() throws {
        let imported = ImportedSpec(try document(Self.document), .tags(["Odds"]))
        #expect(
            imported.diagnostics.map { "\($0.range.start.line): \($0.message)" } == [
                "39: 'owner' would make a type contain itself: it is read as JSON",
                "103: the attribute 'file.path' has a name that the spec cannot represent",
            ])
    }

    @Test func guessesAboutResponsesAreMarked() throws {
        let text = ImportedSpec(try document(Self.document), .tags(["Odds"])).files[0].text
        for (operation, guess, response) in [
            (
                "list",
                "the document describes a single item as its response, though its path, its pages or its summary suggest a list",
                "[Odd]"
            ),
            ("getReport", "the document does not describe its response", "json"),
        ] {
            let part = try #require(text.split(separator: "  \(operation):\n").last.map { $0.prefix(400) })
            #expect(part.contains("about: \"TODO: say what it does; its names are guesses; \(guess).\"\n"), "\(part)")
            #expect(part.contains("returns: \(response)\n"), "\(part)")
        }
    }

    @Test func whatTheSpecHasIsUsedAndNotWrittenAgain() throws {
        let existing = """
            resource: { name: things, type: DeployKeys, about: "Keys." }
            operations:
              list:
                GET: /deploy_keys
                request: ListDeployKeys
                about: "Lists them."
                docs: https://docs.gitlab.com/api/projects/
                returns: [DeployKey]
            types:
              DeployKey: { about: "A key.", fields: { id: { type: integer, about: "Number." } } }
            """
        let collector = DiagnosticCollector()
        let file = SpecFile(path: "spec/things.yaml", bytes: Array(existing.utf8))
        let spec = SpecReading([file], diagnostics: collector)
        let imported = ImportedSpec(try document(Self.document), .tags(["Deploy keys"]), existing: spec)
        #expect(imported.operationCount == 2)
        #expect(imported.diagnostics.map(\.message) == ["there is already an operation for GET /deploy_keys"])
        #expect(imported.files.allSatisfy { !$0.text.contains("  DeployKey:") })
        #expect(imported.files[0].text.contains("returns: DeployKey\n"))
        let generation = try Generation(spec: [file] + specFiles(imported))
        #expect(generation.tree != nil, "\(generation.report)")
    }

    @Test func theOlderVersionIsImportedToo() throws {
        let text = """
            swagger: '2.0'
            info: { title: Older }
            definitions:
              API_Entities_Key: { type: object, properties: { id: { type: integer } } }
              EE_API_Entities_Key: { type: object, properties: { tier: { type: string } } }
            paths:
              /api/v4/keys:
                get: { tags: [keys], responses: { '200': { schema: { type: array, items: { $ref: '#/definitions/API_Entities_Key' } } } } }
                post:
                  tags: [keys]
                  parameters: [{ in: formData, name: title, type: string, required: true }]
                  responses: { '201': { schema: { $ref: '#/definitions/EE_API_Entities_Key' } } }
            """
        let imported = ImportedSpec(try document(text), .document)
        #expect(
            imported.files[0].text.contains("returns: [Key]\n")
                && imported.files[0].text.contains("returns: KeyDetails\n"))
        #expect(try Generation(spec: specFiles(imported)).tree != nil)
    }

    @Test(arguments: [
        ("merge_requests", ["merge", "requests"]), ("CI runners", ["ci", "runners"]),
        ("APIEntitiesUserBasic", ["api", "entities", "user", "basic"]), ("batch-renew", ["batch", "renew"]),
        ("Packages: Conan", ["packages", "conan"]), ("v2Info", ["v2", "info"]),
    ])
    func namesHaveWords(_ name: String, _ words: [String]) throws {
        let text = """
            openapi: 3.0.0
            info: { title: One }
            paths: { /one: { get: { tags: ["\(name)"], responses: { '204': {} } } } }
            """
        let imported = ImportedSpec(try document(text), .document)
        #expect(imported.files.map(\.path) == [words.joined(separator: "_") + ".yaml"])
    }
}
