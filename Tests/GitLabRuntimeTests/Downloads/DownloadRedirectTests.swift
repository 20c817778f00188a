// Downloads that GitLab redirects to an object storage: followed there, without the fields that are for GitLab.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite(.timeLimit(.minutes(5))) struct DownloadRedirectTests {
    private func client(
        base: String = "https://gitlab.example.com/gitlab",
        _ locations: [String],
        status: Int = 302
    ) -> (Things, ScriptedTransport) {
        let transport = ScriptedTransport { _, count in
            count < locations.count
                ? .response("moved", status: status, ["Location": locations[count], "Set-Cookie": "a=b"])
                : .response("content")
        }
        return (GitLabClient.scripted(transport, base: base).things, transport)
    }

    @Test(arguments: [301, 302, 303, 307, 308]) func anotherOriginGetsNoCredentials(status: Int) async throws {
        let (things, transport) = client(["https://Storage.example.com:443/b/k%2F1?X-Sig=a%2Bb%3D&x"], status: status)
        #expect(try await things.download(1).bytes(upTo: 7) == Array("content".utf8))
        let sent = try #require(transport.sent.last)
        #expect(transport.sent.count == 2)
        #expect(sent.head.scheme == "https" && sent.head.authority == "storage.example.com")
        #expect(sent.path == "/b/k%2F1?X-Sig=a%2Bb%3D&x" && sent.head.method == .get)
        #expect(Set(sent.head.headerFields.map(\.name.canonicalName)) == ["accept", "accept-encoding", "user-agent"])
    }

    @Test func theSameOriginKeepsThem() async throws {
        let (things, transport) = client(["/gitlab/api/v4/things/2/file", "https://gitlab.example.com:443/x"])
        _ = try await things.download(1)
        #expect(transport.sent.count == 3)
        #expect(transport.sent.allSatisfy { $0.field("private-token") == "glpat-secret-0123456789" })
    }

    @Test func headersOfTheRequestStayHome() async throws {
        struct ConditionalDownload: DownloadRequest {
            static let endpoint = Endpoint("things.conditional", .get, "/things/file")
            func addHeaders(to headers: inout ParameterEncoder) {
                headers.add("Authorization", "Bearer glpat-2")
                headers.add("X-Secret", "glpat-2")
            }
        }
        let transport = ScriptedTransport { _, count in
            count == 0
                ? .response("", status: 302, ["Location": "https://storage.example.com/x"]) : .response("content")
        }
        _ = try await GitLabClient.scripted(transport).download(ConditionalDownload())
        #expect(transport.sent.first?.field("x-secret") == "glpat-2")
        #expect(transport.sent.last?.head.headerFields.contains { $0.value.contains("glpat") } == false)
    }

    /// A storage must not be able to make the client send requests to GitLab in the name of the user.
    @Test func theWayBackHasNone() async throws {
        let (things, transport) = client(
            ["https://storage.example.com/x", "https://gitlab.example.com/gitlab/api/v4/things/2/file"])
        _ = try await things.download(1)
        #expect(transport.sent.map { $0.field("private-token") } == ["glpat-secret-0123456789", nil, nil])
    }

    @Test(arguments: [
        ["http://gitlab.example.com/x"], ["http://storage.example.com/x"], ["ftp://storage.example.com/x"],
        ["file:///etc/passwd"], ["https://storage.example.com/x", "http://storage.example.com/x"],
        ["https://storage.example.com/x", "http://gitlab.example.com/x"],
        ["https://user:secret@storage.example.com/x"], ["https://storage.example.com:0/x"], [""],
    ])
    func otherPlacesAreNotCalled(locations: [String]) async throws {
        let (things, transport) = client(locations)
        let error = try await gitLabError { try await things.download(1) }
        #expect(error.kind == .redirect && !error.message.contains("secret"), "\(error)")
        #expect(transport.sent.count == locations.count)
    }

    @Test func withoutTLSThereIsNoneToLose() async throws {
        let (things, transport) = client(
            base: "http://gitlab.example.com", ["http://storage.example.com/x", "https://storage.example.com/x"])
        _ = try await things.download(1)
        #expect(transport.sent.map(\.head.scheme) == ["http", "http", "https"])
        #expect(transport.sent.map { $0.field("private-token") } == ["glpat-secret-0123456789", nil, nil])
    }

    @Test func circlesEnd() async throws {
        let (things, transport) = client((0..<9).map { "https://s\($0 % 2).example.com/x" })
        let error = try await gitLabError { try await things.download(1) }
        #expect(error.kind == .redirect && error.message.contains("5 times") && transport.sent.count == 6)
    }

    @Test func theStoragesRejectionIsNotGitLabs() async throws {
        let transport = ScriptedTransport { _, count in
            count == 0
                ? .response("", status: 302, ["Location": "https://storage.example.com/x?signature=s3cret"])
                : .response(
                    "<Error><Code>AccessDenied</Code></Error>", status: 403, ["Content-Type": "application/xml"])
        }
        let error = try await gitLabError { try await GitLabClient.scripted(transport).things.download(1) }
        #expect(error.message == "storage.example.com says: 403 Forbidden" && error.kind == .forbidden)
        #expect(!"\(error)".contains("s3cret"))
    }

    @Test func otherRequestsStayHome() async throws {
        let (things, transport) = client(["https://storage.example.com/x"])
        #expect(try await gitLabError { try await things.get(1) }.kind == .redirect)
        #expect(transport.sent.count == 1)
    }

    /// Everything that the second server receives, byte for byte.
    @Test func overSocketsNothingLeaks() async throws {
        let storage = try SocketServer { _ in
            [.send("HTTP/1.1 200 OK\r\nContent-Length: 7\r\nConnection: close\r\n\r\ncontent")]
        }
        defer { storage.stop() }
        let location = "http://127.0.0.1:\(storage.port)/bucket/key%2F1?X-Signature=abc%2Bd"
        let server = try SocketServer { _ in
            [
                .send(
                    "HTTP/1.1 302 Found\r\nLocation: \(location)\r\nSet-Cookie: _gitlab_session=glpat-c; Path=/\r\n"
                        + "Content-Length: 45\r\nConnection: close\r\n\r\n<html>You are being redirected there.</html>\n"
                )
            ]
        }
        defer { server.stop() }
        let client = GitLabClient(
            baseURL: try #require(URL(string: "http://127.0.0.1:\(server.port)")),
            credentials: .personalAccessToken("glpat-1"))
        for _ in 0..<3 {
            #expect(try await client.things.download(1).bytes(upTo: 7) == Array("content".utf8))
        }
        #expect(server.requests.count == 3 && storage.requests.count == 3)
        #expect(server.requests.allSatisfy { $0.fields["private-token"] == "glpat-1" && $0.fields["cookie"] == nil })
        for request in storage.requests {
            let raw = String(decoding: request.raw, as: UTF8.self).lowercased()
            #expect(raw.hasPrefix("get /bucket/key%2f1?x-signature=abc%2bd http/1.1\r\n"))
            #expect(raw.contains("\r\nhost: 127.0.0.1:\(storage.port)\r\n"))
            for secret in ["glpat", "token", "authorization", "cookie", "referer", "\(server.port)"] {
                #expect(!raw.contains(secret), "\(raw)")
            }
        }
    }
}
