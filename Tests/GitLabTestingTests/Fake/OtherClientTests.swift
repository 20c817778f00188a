// What clients of other languages rely on: each was found by a tour of Examples/GitLabFake.

import Foundation
import GitLab
import GitLabTesting
import HTTPTypes
import Testing

@Suite("In-memory GitLab: as other clients use it") struct OtherClientTests {
    private let server = InMemoryGitLab(projects: ["tools/compiler"], groups: ["teams/docs"])
    private var gitlab: GitLabClient { server.client().with { $0.retries = .never } }

    /// Sends a request as other clients would, and returns the status and the JSON.
    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: String = "", as type: String = "application/json",
        fields: HTTPFields = [:], to server: InMemoryGitLab? = nil
    ) async throws -> (status: Int, json: JSONValue) {
        var head = HTTPRequest(
            method: method, scheme: "https", authority: "gitlab.test", path: "/api/v4" + path, headerFields: fields)
        if !body.isEmpty { head.headerFields[.contentType] = type }
        let response = try await (server ?? self.server).send(head, body: RequestBody(Array(body.utf8)))
        let bytes = try await response.body.collect(upTo: 1 << 20)
        let json = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))
        return (response.head.status.code, json ?? .null)
    }

    @Test func groupsAreSeededWithTheirParents() async throws {
        let groups = try await gitlab.get("/groups").arrayValue ?? []
        #expect(Set(groups.compactMap { $0["full_path"]?.stringValue }) == ["tools", "teams", "teams/docs"])
        let teams = try await gitlab.get("/groups/:id", path: ["id": "teams"])
        let docs = try await gitlab.get("/groups/:id", path: ["id": "teams/docs"])
        #expect(teams["parent_id"] == .null && docs["parent_id"] == teams["id"])
        let below = try await gitlab.get("/groups/:id/subgroups", path: ["id": "teams"])
        #expect(below.arrayValue?.map { $0["id"] } == [docs["id"]])
        #expect(try await gitlab.get("/groups/:id/subgroups", path: ["id": "tools"]) == [])
        let again = try await send(.post, "/groups", #"{"name": "Teams", "path": "teams"}"#)
        #expect(again.status == 400)
        #expect(try await send(.get, "/groups/docs").status == 404)
        #expect(try await send(.post, "/groups", #"{"name": "Docs", "path": "docs"}"#).status == 201)
    }

    @Test func projectsOfAGroup() async throws {
        let docs = try await gitlab.get("/groups/:id", path: ["id": "teams/docs"])
        let id = try #require(docs["id"]?.intValue)
        let created = try await send(.post, "/projects", #"{"name": "Handbook", "namespace_id": \#(id)}"#)
        #expect(created.json["path_with_namespace"] == "teams/docs/handbook")
        func projects(_ query: String) async throws -> [JSONValue?] {
            try await send(.get, query).json.arrayValue?.map { $0["path_with_namespace"] } ?? []
        }
        #expect(try await projects("/groups/teams%2Fdocs/projects") == ["teams/docs/handbook"])
        #expect(try await projects("/groups/teams/projects") == [])
        #expect(try await projects("/groups/teams/projects?include_subgroups=true") == ["teams/docs/handbook"])
        #expect(try await send(.post, "/groups/teams/projects/tools%2Fcompiler").status == 201)
        #expect(try await projects("/groups/teams/projects") == ["teams/compiler"])
    }

    @Test func seededThingsKeepTheirIIDs() async throws {
        try await server.seed("/projects/1/merge_requests", #"[{"iid": 7, "title": "a"}, {"title": "b"}]"#)
        let list = try await send(.get, "/projects/1/merge_requests?order_by=title&sort=asc").json
        #expect(list.arrayValue?.map { $0["iid"] } == [7, 8] && list.arrayValue?.map { $0["id"] } == [1, 2])
        #expect(try await send(.post, "/projects/1/merge_requests/7/notes", #"{"body": "Hi"}"#).status == 201)
    }

    @Test func tokensInTheQueryAndOfJobs() async throws {
        let closed = InMemoryGitLab(requiredToken: "s3cret")
        let name = try #require(HTTPField.Name("JOB-TOKEN"))
        #expect(try await send(.get, "/projects", to: closed).status == 401)
        #expect(try await send(.get, "/projects?private_token=s3cret", to: closed).status == 200)
        #expect(try await send(.get, "/projects", fields: [name: "s3cret"], to: closed).status == 200)
        #expect(try await send(.get, "/projects?private_token=other", to: closed).status == 401)
    }

    @Test func labelsAreNamedByAttributes() async throws {
        _ = try await send(.post, "/projects/1/labels", ##"{"name": "bug", "color": "#fff"}"##)
        let renamed = try await send(.put, "/projects/1/labels", #"{"name": "bug", "new_name": "error"}"#)
        #expect(renamed.status == 200 && renamed.json["name"] == "error")
        #expect(try await send(.get, "/projects/1/labels/bug").status == 404)
        #expect(try await send(.put, "/projects/1/labels/error", #"{"description": "Broken"}"#).status == 200)
        #expect(try await send(.get, "/projects/1/labels/error").json["description"] == "Broken")
        #expect(try await send(.delete, "/projects/1/labels?name=error").status == 204)
        #expect(try await send(.get, "/projects/1/labels").json == [])
        #expect(try await send(.delete, "/projects/1/labels?name=error").status == 404)
    }

    @Test func labelsAreAddedAndRemoved() async throws {
        _ = try await send(.post, "/projects/1/issues", #"{"title": "Slow", "labels": "a,b"}"#)
        let changed = try await send(.put, "/projects/1/issues/1", #"{"add_labels": "b,c", "remove_labels": ["a"]}"#)
        #expect(changed.json["labels"] == ["b", "c"])
    }

    @Test func anUploadHasItsNameAndMarkdown() async throws {
        func upload(_ name: String) async throws -> JSONValue {
            let body =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\nHello\r\n--b--\r\n"
            return try await send(.post, "/projects/1/uploads", body, as: "multipart/form-data; boundary=b").json
        }
        let text = try await upload("report.txt")
        let url = try #require(text["url"]?.stringValue)
        #expect(url.hasPrefix("/uploads/") && url.hasSuffix("/report.txt"))
        #expect(text["alt"] == "report.txt" && text["markdown"] == .string("[report.txt](\(url))"))
        let image = try await upload("dk.png")
        #expect(image["alt"] == "dk" && image["markdown"]?.stringValue?.hasPrefix("![dk](/uploads/") == true)
        let list = try await gitlab.get("/projects/:id/uploads", path: ["id": 1])
        #expect(list.arrayValue?.map { $0["filename"] } == ["report.txt", "dk.png"] && list[0]["size"] == 5)
    }

    @Test func aMergeRequestIsMergedOnce() async throws {
        let body = #"{"title": "Faster", "source_branch": "a", "target_branch": "main"}"#
        _ = try await send(.post, "/projects/1/merge_requests", body)
        #expect(try await send(.put, "/projects/1/merge_requests/1/merge").status == 200)
        let again = try await send(.put, "/projects/1/merge_requests/1/merge")
        #expect(again.status == 405 && again.json["message"] == "405 Method Not Allowed")
    }

    @Test func filesAreShownAsBase64() async throws {
        let path = "/projects/1/repository/files/docs%2Fa.txt"
        let change = #""branch": "main", "commit_message": "Add""#
        _ = try await send(.post, path, #"{"content": "Hello", \#(change)}"#)
        let file = try await send(.get, path + "?ref=main").json
        #expect(file["content"] == "SGVsbG8=" && file["encoding"] == "base64" && file["size"] == 5)
        #expect(file["file_name"] == "a.txt" && file["file_path"] == "docs/a.txt")
        _ = try await send(.put, path, #"{"content": "SGk\n=\n", "encoding": "base64", \#(change)}"#)
        #expect(try await send(.get, path + "?ref=main").json["content"] == "SGk=")
    }

    @Test func commitsAndDiscussionsHoldWhatWasSent() async throws {
        let actions = #""actions": [{"action": "create", "file_path": "a", "content": "b"}]"#
        let commit = try await send(
            .post, "/projects/1/repository/commits",
            #"{"branch": "main", "commit_message": "Add a\n\nIt is needed.", \#(actions)}"#)
        #expect(commit.json["title"] == "Add a" && commit.json["message"] == "Add a\n\nIt is needed.")
        _ = try await send(.post, "/projects/1/issues", #"{"title": "Slow"}"#)
        let discussion = try await send(.post, "/projects/1/issues/1/discussions", #"{"body": "Why?"}"#)
        #expect(discussion.json["notes"]?[0]?["body"] == "Why?")
        let export = try await send(.post, "/projects/1/export", "{}")
        #expect(export.status == 202 && export.json["message"] == "202 Accepted")
    }

    @Test func requestsAreReported() async throws {
        let head = HTTPRequest(
            method: .get, scheme: "https", authority: "gitlab.test",
            path: "/api/v4/projects/1/issues?stat=opened&private_token=s3cret")
        let report = InMemoryGitLab.report(on: head, bytes: [])
        #expect(report.operation == "issues.listForProject" && report.path == "/projects/1/issues")
        #expect(report.ignoredAttributes.map(\.attribute) == ["stat"] && !"\(report)".contains("s3cret"))
        let unknown = HTTPRequest(method: .get, scheme: "https", authority: "gitlab.test", path: "/weather")
        #expect(InMemoryGitLab.report(on: unknown, bytes: []).operation == nil)

        let forgetful = InMemoryGitLab(projects: ["tools/compiler"], recordsRequests: false)
        #expect(try await send(.get, "/projects/1/issues?stat=opened", to: forgetful).status == 200)
        let (received, ignored) = await (forgetful.received, forgetful.ignoredAttributes)
        #expect(received.isEmpty && ignored.isEmpty)
    }
}
