// Names of methods follow from the summary, the response and the path; what none follows for is reported.

import OpenAPI
import OpenAPIImport
import SpecModel
import SpecSyntax
import Testing

@Suite struct NameTests {
    /// An operation of a document: the route, its summary, and what it returns.
    private typealias Line = (route: String, summary: String, returns: String)

    /// The names of operations of one tag, and the diagnostics.
    private func names(
        _ tag: String, _ lines: [Line]
    ) throws -> (names: [String: String], messages: [String]) {
        var paths: [String: [String]] = [:]
        for line in lines {
            let words = line.route.split(separator: " ")
            let schema =
                switch line.returns {
                case "list": "{ type: array, items: { type: string } }"
                case "file": "{ type: string, format: binary }"
                case _: "{ type: string }"
                }
            let content = "{ content: { application/json: { schema: \(schema) } } }"
            let response = line.returns == "nothing" ? "'204': {}" : "'200': \(content)"
            let tags = "tags: ['\(tag)'], summary: '\(line.summary)'"
            paths[String(words[1]), default: []].append(
                "\(words[0].lowercased()): { \(tags), responses: { \(response) } }")
        }
        let lines = paths.sorted { $0.key < $1.key }.map { path, operations in
            "  /api/v4\(path): { \(operations.joined(separator: ", ")) }\n"
        }
        let text = "openapi: 3.0.0\ninfo: { title: Names }\npaths:\n" + lines.joined()
        let collector = DiagnosticCollector()
        let document = try #require(
            OpenAPIDocument(SourceText(SpecFile(path: "api.yaml", bytes: Array(text.utf8))), diagnostics: collector),
            "\(collector.sorted)")
        let imported = ImportedSpec(document, .document)
        var names: [String: String] = [:]
        for match in imported.files.map(\.text).joined().matches(
            of: #/  (\w+):\n    (GET|POST|PUT|PATCH|DELETE): "([^"]*)"/#)
        {
            names["\(match.2) \(match.3)"] = String(match.1)
        }
        return (names, imported.diagnostics.map(\.message))
    }

    @Test(arguments: [
        // The verb of the summary, in the form that the spec uses.
        ("Hooks", "GET /projects/{id}/hooks/{hook_id}", "Retrieve a hook", "object", "get"),
        ("Hooks", "PUT /projects/{id}/hooks/{hook_id}", "Updates a hook", "object", "edit"),
        ("Hooks", "POST /projects/{id}/hooks", "Adds a hook", "object", "create"),
        ("Hooks", "DELETE /projects/{id}/hooks/{hook_id}", "Removes a hook", "nothing", "delete"),
        ("Access requests", "DELETE /projects/{id}/access_requests/{user_id}", "Denies a request", "nothing", "deny"),
        ("Members", "POST /projects/{id}/members", "Adds a member", "object", "add"),
        ("Projects", "PUT /projects/{id}/custom", "Set it", "object", "setCustom"),
        // Lists, exactly where the response is one.
        ("Hooks", "GET /projects/{id}/hooks", "Get the hooks", "list", "list"),
        ("Hooks", "GET /projects/{id}/hooks/{hook_id}/events", "Get all events", "list", "listEvents"),
        ("Hooks", "GET /projects/{id}/status", "List the status", "object", "getStatus"),
        ("Branches", "GET /projects/{id}/repository/branches", "Branches", "list", "list"),
        // Verbs in the path.
        ("Projects", "POST /projects/{id}/archive", "Puts it away", "object", "archive"),
        ("Projects", "DELETE /projects/{id}/share/{group_id}", "Deletes a link", "nothing", "unshare"),
        ("Hooks", "POST /projects/{id}/hooks/{hook_id}/events/{event_id}/resend", "Resend it", "object", "resendEvent"),
        ("Runs", "POST /projects/{id}/runs/delete", "Drops a run", "nothing", "delete"),
        ("Merge requests", "PUT /projects/{id}/merge_requests/{iid}", "Updates it", "object", "edit"),
        // Files, and words with a meaning of their own.
        ("Projects", "GET /projects/{id}/avatar", "Get it", "file", "downloadAvatar"),
        ("Members", "GET /projects/{id}/members/all", "Lists all", "list", "listIncludingInherited"),
        ("Projects", "GET /users/{user_id}/starred_projects", "Lists them", "list", "listStarredBy"),
        ("Scope", "GET /projects/{id}/scope/groups_allowlist", "Lists groups", "list", "listGroups"),
        ("Mirroring", "GET /projects/{id}/mirror/pull", "Get it", "object", "getPull"),
        // What comes before the resource distinguishes.
        ("Notes", "GET /projects/{id}/merge_requests/{iid}/notes", "Lists notes", "list", "listMergeRequestNotes"),
    ])
    func oneOperation(_ tag: String, _ route: String, _ summary: String, _ returns: String, _ name: String) throws {
        let (names, messages) = try names(tag, [(route, summary, returns)])
        #expect(Array(names.values) == [name])
        #expect(messages.isEmpty)
    }

