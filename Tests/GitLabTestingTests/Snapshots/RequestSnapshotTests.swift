// Requests as text: exact, in a stable order, without secrets, and bounded.

import Foundation
import GitLab
import HTTPTypes
import Testing

@testable import GitLabTesting

@Suite struct RequestSnapshotTests {
    @Test func requestsOfAClient() async throws {
        let server = InMemoryGitLab(projects: ["tools/compiler"])
        let gitlab = server.client(credentials: .personalAccessToken("glpat-s3cret"))
        _ = try await gitlab.projects.list {
            $0.topic = ["b", "a"]; $0.search = "x y&z"; $0.membership = true
        }.page(1)
        try await gitlab.projects.edit("tools/compiler") {
            $0.description = nil; $0.topics = ["x", "y"]; $0.importURL = "https://u:s3cret@h"; $0.name = "\"é\n"
        }
        try await gitlab.projects.delete(1)
        let snapshot = await server.requestSnapshot
        #expect(
            snapshot == """
                GET /projects
                  field PRIVATE-TOKEN: [redacted]
                  query membership = "true"
                  query page = "1"
                  query search = "x y&z"
                  query topic = "b,a"
                PUT /projects/tools%2Fcompiler
                  field Content-Type: application/json
                  field PRIVATE-TOKEN: [redacted]
                  body description = null
                  body import_url = [redacted]
                  body name = "\\"é\\n"
                  body topics = ["x", "y"]
                DELETE /projects/1
                  field PRIVATE-TOKEN: [redacted]
                """, "\(snapshot)")
    }

    @Test func jsonAtAnyDepth() async throws {
        let json = """
            {"b": [{"action": "create", "n": 1.5}, {"list": [], "object": {}}], "a": {"z": true, "token": "s3cret"},
            "variables": [{"key": "s3cret", "value": ["s3cret"]}], "id": 7}
            """
        #expect(
            snapshot(.post, "/api/v4/x?private_token=s3cret&not[labels][]=a&not[labels][]=b", json) == """
                POST /x
                  field Content-Type: application/json
                  query not[labels] = ["a", "b"]
                  query private_token = [redacted]
                  body a[token] = [redacted]
                  body a[z] = true
                  body b[0][action] = "create"
                  body b[0][n] = 1.5
                  body b[1][list] = []
                  body b[1][object] = {}
                  body id = 7
                  body variables[0][key] = [redacted]
                  body variables[0][value] = [redacted]
                """)
        #expect(snapshot(.post, "/api/v4/x", "[1, 2]").hasSuffix("\n  body = [1, 2]"))
        #expect(snapshot(.post, "/api/v4/x", "3").hasSuffix("\n  body = 3"))
        #expect(snapshot(.post, "/api/v4/x", "no JSON").hasSuffix("\n  body = 7 bytes of application/json"))
        #expect(snapshot(.get, "/api/v4/projects", "") == "GET /projects")
    }

    @Test func forms() {
        let text = snapshot(
            .post, "/oauth/token", "grant_type=refresh_token&refresh_token=s3cret&client_secret=s3cret&a[b]=1+2",
            type: "application/x-www-form-urlencoded")
        #expect(
            text == """
                POST /oauth/token
                  field Content-Type: application/x-www-form-urlencoded
                  body a[b] = "1 2"
                  body client_secret = [redacted]
                  body grant_type = "refresh_token"
                  body refresh_token = [redacted]
                """)
    }

    @Test func filesByNameAndSize() async throws {
        let server = ScriptedGitLab()
        server.always(.post, "/projects/1/uploads", response: .failure(status: 404, message: "404"))
        _ = try? await server.client().uploads.create(
            1, file: .init(filename: "notes.txt", bytes: Array("the notes".utf8)))
        #expect(
            server.requestSnapshot == """
                POST /projects/1/uploads
                  field Content-Type: multipart/form-data
                  body file = file "notes.txt", 9 bytes
                """)
        #expect(
            snapshot(.put, "/api/v4/x", "\u{1}\u{2}", type: "application/octet-stream")
                == """
                PUT /x
                  field Content-Type: application/octet-stream
                  body = 2 bytes of application/octet-stream
                """)
    }

    @Test func fields() {
        let text = snapshot(
            .get, "/api/v4/x", "", type: nil,
            fields: [
                "User-Agent": "a", "Accept": "b", "X-Request-Id": "c", "Range": "bytes=5-", "Sudo": "root",
                "Authorization": "Bearer s3cret", "X-Proxy": "s3cret", "Cookie": "a=s3cret", "If-None-Match": "\"e\"",
            ])
        #expect(
            text == """
                GET /x
                  field Authorization: [redacted]
                  field Cookie: [redacted]
                  field If-None-Match: "e"
                  field Range: bytes=5-
                  field Sudo: root
                  field X-Proxy: [redacted]
                """)
    }

    /// A token that somebody put where none belongs.
    @Test func credentialsAreFoundWhereverTheyAre() {
        let token = "glpat-abcdefghij0123456789"
        for path in ["/api/v4/x/\(token)", "/api/v4/x?search=\(token)", "/api/v4/x?a[b]=my-s3cret"] {
            let text = snapshot(
                .post, path, #"{"a": "see \#(token).", "b": "my-s3cret", "c": "http://u:pw@h/\#(token)"}"#,
                fields: ["PRIVATE-TOKEN": "my-s3cret"])
            #expect(!text.contains(token) && !text.contains("s3cret") && !text.contains("pw"), "\(text)")
            #expect(text.contains(#"body a = "see [redacted]""#), "\(text)")
            #expect(text.contains(#"body c = "http://[redacted]@h/[redacted]""#), "\(text)")
        }
    }

    @Test func lengthsAreBounded() async throws {
        let long = snapshot(.post, "/api/v4/x", #"{"a": "\#(String(repeating: "é", count: 10_000))"}"#)
        #expect(long.count < 400 && long.hasSuffix("… (10002 characters)"))
        let members = (0..<500).map { "\"\($0)\": \($0)" }.joined(separator: ", ")
        let many = snapshot(.post, "/api/v4/x", "{\(members)}")
        #expect(many.split(separator: "\n").count == 103 && many.hasSuffix("\n  … and 400 more lines"))
        let server = InMemoryGitLab(projects: ["a/b"])
        let gitlab = server.client()
        for _ in 0..<203 { _ = try await gitlab.projects.get(1) }
        let all = await server.requestSnapshot
        #expect(all.hasSuffix("GET /projects/1\n… and 3 more requests") && all.split(separator: "\n").count == 201)
        #expect(await server.received.prefix(2).snapshot == "GET /projects/1\nGET /projects/1")
    }

    /// The same request, from a GitLab that records it.
    private func snapshot(
        _ method: HTTPRequest.Method, _ path: String, _ body: String, type: String? = "application/json",
        fields: [String: String] = [:]
    ) -> String {
        var head = HTTPRequest(method: method, scheme: "https", authority: "gitlab.test", path: path)
        if !body.isEmpty { head.headerFields[.contentType] = type }
        for (name, value) in fields { HTTPField.Name(name).map { head.headerFields[$0] = value } }
        return RecordedRequest(head, bytes: Array(body.utf8)).snapshot
    }
}
