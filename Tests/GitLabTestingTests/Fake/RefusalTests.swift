// What the GitLab in memory rejects although the attributes are right: by the role, by a name, by a condition.

import Foundation
import GitLab
import GitLabTesting
import HTTPTypes
import TestClient
import Testing

@Suite("In-memory GitLab: roles, names and conditions") struct FakeRefusalTests {
    private let server = InMemoryGitLab(projects: ["tools/compiler"])

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: String = "", since: String? = nil
    ) async throws -> (status: Int, message: String?) {
        var head = HTTPRequest(method: method, scheme: "https", authority: "gitlab.test", path: "/api/v4" + path)
        if !body.isEmpty { head.headerFields[.contentType] = "application/json" }
        head.headerFields[.ifUnmodifiedSince] = since
        let response = try await server.send(head, body: RequestBody(Array(body.utf8)))
        let bytes = try await response.body.collect(upTo: 1 << 20)
        let json = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))
        return (response.head.status.code, json?["message"]?.stringValue)
    }

    @Test func roles() async throws {
        await server.changeRole(to: .developer)
        #expect(try await send(.get, "/projects/1").status == 200)
        #expect(try await send(.get, "/projects/1/hooks") == (403, "403 Forbidden"))
        // Attributes are checked before.
        #expect(try await send(.post, "/projects/1/hooks", "{}").status == 400)
        #expect(try await send(.get, "/application/settings").status == 403)
        await server.changeRole(to: .maintainer)
        #expect(try await send(.get, "/projects/1/hooks").status == 200)
        #expect(try await send(.get, "/application/settings").status == 403)
        await server.changeRole(to: .administrator)
        #expect(try await send(.get, "/application/settings").status == 200)
        let guest = InMemoryGitLab(projects: ["tools/compiler"], role: .guest)
        let error = await #expect(throws: GitLabError.self) {
            try await guest.client().labels.create(1, name: "a", color: "#fff")
        }
        #expect(error?.status == 403)
    }

    @Test(arguments: [
        ("/projects/1/labels", #"{"name": "a", "color": "red"}"#, 409, "Label already exists"),
        ("/projects/1/protected_branches", #"{"name": "a"}"#, 409, "Protected branch 'a' already exists"),
        ("/projects/1/releases", #"{"tag_name": "a"}"#, 409, "Release already exists"),
        ("/projects/1/members", #"{"user_id": 5, "access_level": 30}"#, 409, "Member already exists"),
        ("/projects/1/repository/branches", #"{"branch": "a", "ref": "b"}"#, 400, "Branch already exists"),
        ("/projects/1/repository/tags", #"{"tag_name": "a", "ref": "b"}"#, 400, "Tag a already exists"),
        (
            "/users", #"{"email": "a@b.example", "username": "a", "name": "A", "reset_password": true}"#, 409,
            "Email has already been taken"
        ),
    ])
    func names(path: String, body: String, status: Int, message: String) async throws {
        #expect(try await send(.post, path, body).status == 201)
        #expect(try await send(.post, path, body) == (status, message))
    }

    @Test func conditions() async throws {
        #expect(try await send(.post, "/projects/1/issues", #"{"title": "a"}"#).status == 201)
        let (past, future) = ("Thu, 29 Feb 2024 12:04:11 GMT", "Thu, 28 Feb 2999 12:04:11 GMT")
        let early = try await send(.delete, "/projects/1/issues/1", since: past)
        #expect(early == (412, "412 Precondition Failed"))
        #expect(try await send(.delete, "/projects/1/issues/1", since: future).status == 204)
        #expect(try await send(.get, "/projects/1/issues/1").status == 404)
        #expect(try await send(.post, "/projects/1/issues", #"{"title": "a"}"#).status == 201)
        #expect(try await send(.delete, "/projects/1/issues/2", since: "soon").status == 204)
    }
}
