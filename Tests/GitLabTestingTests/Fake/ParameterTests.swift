// How the GitLab in memory reads attributes, and what it rejects, in the words of Grape.

import Foundation
import GitLab
import GitLabTesting
import HTTPTypes
import Testing

@Suite("In-memory GitLab: attributes") struct FakeParameterTests {
    private let server = InMemoryGitLab(projects: ["tools/compiler"])

    /// Sends a request as other clients would, and returns the status and the JSON; a text that is no JSON as such.
    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: String = "", as type: String = "application/json"
    ) async throws -> (status: Int, json: JSONValue) {
        var head = HTTPRequest(method: method, scheme: "https", authority: "gitlab.test", path: "/api/v4" + path)
        if !body.isEmpty { head.headerFields[.contentType] = type }
        let response = try await server.send(head, body: RequestBody(Array(body.utf8)))
        let bytes = try await response.body.collect(upTo: 1 << 20)
        let json = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))
        return (response.head.status.code, json ?? .string(String(decoding: bytes, as: UTF8.self)))
    }

    @Test(
        "Rejected, in Grape's words",
        arguments: [
            (#"{}"#, "title is missing"),
            (#"{"title": ""}"#, "title is empty"),
            (#"{"title": ["a"]}"#, "title is invalid"),
            (#"{"title": "a", "confidential": "maybe"}"#, "confidential is invalid"),
            (#"{"title": "a", "weight": "heavy"}"#, "weight is invalid"),
            (#"{"title": "a", "issue_type": "wish"}"#, "issue_type does not have a valid value"),
            (#"{"title": "a", "created_at": "soon"}"#, "created_at is invalid"),
            (#"{"title": "a", "assignee_ids": ["x"]}"#, "assignee_ids is invalid"),
            (#"{"title": 5, "weight": "x", "confidential": "y"}"#, "weight is invalid"),
        ])
    func rejected(body: String, message: String) async throws {
        let response = try await send(.post, "/projects/1/issues", body)
        #expect(response.status == 400)
        #expect(response.json["error"]?.stringValue?.contains(message) == true, "\(response.json)")
    }

    @Test func membersOfHashesAreChecked() async throws {
        let body =
            #"{"branch": "a", "commit_message": "m", "actions": [{"action": "create"}, {"action": "burn", "file_path": "b"}]}"#
        let response = try await send(.post, "/projects/1/repository/commits", body)
        #expect(
            response.json["error"] == "actions[1][action] does not have a valid value, actions[0][file_path] is missing"
        )
    }

    @Test func attributesThatExcludeEachOther() async throws {
        let response = try await send(.get, "/issues?assignee_id=1&assignee_username%5B%5D=a")
        #expect(response.status == 400)
        #expect(response.json["error"]?.stringValue?.hasSuffix("are mutually exclusive") == true, "\(response.json)")
    }

    @Test func formsAreReadAsJSONIs() async throws {
        let form = try await send(
            .post, "/projects/1/issues", "title=A+b&labels%5B%5D=x&labels%5B%5D=y&confidential=1",
            as: "application/x-www-form-urlencoded")
        #expect(form.status == 201)
        #expect(form.json["title"] == "A b" && form.json["labels"] == ["x", "y"] && form.json["confidential"] == true)
    }

    @Test func multipartFormsAreReadToo() async throws {
        let parts = [
            "--b1\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nA\r\nb\r\n",
            "--b1\r\nContent-Disposition: form-data; name=\"labels[]\"\r\n\r\nx\r\n", "--b1--\r\n",
        ]
        let type = "multipart/form-data; boundary=b1"
        let response = try await send(.post, "/projects/1/issues", parts.joined(), as: type)
        #expect(response.json["title"] == "A\r\nb" && response.json["labels"] == ["x"])
        for broken in [parts[0], "--b2--", "--b1\r\n", "--b1\r\nno field\r\n\r\n\r\n--b1--"] {
            #expect(try await send(.post, "/projects/1/issues", broken, as: type).status == 400, "\(broken)")
        }
        let upload = "--b1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nhi\r\n--b1--"
        #expect(try await send(.post, "/projects/1/uploads", upload, as: type).status == 201)
        let text = "--b1\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nhi\r\n--b1--"
        #expect(try await send(.post, "/projects/1/uploads", text, as: type).json["error"] == "file is invalid")
    }

    @Test(arguments: [("text/plain", 415), ("application/json", 400)])
    func otherBodiesAreNotRead(type: String, status: Int) async throws {
        #expect(try await send(.post, "/projects/1/issues", "{title", as: type).status == status)
    }

    @Test func depthIsBounded() async throws {
        let brackets = String(repeating: "[a]", count: 100_000)
        #expect(try await send(.get, "/projects?x\(brackets)=1").status == 400)
    }

    @Test func pathsWithLiteralsComeFirst() async throws {
        // It is no badge with the ID `render`.
        let preview = try await send(.get, "/projects/1/badges/render?link_url=a&image_url=b")
        #expect(preview.status == 200 && preview.json["rendered_link_url"] != nil)
    }
}
