// Redirects: followed at the same origin for reading requests, rejected everywhere else.

import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct RedirectTests {
    private func client(_ location: String?, status: Int = 302, base: String = "https://gitlab.example.com/gitlab") -> (
        GitLabClient, ScriptedTransport
    ) {
        let transport = ScriptedTransport { _, count in
            count == 0
                ? .response("moved", status: status, location.map { ["Location": $0] } ?? [:]) : .json(#"{"id":9}"#)
        }
        return (GitLabClient.scripted(transport, base: base), transport)
    }

    @Test(arguments: [
        ("https://gitlab.example.com/gitlab/api/v4/things/9?a=%2F", "/gitlab/api/v4/things/9?a=%2F"),
        ("HTTPS://GitLab.Example.COM:443/x", "/x"),
        ("/api/v4/things/a%2Fb#part", "/api/v4/things/a%2Fb"),
        ("//gitlab.example.com/x", "/x"),
        ("9", "/gitlab/api/v4/things/9"),
        ("?x=1", "/gitlab/api/v4/things/1?x=1"),
        ("/a b", "/a%20b"), (" /x\t", "/x"), ("https://gitlab.example.com/gr\u{FC}n?\u{E9}", "/gr%C3%BCn?%C3%A9"),
        ("/x:y", "/x:y"), ("9?u=a://b", "/gitlab/api/v4/things/9?u=a://b"),
    ])
    func sameOriginIsFollowed(location: String, path: String) async throws {
        for status in [301, 302, 303, 307, 308] {
            let (client, transport) = client(location, status: status)
            #expect(try await client.things.get(1).id == 9)
            #expect(transport.sent.map(\.path) == ["/gitlab/api/v4/things/1", path])
            #expect(transport.sent.allSatisfy { $0.field("private-token") == "glpat-secret-0123456789" })
            #expect(
                transport.sent.allSatisfy { $0.head.authority == "gitlab.example.com" && $0.head.scheme == "https" })
        }
    }

    @Test(arguments: [
        ("https://evil.example.com/x", "evil.example.com"),
        ("http://gitlab.example.com/x", "http://gitlab.example.com"),
        ("https://gitlab.example.com:8443/x", "gitlab.example.com:8443"), ("//evil.example.com/x", "evil.example.com"),
        ("https://gitlab.example.com@evil.example.com/x", "evil.example.com"),
        ("https://gitlab.example.com.evil.example.com/", "gitlab.example.com.evil.example.com"),
        ("ftp://gitlab.example.com/x", "ftp://gitlab.example.com"),
    ])
    func otherOriginsAreNotCalled(location: String, named: String) async throws {
        let (client, transport) = client(location)
        let error = try await gitLabError { try await client.things.get(1) }
        #expect(error.kind == .redirect && error.status == 302)
        #expect(error.message.contains(named), "\(error)")
        #expect(transport.sent.count == 1)
    }

    @Test(arguments: [
        "javascript:alert(1)", "mailto:a@example.com", "data:text/plain,x", "FILE:/etc/passwd", " gitlab:x",
    ])
    func otherSchemesAreNotFollowed(location: String) async throws {
        let (client, transport) = client(location)
        let error = try await gitLabError { try await client.things.get(1) }
        let scheme = location.lowercased().split(separator: ":")[0].drop { $0 == " " }
        #expect(error.kind == .redirect && error.message.contains("the scheme \(scheme),"), "\(error)")
        #expect(transport.sent.count == 1)
    }

    @Test(arguments: ["", " ", "https:///x", nil] as [String?])
    func aLocationThatIsNoneIsAnError(location: String?) async throws {
        let (client, transport) = client(location)
        let error = try await gitLabError { try await client.things.get(1) }
        #expect(error.kind == .redirect)
        #expect(transport.sent.count == 1)
    }

    @Test(arguments: [301, 302, 303, 307, 308]) func writesAreNotRepeated(status: Int) async throws {
        let (client, transport) = client("/gitlab/api/v4/things/9", status: status)
        let error = try await gitLabError { try await client.send(EditThing(1) { $0.visibility = .public }) }
        #expect(error.kind == .redirect && error.message.contains("PUT"))
        #expect(transport.sent.count == 1)
    }

    @Test func circlesEnd() async throws {
        let transport = ScriptedTransport { _, _ in .response("", status: 302, ["Location": "/x"]) }
        let error = try await gitLabError { try await GitLabClient.scripted(transport).things.get(1) }
        #expect(error.kind == .redirect && error.message.contains("5 times"))
        #expect(transport.sent.count == 6)
    }

    @Test func fiveRedirectsAreFollowed() async throws {
        let transport = ScriptedTransport { _, count in
            count < 5 ? .response("", status: 302, ["Location": "/x\(count)"]) : .json(#"{"id":9}"#)
        }
        #expect(try await GitLabClient.scripted(transport).things.get(1).id == 9)
        #expect(transport.sent.last?.path == "/x4")
    }
}
