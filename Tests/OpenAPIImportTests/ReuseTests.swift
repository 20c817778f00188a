// An import uses what the spec has: a single operation joins its neighbours, with their tables, enums and types.

import Generator
import OpenAPI
import OpenAPIImport
import SpecModel
import SpecSyntax
import Testing

@Suite struct ReuseTests {
    /// A spec with hooks of projects; tables, an enum and types are in a file of their own.
    private static let spec = """
        resource:
          name: hooks
          type: Hooks
          about: "Hooks of a project."
          docs: https://docs.gitlab.com/api/project_webhooks/
          path_tables: [project_id]
        operations:
          list:
            GET: /projects/:id/hooks
            about: "Lists the hooks of a project."
            docs: "#list-webhooks-for-a-project"
            returns: [ProjectHook]
            pages: [offset]

        """

    private static let shared = """
        tables:
          project_id:
            id: { type: id_or_path, of: project, required: true, about: "ID or path of the project." }
          offset_paging:
            page: { type: integer, default: 1, about: "Number of the page." }
            per_page: { type: integer, default: 20, about: "Length of the page." }
        types:
          ProjectHook:
            about: "A hook."
            fields:
              id: { type: integer, always: true, about: "Its number." }
              url: { type: string, about: "Its address." }
              order: { type: ThingOrder, about: "Its order." }
          Status:
            about: "How it goes."
            fields:
              code: { type: integer, about: "A number." }
              message: { type: string, about: "Words." }
              detail: { type: string, about: "More words." }
              trace: { type: string, about: "Where it was." }
        hashes:
          Bounds:
            about: "From where to where."
            attributes:
              least: { type: integer, about: "The smallest." }
              most: { type: integer, required: true, about: "The largest." }
        enums:
          ThingOrder:
            about: "An order."
            values:
              asc: { about: "Smallest first." }
              desc: { about: "Largest first." }

        """

    /// Operations below a project and a group, with declarations that the spec has under other names.
    private static let document = """
        openapi: 3.0.0
        info: { title: Reuse }
        components:
          schemas:
            APIEntitiesProjectHook: { type: object, properties: { id: { type: integer }, name: { type: string } } }
            APIEntitiesHookLog:
              type: object
              properties: { id: { type: integer }, url: { type: string }, order: { type: string, enum: [desc, asc] } }
            APIEntitiesHookProject: { type: object, properties: { id: { type: integer }, extra: { type: string } } }
            APIEntitiesOutcome:
              type: object
              properties: { code: { type: integer }, message: { type: string }, detail: { type: string } }
            APIEntitiesOther:
              type: object
              properties: { code: { type: string }, message: { type: string }, detail: { type: string } }
        paths:
          /api/v4/projects/{id}/hooks/{hook_id}/logs:
            get:
              tags: [Webhooks]
              parameters:
                - { in: path, name: id, required: true, schema: { type: string } }
                - { in: path, name: hook_id, required: true, schema: { type: integer } }
                - { in: query, name: page, schema: { type: integer, default: 1 } }
                - { in: query, name: per_page, schema: { type: integer, default: 20 } }
                - { in: query, name: sort, schema: { type: string, enum: [desc, asc] } }
              responses:
                '200': { content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/APIEntitiesHookLog' } } } } }
          /api/v4/projects/{id}/hooks:
            get: { tags: [Webhooks], responses: { '200': { description: OK } } }
            post:
              tags: [Webhooks]
              responses: { '201': { content: { application/json: { schema: { $ref: '#/components/schemas/APIEntitiesProjectHook' } } } } }
          /api/v4/projects/{id}/hooks/{hook_id}/logs/{log_id}/lines:
            get: { tags: [Lines], responses: { '200': { content: { application/json: { schema: { $ref: '#/components/schemas/APIEntitiesHookProject' } } } } } }
          /api/v4/projects/{id}:
            get: { tags: [Projects], responses: { '204': { description: OK } } }
          /api/v4/shared/{id}:
            put:
              tags: [Shared]
              requestBody: { content: { application/json: { schema: { type: object, properties: {
                limits: { type: object, required: [most], properties: { most: { type: integer }, least: { type: integer } } } } } } } }
              responses: { '204': { description: OK } }
          /api/v4/projects/{id}/keys:
            get: { tags: [Keys], responses: { '204': { description: OK } } }
          /api/v4/groups/{id}/labels:
            get:
              tags: [Hooks]
              parameters:
                - { in: path, name: id, required: true, schema: { oneOf: [{ type: string }, { type: integer }] } }
                - { in: query, name: per_page, schema: { type: integer, default: 20 } }
              responses:
                '200': { content: { application/json: { schema: { $ref: '#/components/schemas/APIEntitiesOutcome' } } } }
          /api/v4/groups/{id}/others:
            get:
              tags: [Hooks]
              parameters:
                - { in: query, name: page, schema: { type: integer } }
                - { in: query, name: per_page, schema: { type: integer, default: 50 } }
              responses:
                '200': { content: { application/json: { schema: { $ref: '#/components/schemas/APIEntitiesOther' } } } }

        """

    private let file = SpecFile(path: "spec/hooks.yaml", bytes: Array(Self.spec.utf8))
    private let sharedFile = SpecFile(path: "spec/shared.yaml", bytes: Array(Self.shared.utf8))

    private func imported(_ selection: ImportedSpec.Selection) throws -> ImportedSpec {
        let collector = DiagnosticCollector()
        let text = SourceText(SpecFile(path: "api.yaml", bytes: Array(Self.document.utf8)))
        let document = try #require(OpenAPIDocument(text, diagnostics: collector), "\(collector.sorted)")
        let spec = SpecReading([file, sharedFile], diagnostics: collector)
        #expect(collector.sorted.isEmpty)
        return ImportedSpec(document, selection, existing: spec)
    }