    @Test func onlyContainersThatDifferAreLabels() throws {
        let (names, messages) = try names(
            "Hooks",
            [
                ("GET /hooks", "List hooks", "list"), ("GET /projects/{id}/hooks", "List hooks", "list"),
                ("GET /groups/{id}/hooks", "List hooks", "list"),
                ("GET /groups/{id}/hooks/{hook_id}", "Get a hook", "object"),
                ("GET /users/{id}/hooks", "List hooks", "list"), ("GET /user/hooks", "List hooks", "list"),
                ("DELETE /hooks/{hook_id}", "Delete a hook", "nothing"),
            ])
        #expect(
            names == [
                "GET /hooks": "listForInstance", "GET /projects/:id/hooks": "list",
                "GET /groups/:id/hooks": "listForGroup",
                "GET /groups/:id/hooks/:hook_id": "getForGroup", "GET /users/:id/hooks": "listForUser",
                "GET /user/hooks": "listHooks", "DELETE /hooks/:hook_id": "delete",
            ])
        #expect(messages.isEmpty)
    }

    @Test func whatIsOfAKindIsAResource() throws {
        let (names, _) = try names(
            "Projects",
            [
                ("GET /projects/{id}/uploads", "List uploads", "list"),
                ("GET /projects/{id}/uploads/{upload_id}", "Download one", "file"),
                ("GET /projects/{id}/uploads/{secret}/{filename}", "Download one", "file"),
                ("GET /projects/{id}/settings", "Get them", "object"),
                ("PUT /projects/{id}/settings", "Edit them", "object"),
                ("GET /projects/{id}/languages", "Get them", "object"),
            ])
        #expect(
            names == [
                "GET /projects/:id/uploads": "list", "GET /projects/:id/uploads/:upload_id": "download",
                "GET /projects/:id/uploads/:secret/:filename": "downloadBySecret", "GET /projects/:id/settings": "get",
                "PUT /projects/:id/settings": "edit", "GET /projects/:id/languages": "getLanguages",
            ])
    }

    @Test func noNameEndsInADigit() throws {
        let (names, messages) = try names(
            "Feeds",
            [("GET /projects/{id}/feeds", "Get it", "object"), ("GET /projects/{id}/feeds/v2", "Get it", "object")])
        #expect(names.values.sorted() == ["get", "getUnnamed"])
        let message =
            "no name for GET /projects/:id/feeds/v2 follows from its path: 'getUnnamed' is a placeholder, which a person "
            + "has to replace"
        #expect(messages == [message])
    }

    @Test func theChosenNamesStandBesideThoseOfPeople() throws {
        let text = """
            openapi: 3.0.0
            info: { title: Names }
            paths:
              /api/v4/projects/{id}/hooks:
                get: { tags: [Webhooks], summary: List them, responses: { '204': {} } }
            """
        let spec = """
            resource: { name: hooks, type: Hooks, about: "Hooks.", docs: https://docs.gitlab.com/api/x/ }
            operations:
              getAll:
                GET: /projects/:id/hooks
                about: "Gets them."
                returns: nothing
                path: { id: { type: id_or_path, of: project, required: true, about: "Project." } }
            """
        let collector = DiagnosticCollector()
        let document = try #require(
            OpenAPIDocument(SourceText(SpecFile(path: "api.yaml", bytes: Array(text.utf8))), diagnostics: collector))
        let reading = SpecReading([SpecFile(path: "spec/hooks.yaml", bytes: Array(spec.utf8))], diagnostics: collector)
        let rows = NameComparison(document, reading.api).rows
        #expect(
            rows.map { [$0.route.description, $0.resource, $0.name, $0.chosen, $0.wholeResource, $0.wholeName] }
                == [["GET /projects/:id/hooks", "hooks", "getAll", "get", "webhooks", "getHooks"]])
    }
}
