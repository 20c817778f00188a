// Every transport against a real socket.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@Suite(.timeLimit(.minutes(5))) struct TransportTests {
    private func request(_ server: SocketServer, _ path: String, _ method: HTTPRequest.Method = .get) -> HTTPRequest {
        HTTPRequest(method: method, scheme: "http", authority: "127.0.0.1:\(server.port)", path: path)
    }

    private static func ok(_ body: String, _ fields: String = "") -> String {
        "HTTP/1.1 200 OK\r\nContent-Length: \(body.utf8.count)\r\nConnection: close\r\n\(fields)\r\n\(body)"
    }

    @Test(arguments: TransportKind.allCases) func statusFieldsAndBodyCome(kind: TransportKind) async throws {
        let server = try SocketServer { _ in
            [
                .send(
                    "HTTP/1.1 201 Made\r\nContent-Length: 5\r\nX-Next-Page: \r\nLink: <a>; rel=\"next\"\r\n"
                        + "Connection: close\r\n\r\nhello"
                )
            ]
        }
        defer { server.stop() }
        let response = try await kind.make().send(request(server, "/x"), body: .empty)
        #expect(response.head.status.code == 201)
        #expect(response.head.headerFields[.link] == "<a>; rel=\"next\"")
        #expect(response.head.headerFields[.nextPage] ?? "" == "")
        #expect(try await response.body.collect(upTo: 5) == Array("hello".utf8))
    }

    /// As GitLab writes them into links: what a URL cannot hold is encoded once, and all else is sent as it is.
    @Test(arguments: TransportKind.allCases) func aLinkIsSentByteForByte(kind: TransportKind) async throws {
        let query =
            "labels[]=a&created_after=2026-11-28T05%3A23Z&b=%5B%7C|^`{}\\\"&c=100%"
            + "&d=a+b%20c;:@/?!$'()*,~%c3%A9&page=2"
        let server = try SocketServer { request in
            [.send(Self.ok("[]", request.line.contains("page=2") ? "" : "Link: </x?\(query)>; rel=\"next\"\r\n"))]
        }
        defer { server.stop() }
        let base = try #require(URL(string: "http://127.0.0.1:\(server.port)"))
        for try await _ in GitLabClient(baseURL: base, transport: kind.make()).things.list() {}
        let line = try #require(server.requests.last?.line)
        #expect(
            line == "GET /api/v4/things?labels%5B%5D=a&created_after=2026-11-28T05%3A23Z"
                + "&b=%5B%7C%7C%5E%60%7B%7D%5C%22&c=100%25&d=a+b%20c;:@/?!$'()*,~%c3%A9&page=2 HTTP/1.1")
    }

    /// A response that requests a password is like others, and ends.
    @Test(
        .timeLimit(.minutes(1)), arguments: TransportKind.allCases,
        [
            (401, "WWW-Authenticate: Basic realm=\"registry\""),
            (401, "WWW-Authenticate: Digest realm=\"a\", nonce=\"b\""),
            (401, "WWW-Authenticate: Bearer realm=\"a\", Basic realm=\"b\""), (401, "WWW-Authenticate: NTLM"),
            (407, "Proxy-Authenticate: Basic realm=\"proxy\""),
        ])
    func challengesEnd(kind: TransportKind, challenge: (status: Int, field: String)) async throws {
        let message = #"{"message":"no access"}"#
        let server = try SocketServer { _ in
            [
                .send(
                    "HTTP/1.1 \(challenge.status) No\r\nContent-Length: \(message.utf8.count)\r\n"
                        + "Content-Type: application/json\r\n\(challenge.field)\r\nConnection: close\r\n\r\n\(message)")
            ]
        }
        defer { server.stop() }
        let transport = kind.make()
        let response = try await transport.send(request(server, "/x"), body: .empty)
        #expect(response.head.status.code == challenge.status)
        #expect(try await response.body.collect(upTo: 100) == Array(message.utf8))
        let download = try await transport.download(request(server, "/x"))
        #expect(download.head.status.code == challenge.status)
        #expect(try await download.body.collect(upTo: 100) == Array(message.utf8))
        let upload = try await transport.send(request(server, "/x", .post), body: RequestBody([1, 2, 3]))
        #expect(upload.head.status.code == challenge.status)
        #expect(try await upload.body.collect(upTo: 100) == Array(message.utf8))
        #expect(server.requests.count == 3)
    }

    @Test(arguments: TransportKind.allCases) func whatIsSentArrivesAsItIs(kind: TransportKind) async throws {
        let server = try SocketServer { _ in [.send(Self.ok("{}"))] }
        defer { server.stop() }
        let path = "/gitlab/api/v4/projects/a%2Fb.json%3F%23%25?v%5B%5D=x%2By&c%5Ba%20b%5D=%3B&n"
        var head = request(server, path, .put)
        head.headerFields[.privateToken] = "glpat-1"
        head.headerFields[.userAgent] = "gitlab-swift"
        head.headerFields[.contentType] = "application/json"
        let body = (0..<100_000).map { UInt8(truncatingIfNeeded: $0) }
        _ = try await kind.make().send(head, body: RequestBody(body)).body.collect(upTo: 10)
        let received = try #require(server.requests.first)
        #expect(received.line == "PUT \(path) HTTP/1.1")
        #expect(received.body == body)
        #expect(received.fields["private-token"] == "glpat-1")
        #expect(received.fields["user-agent"] == "gitlab-swift")
        #expect(received.fields["content-type"] == "application/json")
        #expect(received.fields["content-length"] == "100000")
        #expect(received.fields["host"] == "127.0.0.1:\(server.port)")
    }

    @Test(arguments: TransportKind.allCases, [HTTPRequest.Method.get, .post, .delete])
    func noBodyIsNoBody(kind: TransportKind, method: HTTPRequest.Method) async throws {
        let server = try SocketServer { _ in [.send(Self.ok("{}"))] }
        defer { server.stop() }
        _ = try await kind.make().send(request(server, "/x", method), body: .empty).body.collect(upTo: 10)
        let received = try #require(server.requests.first)
        #expect(received.line == "\(method.rawValue) /x HTTP/1.1")
        #expect(received.fields["content-length"] ?? "0" == "0" && received.fields["transfer-encoding"] == nil)
    }

    @Test(arguments: TransportKind.allCases) func aBodyComesAsItIsSent(kind: TransportKind) async throws {
        let server = try SocketServer { _ in
            [
                .send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"),
                .send("3\r\none\r\n"), .waitForClose,
            ]
        }
        defer { server.stop() }
        let response = try await kind.make().send(request(server, "/x"), body: .empty)
        // The rest never comes.
        for try await chunk in response.body {
            #expect(chunk == Array("one".utf8))
            break
        }
    }

    @Test(arguments: TransportKind.allCases) func aBodyOutlivesItsTransport(kind: TransportKind) async throws {
        let server = try SocketServer { _ in
            [
                .send("HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\none"),
                .pause(milliseconds: 500), .send("two"),
            ]
        }
        defer { server.stop() }
        var transport: (any Transport)? = kind.make()
        let response = try #require(try await transport?.send(request(server, "/x"), body: .empty))
        transport = nil
        // Long enough for what ends with it to end.
        try await Task.sleep(for: .milliseconds(200))
        #expect(try await response.body.collect(upTo: 100) == Array("onetwo".utf8))
    }

    @Test(arguments: TransportKind.allCases) func redirectsAreGivenBackAndNotFollowed(kind: TransportKind) async throws
    {
        let other = try SocketServer { _ in [.send(Self.ok("caught"))] }
        defer { other.stop() }
        let port = other.port
        let server = try SocketServer { _ in
            [
                .send(
                    "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:\(port)/x\r\nContent-Length: 5\r\n"
                        + "Connection: close\r\n\r\nmoved"
                )
            ]
        }
        defer { server.stop() }
        var head = request(server, "/x")
        head.headerFields[.privateToken] = "glpat-1"
        let response = try await kind.make().send(head, body: .empty)
        #expect(response.head.status.code == 302)
        #expect(response.head.headerFields[.location] == "http://127.0.0.1:\(port)/x")
        _ = try await response.body.collect(upTo: 100)
        #expect(other.requests.isEmpty && server.requests.count == 1)
    }

    @Test(arguments: TransportKind.allCases) func cookiesAreNotKept(kind: TransportKind) async throws {
        let server = try SocketServer { _ in [.send(Self.ok("{}", "Set-Cookie: a=b; Path=/\r\n"))] }
        defer { server.stop() }
        let transport = kind.make()
        for _ in 0..<2 { _ = try await transport.send(request(server, "/x"), body: .empty).body.collect(upTo: 10) }
        #expect(server.requests.count == 2)
        #expect(server.requests.allSatisfy { $0.fields["cookie"] == nil })
    }

    @Test(
        arguments: TransportKind.allCases,
        [
            "HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\nshort",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\nshort\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n64\r\nshort",
        ])
    func truncatedBodiesAreErrors(kind: TransportKind, response: String) async throws {
        let server = try SocketServer { _ in [.send(response)] }
        defer { server.stop() }
        let transport = kind.make()
        await #expect(throws: (any Error).self) {
            let response = try await transport.send(request(server, "/x"), body: .empty)
            _ = try await response.body.collect(upTo: 1_000)
        }
        let client = GitLabClient(
            baseURL: try #require(URL(string: "http://127.0.0.1:\(server.port)")), transport: transport)
        let error = try await gitLabError { try await client.things.get(1) }
        #expect(error.kind == .transport, "\(error)")
    }

    @Test(
        arguments: TransportKind.allCases,
        [[.send("")], [.reset], [.send("SMTP 220 hello\r\n\r\n")]] as [[SocketServer.Step]])
    func responsesThatAreNoneAreErrors(kind: TransportKind, steps: [SocketServer.Step]) async throws {
        let server = try SocketServer { _ in steps }
        defer { server.stop() }
        let client = GitLabClient(
            baseURL: try #require(URL(string: "http://127.0.0.1:\(server.port)")), transport: kind.make())
        let error = try await gitLabError { try await client.things.get(1) }
        #expect(error.kind == .transport && error.message.contains("127.0.0.1:\(server.port)"), "\(error)")
    }

    @Test(arguments: TransportKind.allCases) func refusedConnectionsAreErrors(kind: TransportKind) async throws {
        let server = try SocketServer { _ in [] }
        server.stop()
        let client = GitLabClient(
            baseURL: try #require(URL(string: "http://127.0.0.1:\(server.port)")), transport: kind.make())
        let error = try await gitLabError { try await client.things.get(1) }
        #expect(error.kind == .transport && error.message.contains("does not accept the connection"), "\(error)")
    }

    @Test(arguments: TransportKind.allCases) func cancellingBeforeTheHead(kind: TransportKind) async throws {
        let server = try SocketServer { _ in [.waitForClose] }
        defer { server.stop() }
        let transport = kind.make()
        let request = request(server, "/x")
        let task = Task { try await transport.send(request, body: .empty) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        try await expectClose(of: server)
    }

    @Test(arguments: TransportKind.allCases) func cancellingInTheBody(kind: TransportKind) async throws {
        let server = try SocketServer { _ in
            [.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"id\":1}"), .waitForClose]
        }
        defer { server.stop() }
        let client = GitLabClient(
            baseURL: try #require(URL(string: "http://127.0.0.1:\(server.port)")), transport: kind.make())
        let task = Task { try await client.things.get(1) }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        try await Task.sleep(for: .milliseconds(50))
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        try await expectClose(of: server)
    }

    @Test(arguments: TransportKind.allCases) func aBodyThatIsLetGoOfClosesItsConnection(kind: TransportKind)
        async throws
    {
        let server = try SocketServer { _ in
            [.send("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nbeginning"), .waitForClose]
        }
        defer { server.stop() }
        let transport = kind.make()
        #expect(try await transport.send(request(server, "/x"), body: .empty).body.prefix(upTo: 3) == Array("beg".utf8))
        try await expectClose(of: server)
    }

    @Test(arguments: TransportKind.allCases) func cancellingAtAnyMomentEndsTheRequest(kind: TransportKind) async throws
    {
        let server = try SocketServer { _ in [.pause(milliseconds: 5), .send(Self.ok("{}"))] }
        defer { server.stop() }
        let transport = kind.make()
        let request = request(server, "/x")
        var cancelled = 0
        for round in 0..<150 {
            let task = Task {
                let response = try await transport.send(request, body: .empty)
                return try await response.body.collect(upTo: 10)
            }
            if round % 3 > 0 { try await Task.sleep(for: .microseconds(round * 100)) }
            task.cancel()
            switch await task.result {
            case .success(let bytes):
                #expect(bytes == Array("{}".utf8))
            case .failure(let error):
                #expect(error is CancellationError, "\(error)")
                cancelled += 1
            }
        }
        #expect(cancelled >= 50)
    }

    @Test(arguments: TransportKind.allCases) func manyRequestsAtOnceStayApart(kind: TransportKind) async throws {
        let server = try SocketServer { request in
            let number = request.line.split(separator: "/")[1].prefix { $0.isNumber }
            return [.pause(milliseconds: .random(in: 0...20)), .send(Self.ok("response \(number)"))]
        }
        defer { server.stop() }
        let transport = kind.make()
        try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for number in 0..<60 {
                let request = request(server, "/\(number)")
                group.addTask {
                    let bytes = try await transport.send(request, body: .empty).body.collect(upTo: 100)
                    return (number, String(decoding: bytes, as: UTF8.self))
                }
            }
            for try await (number, text) in group { #expect(text == "response \(number)") }
        }
        #expect(server.requests.count == 60)
    }

    @Test(arguments: TransportKind.allCases) func headResponsesHaveNoBody(kind: TransportKind) async throws {
        let server = try SocketServer { _ in
            [.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\nConnection: close\r\n\r\n")]
        }
        defer { server.stop() }
        let response = try await kind.make().send(request(server, "/x", .head), body: .empty)
        #expect(response.head.headerFields[.contentLength] == "100")
        #expect(try await response.body.collect(upTo: 100) == [])
    }

    /// The client over this transport: a list of two pages whose link names another host, and an error.
    @Test(arguments: TransportKind.allCases) func theClientOverARealSocket(kind: TransportKind) async throws {
        let server = try SocketServer { request in
            if request.fields["private-token"] != "glpat-1" {
                let body = #"{"message":"401 Unauthorized"}"#
                return [
                    .send(
                        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\nX-Request-Id: r-7\r\n"
                            + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)"
                    )
                ]
            }
            let isSecond = request.line.contains("page=2")
            let link = "Link: <https://elsewhere.invalid/api/v4/things?page=2>; rel=\"next\"\r\n"
            return [.send(Self.ok(isSecond ? #"[{"id":3}]"# : #"[{"id":1},{"id":2}]"#, isSecond ? "" : link))]
        }
        defer { server.stop() }
        let base = try #require(URL(string: "http://127.0.0.1:\(server.port)/gitlab/"))
        var ids: [Int] = []
        for try await thing in GitLabClient(
            baseURL: base, credentials: .personalAccessToken("glpat-1"), transport: kind.make()
        ).things.list() {
            ids.append(thing.id)
        }
        #expect(ids == [1, 2, 3])
        #expect(
            server.requests.map(\.line) == [
                "GET /gitlab/api/v4/things HTTP/1.1", "GET /gitlab/api/v4/things?page=2 HTTP/1.1",
            ])
        let error = try await gitLabError {
            try await GitLabClient(baseURL: base, transport: kind.make()).things.get("a/b")
        }
        #expect(error.kind == .unauthorized && error.message == "401 Unauthorized" && error.requestID == "r-7")
        #expect(server.requests.last?.line == "GET /gitlab/api/v4/things/a%2Fb HTTP/1.1")
    }

    private func expectClose(of server: SocketServer) async throws {
        for _ in 0..<3_000 where server.closedByClient == 0 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(server.closedByClient == 1)
    }
}
