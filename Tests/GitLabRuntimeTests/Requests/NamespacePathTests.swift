// IDs and paths as people have them: read as intended, or rejected before anything is sent.

import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct NamespacePathTests {
    private func client(_ base: String = "https://gitlab.example.com") -> (GitLabClient, ScriptedTransport) {
        let transport = ScriptedTransport { _, _ in .json(#"{"id":1}"#) }
        return (GitLabClient.scripted(transport, base: base), transport)
    }

    @Test(arguments: [
        "tools/compiler", "tools%2Fcompiler", "tools%2fcompiler", "/tools/compiler/", "tools/compiler.git",
        "tools/compiler/-/issues/7", "https://gitlab.example.com/tools/compiler",
        "https://gitlab.example.com/tools/compiler/", "https://gitlab.example.com/tools/compiler.git",
        "http://GitLab.example.com/tools/compiler?tab=x#readme", "https://gitlab.example.com:443/tools/compiler",
        "https://gitlab.example.com/tools/compiler/-/merge_requests/1/diffs",
        "git@gitlab.example.com:tools/compiler.git",
        "https://gitlab.example.com/groups/tools/compiler/-/issues",
        "ssh://git@gitlab.example.com:2222/tools/compiler.git",
    ])
    func isReadAsThePath(text: String) async throws {
        let (client, transport) = client()
        _ = try await client.send(GetThing(text))
        _ = try await client.send(try CustomRequest(.get, "/projects/:id", path: ["id": text]))
        #expect(
            transport.sent.map(\.path) == ["/api/v4/things/tools%2Fcompiler", "/api/v4/projects/tools%2Fcompiler"])
    }

    @Test(arguments: [
        ("https://other.example.com/tools/compiler", "other.example.com"),
        ("https://gitlab.example.com:8443/tools/compiler", "gitlab.example.com:8443"),
        ("https://gitlab.example.com.evil.example/tools/compiler", "gitlab.example.com.evil.example"),
        ("git@ssh.example.com:tools/compiler.git", "ssh.example.com"),
        ("ssh://git@other.example.com/tools/compiler", "other.example.com"),
    ])
    func addressesElsewhere(text: String, host: String) async throws {
        let (client, transport) = client()
        let error = try await gitLabError { try await client.send(GetThing(text)) }
        #expect(error.kind == .invalidRequest && transport.sent.isEmpty)
        #expect(error.message.contains("`id`") && error.message.contains("at \(host),"), "\(error)")
        #expect(error.message.contains("https://gitlab.example.com;"), "\(error)")
        #expect(error.message.contains("`tools/compiler`"), "\(error)")
    }

    @Test(arguments: [
        ("tools%252Fcompiler", "`%`"), ("tools%2", "`%`"), (" tools/compiler", "a space"),
        ("tools/compiler\n", "a space"), ("100%", "`%`"), ("tools:compiler", "`:`"),
        ("a/b@c:d", "`:`"), ("git@gitlab.example.com:tools%2Fcompiler.git", "`%`"),
        ("git@gitlab.example.com:a:b", "`:`"),
        ("tools//compiler", "empty segment"), ("https://", "URL"), ("ftp://gitlab.example.com/a/b", "URL"),
        ("https://user:s3cret@gitlab.example.com/a/b", "password"), ("https://gitlab.example.com/", "does not name"),
        ("https://gitlab.example.com/api/v4/projects/7", "does not name"),
        ("https://gitlab.example.com/a/%2e%2e/b", "URL"),
        ("..%2Fadmin", "`..`"), ("tools%2F..%2F..", "`..`"), ("a%00b", "NUL"), ("/", "empty"),
        ("https://gitlab.example.com/a/../b", "does not end"),
    ])
    func isRejected(text: String, word: String) async throws {
        let (client, transport) = client()
        let error = try await gitLabError { try await client.send(GetThing(text)) }
        #expect(error.kind == .invalidRequest && transport.sent.isEmpty)
        #expect(error.message.contains("`id`") && error.message.contains(word), "\(error)")
        #expect(!error.description.contains("s3cret"))
    }

    @Test func belowARelativeRoot() async throws {
        let (client, transport) = client("https://example.com/gitlab/")
        _ = try await client.send(GetThing("https://example.com/gitlab/tools/compiler"))
        _ = try await client.send(GetThing("git@example.com:tools/compiler.git"))
        #expect(Set(transport.sent.map(\.path)) == ["/gitlab/api/v4/things/tools%2Fcompiler"])
        for text in ["https://example.com/tools/compiler", "https://example.com/gitlabs/compiler"] {
            let error = try await gitLabError { try await client.send(GetThing(text)) }
            #expect(error.message.contains("https://example.com/gitlab;"), "\(error)")
        }
    }

    /// Values that may be correct are sent: names of users, and values that are not IDs.
    @Test func allElseStaysAsItIs() async throws {
        let (client, transport) = client()
        for text in ["42", "alice", "a.b-c_d", "-", "a b", "日本", "...", "a~b", "@alice"] {
            _ = try await client.send(GetThing(text))
            // GitLab's redirect from an old path loses what follows a dot, unless it is encoded.
            let path = PercentEncoding.text(text).replacing(".", with: "%2E")
            #expect(transport.sent.last?.path == "/api/v4/things/" + path)
        }
        let file = "a%2Fb:c//d.git"
        let request = try CustomRequest(
            .get, "/projects/:id/repository/files/:file_path", path: ["id": 7, "file_path": file])
        _ = try await client.send(request)
        #expect(
            transport.sent.last?.path == "/api/v4/projects/7/repository/files/" + PercentEncoding.text(file))
    }

    @Test func attributesOfQueryAndBody() throws {
        func query(_ id: IDOrPath) throws -> String {
            var query = ParameterEncoder(QueryPairs(.query))
            query.add("namespace", id)
            return try query.text()
        }
        #expect(
            try query(7) == "namespace=7" && query("a/b") == "namespace=a%2Fb" && query("a%2Fb") == "namespace=a%2Fb")
        for text in ["https://gitlab.example.com/a/b", "git@gitlab.example.com:a/b.git"] {
            let rejection = try #require(throws: ValidationError.self) { try query(.path(text)) }
            #expect(
                rejection.message.contains("`namespace`") && rejection.message.contains("`a/b`"), "\(rejection.message)"
            )
        }
        let collected = Parameters.collecting { $0.add("a", IDOrPath.path("x://y")) }
        #expect(collected["a"] == .string("x://y"))
    }
}