    private func imported(_ route: String) throws -> ImportedSpec {
        try imported(.operation(try #require(OperationRoute(route))))
    }

    /// The spec with the import, which has to generate.
    private func merged(_ imported: ImportedSpec) throws -> [SpecFile] {
        let changes = imported.changes(in: [file, sharedFile], of: "spec")
        #expect(changes.edits.count == imported.additions.count)
        let own = AppliedFixes(of: [file], by: [], adding: changes.edits).files.first ?? file
        let files = [own, sharedFile] + changes.newFiles
        let generation = try Generation(spec: files)
        #expect(generation.tree != nil, "\(generation.report)")
        return files
    }

    @Test(arguments: [
        "GET /projects/:id/hooks/:hook_id/logs", "get /api/v4/projects/{id}/hooks/{hook_id}/logs",
        "GET projects/{project}/hooks/:hook/logs",
    ])
    func anOperationJoinsItsNeighbours(_ route: String) throws {
        let imported = try imported(route)
        #expect(imported.files.isEmpty && imported.operationCount == 1)
        #expect(
            imported.additions.map(\.lines) == [
                [
                    "listLogs:",
                    #"  GET: "/projects/:id/hooks/:hook_id/logs""#,
                    #"  about: "TODO: say what it does; its names are guesses.""#,
                    "  returns: [ProjectHook]",
                    "  pages: [offset]",
                    "  path:",
                    #"    hook_id: { type: integer, required: true, about: "TODO: say what it is." }"#,
                    "  query:",
                    #"    sort: { type: ThingOrder, about: "TODO: say what it is." }"#,
                ]
            ])
        #expect(
            imported.reuses.map(\.description) == [
                "resource Hooks: it has /projects/:/hooks, in spec/hooks.yaml",
                "type ProjectHook: it has the same fields",
                "table project_id: GET /projects/:id/hooks takes 'id' from it",
                "enum ThingOrder: it has the same 2 values",
            ])
        _ = try merged(imported)
    }

    @Test func whereThereAreNoNeighboursAFileIsBegun() throws {
        let imported = try imported("GET /groups/:id/labels")
        #expect(imported.additions.isEmpty)
        let text = try #require(imported.files.first?.text)
        #expect(imported.files.map(\.path) == ["hooks_api.yaml"], "the tag has the name of a resource of the spec")
        #expect(text.contains("      id: { type: id_or_path, of: group, "), "a group is no project: \(text)")
        #expect(text.contains("      per_page: { type: integer, "), "a part of a table is none: \(text)")
        #expect(text.contains("returns: Status\n"))
        #expect(imported.reuses.map(\.description) == ["type Status: it has all 3 fields, and 1 more"])
        _ = try merged(imported)
    }

    @Test func whatDiffersIsNotReused() throws {
        let imported = try imported("GET /groups/:id/others")
        #expect(imported.reuses.isEmpty, "another default, and a field of another type")
        #expect(imported.files.map(\.path) == ["hooks_api.yaml", "types/hooks_api_types.yaml"])
        _ = try merged(imported)
    }

    @Test(arguments: ["GET /projects/:id/keys", "GET /projects/:id"])
    func whatOnlyBeginsAlikeIsNoNeighbour(_ route: String) throws {
        let imported = try imported(route)
        #expect(imported.additions.isEmpty && imported.files.count == 1)
        _ = try merged(imported)
    }

    @Test func theWordsOfANameCanStandInAnyOrder() throws {
        let imported = try imported("GET /projects/:id/hooks/:hook_id/logs/:log_id/lines")
        #expect(
            imported.reuses.map(\.description).contains(
                "type ProjectHook: it has the name of the document's, but lacks extra"))
    }

    @Test func aTypeOfTheSameNameSaysWhatItLacks() throws {
        let imported = try imported("POST /projects/:id/hooks")
        #expect(imported.additions.first?.lines.contains("  returns: ProjectHook") == true)
        #expect(
            imported.reuses.map(\.description).contains(
                "type ProjectHook: it has the name of the document's, but lacks name"))
        _ = try merged(imported)
    }

    @Test func aHashOfTheSameMembersIsUsed() throws {
        let imported = try imported("PUT /shared/:id")
        let text = try #require(imported.files.first?.text)
        #expect(text.contains("limits: { type: Bounds, about: "), "\(text)")
        #expect(imported.reuses.map(\.description) == ["hash Bounds: it has the same members"])
        #expect(imported.files.map(\.path) == ["shared_api.yaml"], "types in shared.yaml become Shared.swift")
        _ = try merged(imported)
    }

    @Test func tagsReuseAsWell() throws {
        let imported = try imported(.tags(["Webhooks"]))
        #expect(imported.operationCount == 2)
        #expect(imported.diagnostics.map(\.message) == ["there is already an operation for GET /projects/:id/hooks"])
        let text = try #require(imported.files.first?.text)
        #expect(text.contains("\n  path_tables: [project_id]\n"), "all of its operations take it: \(text)")
        #expect(text.contains("pages: [offset]\n") && !text.contains("per_page:"), "pages bring it: \(text)")
        _ = try merged(imported)
    }

    @Test func anOperationOfTheSpecIsNotWrittenAgain() throws {
        let imported = try imported("GET /projects/{id}/hooks")
        #expect(imported.operationCount == 0 && imported.files.isEmpty && imported.additions.isEmpty)
        #expect(imported.diagnostics.map(\.message) == ["there is already an operation for GET /projects/:id/hooks"])
    }

    @Test(arguments: ["", "GET", "/projects", "GET /projects extra"]) func whatIsNoRoute(_ text: String) {
        #expect(OperationRoute(text) == nil)
    }
}
