// Any endpoint through the same client.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct CustomRequestTests {
    private func client(
        _ script: @escaping @Sendable (ScriptedTransport.Sent, Int) async throws -> TransportResponse
    ) -> (GitLabClient, ScriptedTransport) {
        let transport = ScriptedTransport(script)
        return (GitLabClient.scripted(transport), transport)
    }

    @Test func itIsEncodedAsOthersAre() async throws {
        let (client, transport) = client { _, _ in .json(#"{"id":7,"x":[null]}"#) }
        let labels = ["a,b", "c"]
        let none: String? = nil
        let request = try CustomRequest(
            .get, "/projects/:id/-/issues/:issue_iid", path: ["id": "a/b c", "issue_iid": 42],
            query: [
                "state": "opened", "labels": labels, "search": none, "page": 3, "since": Date(timeIntervalSince1970: 0),
            ])
        #expect(try await client.send(request) == .object(["id": 7, "x": [nil]]))
        let sent = try #require(transport.sent.first)
        #expect(
            sent.path == "/api/v4/projects/a%2Fb%20c/-/issues/42?state=opened&labels%5B%5D=a%2Cb&labels%5B%5D=c"
                + "&page=3&since=1970-01-01T00%3A00%3A00Z")
        #expect(sent.head.method == .get && sent.body.isEmpty)
        #expect(sent.field("private-token") != nil && sent.field("accept") == "application/json")
    }

    @Test func bodiesAndFields() async throws {
        let (client, transport) = client { _, _ in .response("", status: 204) }
        let request = try CustomRequest(
            .post, "/things", body: ["name": "x", "note": ParameterValue.null, "tags": ["a": 1]],
            headers: ["If-Unmodified-Since": Date(timeIntervalSince1970: 0)])
        #expect(try await client.send(request) == .null)
        let sent = try #require(transport.sent.first)
        #expect(String(decoding: sent.body.bytes ?? [], as: UTF8.self) == #"{"name":"x","note":null,"tags":{"a":1}}"#)
        #expect(sent.field("if-unmodified-since") == "Thu, 01 Jan 1970 00:00:00 GMT")
        _ = try await client.send(try CustomRequest(.delete, "/things", body: ["a": 1]))
        #expect(transport.sent.last?.path == "/api/v4/things?a=1")
        let upload = try CustomRequest(
            .put, "/things", body: ["file": FileUpload(filename: "a.txt", bytes: Array("hello".utf8))])
        _ = try await client.send(upload)
        #expect(transport.sent.last?.field("content-type")?.hasPrefix("multipart/form-data") == true)
    }

    @Test func parametersShowNamesOnly() {
        let parameters: Parameters = ["name": "x", "password": "hunter2"]
        var dumped = ""
        dump(parameters, to: &dumped)
        #expect("\(parameters)" == "Parameters(name, password)")
        #expect(!dumped.contains("hunter2") && !String(reflecting: parameters).contains("hunter2"))
    }

    @Test func callsInOneLine() async throws {
        let (client, transport) = client { sent, _ in
            sent.head.method == .delete ? .response("", status: 204) : .json(#"[{"id":7,"iid":3}]"#, status: 201)
        }
        let issues = try await client.get("/projects/:id/issues", path: ["id": "a/b"], query: ["state": "opened"])
        #expect(issues[0]["iid"]?.intValue == 3)
        let things = try await client.get("/things", as: [Thing].self)
        #expect(things.map(\.id) == [7])
        try await client.post("/projects/:id/issues", path: ["id": 42], body: ["title": "Crash", "labels": ["bug"]])
        try await client.put("/things/:id", path: ["id": 7], body: ["name": ParameterValue.null])
        try await client.put("/things/:id", path: ["id": 7], json: ["name": "x"])
        #expect(try await client.delete("/things/:id", path: ["id": 7], query: ["force": true]) == .null)
        let lines = transport.sent.map {
            "\($0.head.method.rawValue) \($0.path) \(String(decoding: $0.body.bytes ?? [], as: UTF8.self))"
        }
        #expect(
            lines == [
                "GET /api/v4/projects/a%2Fb/issues?state=opened ", "GET /api/v4/things ",
                #"POST /api/v4/projects/42/issues {"title":"Crash","labels":["bug"]}"#,
                #"PUT /api/v4/things/7 {"name":null}"#, #"PUT /api/v4/things/7 {"name":"x"}"#,
                "DELETE /api/v4/things/7?force=true ",
            ])
        await #expect(throws: GitLabError.self) { try await client.get("/things/../users") }
    }

    @Test func responsesOfEveryForm() async throws {
        let (client, _) = client { _, _ in .json(#"{"id":7}"#, status: 201, ["X-Request-Id": "r-1"]) }
        let request = try CustomRequest(.get, "/things/:id", path: ["id": 7])
        #expect(try await client.send(request, as: Thing.self).id == 7)
        #expect(try await client.send(request, as: [String: Int].self) == ["id": 7])
        let raw = try await client.raw(request)
        #expect(raw.status == 201 && raw.text == #"{"id":7}"# && raw.fields[.requestID] == "r-1")
        #expect(!"\(raw)".contains("id\""))
        #expect(try await client.raw(GetThing(7)).bytes == raw.bytes)
        #expect(try await client.download(request).bytes(upTo: 10) == Array(#"{"id":7}"#.utf8))
    }

    @Test func errorsAreThoseOfOthers() async throws {
        let (client, _) = client { _, _ in .json(#"{"message":"404 Thing Not Found"}"#, status: 404) }
        let request = try CustomRequest(.get, "/things/:id", path: ["id": 7])
        for error in [
            try await gitLabError { try await client.send(request) },
            try await gitLabError { try await client.send(request, as: Thing.self) },
            try await gitLabError { try await client.raw(request) },
            try await gitLabError { try await client.download(request) },
        ] {
            #expect(error.kind == .notFound && error.message == "404 Thing Not Found")
            #expect(error.path == "/api/v4/things/7")
        }
    }

    @Test func pages() async throws {
        let (client, transport) = client { sent, count in
            .json(
                #"[{"id":\#(count * 2)},{"id":\#(count * 2 + 1)}]"#,
                count < 2
                    ? ["Link": #"<https://x.example.com/things?a=b&page=\#(count + 3)&per_page=2>; rel="next""#] : [:])
        }
        let request = try CustomRequest(.get, "/things", query: ["a": "b", "page": 2, "per_page": 2])
        var ids: [Int] = []
        for try await thing in client.pages(request, of: Thing.self) { ids.append(thing.id) }
        #expect(ids == [0, 1, 2, 3, 4, 5])
        #expect(transport.sent.map(\.query) == (2...4).map { "a=b&page=\($0)&per_page=2" })
        let json = try await client.pages(request).page(9)
        #expect(json.items.count == 2 && transport.sent.last?.query == "a=b&page=9&per_page=2")
    }

    @Test(arguments: [
        ("projects", "slash"), ("", "slash"), ("https://evil.example.com/projects", "slash"),
        ("//evil.example.com/x", "slash"), ("/projects?a=b", "query"), ("/projects#x", "fragment"),
        ("/projects/a%2Fb", "by hand"), ("/projects/../admin", ".."), ("/projects/./x", ".."), ("/..", ".."),
        ("/projects//x", "empty"), ("/projects/", "empty"), ("/", "empty"), ("/api/v4/projects", "/api/v4"),
        ("/projects/:/x", "colon"), ("/projects/a b", "letters"), ("/projects/é", "letters"), ("/a\r\nb", "letters"),
        ("/projects/:other", "`:other`"), ("/projects/\\x", "letters"),
    ])
    func pathsThatAreNoTemplates(template: String, word: String) throws {
        let error = try #require(throws: GitLabError.self) { try CustomRequest(.get, template) }
        #expect(error.kind == .invalidRequest && error.message.contains(word), "\(error)")
    }

    @Test func placeholdersAndValuesMatch() throws {
        #expect(throws: GitLabError.self) { try CustomRequest(.get, "/things", path: ["id": 1]) }
        #expect(throws: GitLabError.self) { try CustomRequest(.get, "/things/:id", path: ["id": 1, "id": 2]) }
        _ = try CustomRequest(.get, "/things/:id.:format", path: ["id": 1, "format": "json"])
        _ = try CustomRequest(.get, "/things/a@b,c(-)+d/-/x_y.z~1")
    }

    @Test(arguments: ["..", "a/../b", ".", ""]) func valuesCannotChangeThePath(value: String) async throws {
        let (client, transport) = client { _, _ in .json("{}") }
        let request = try CustomRequest(.get, "/things/:id/x", path: ["id": value])
        #expect(try await gitLabError { try await client.send(request) }.kind == .invalidRequest)
        #expect(transport.sent.isEmpty)
    }

    @Test func equality() throws {
        let one = try CustomRequest(.get, "/things/:id", path: ["id": 1], query: ["a": 1])
        #expect(one == (try CustomRequest(.get, "/things/:id", path: ["id": "1"], query: ["a": 1])))
        for other in [
            try CustomRequest(.delete, "/things/:id", path: ["id": 1], query: ["a": 1]),
            try CustomRequest(.get, "/other/:id", path: ["id": 1], query: ["a": 1]),
            try CustomRequest(.get, "/things/:id", path: ["id": 2], query: ["a": 1]),
            try CustomRequest(.get, "/things/:id", path: ["id": 1], query: ["a": 2]),
        ] {
            #expect(one != other && Set([one, other]).count == 2)
        }
    }

    @Test func noValueShows() throws {
        let request = try CustomRequest(
            .put, "/things/:id", path: ["id": "s3cret"], query: ["q": "s3cret"], body: ["import_url": "s3cret"],
            headers: ["X-Token": "s3cret"])
        let holders: [Any] = [request, [request], Optional(request) as Any, CustomListRequest<Thing>(request)]
        for holder in holders {
            var text = "\(holder)" + String(reflecting: holder)
            dump(holder, to: &text)
            #expect(!text.contains("s3cret"), "\(text)")
        }
        #expect("\(request)" == "CustomRequest(PUT /things/:id with q, import_url, X-Token)")
    }

    @Test func attributesAreSetAfterwards() async throws {
        let (client, transport) = client { _, _ in .json("{}") }
        var request = try CustomRequest(.put, "/things", query: ["a": 1, "b": 2], body: ["name": "x"])
        let state = "opened"
        request.query["a"] = state
        request.query["b"] = nil
        request.query["c"] = ["x", "y"]
        request.query["d"] = true
        request.body["note"] = ParameterValue.null
        request.body["name"] = JSONValue.object(["k": 1.5])
        request.headers["If-Unmodified-Since"] = Date(timeIntervalSince1970: 0)
        _ = try await client.send(request)
        let sent = try #require(transport.sent.last)
        #expect(sent.query == "a=opened&c%5B%5D=x&c%5B%5D=y&d=true")
        #expect(String(decoding: sent.body.bytes ?? [], as: UTF8.self) == #"{"name":{"k":1.5},"note":null}"#)
        #expect(sent.field("if-unmodified-since") == "Thu, 01 Jan 1970 00:00:00 GMT")
        #expect(request.query["a"] == .string("opened") && request.query["b"] == nil)
        let value: ParameterValue? = request.query["d"]
        #expect(value == .bool(true) && !"\(request)".contains("opened"))
    }

    @Test func dictionaries() throws {
        let values: [String: any ParameterEncodable] = ["b": 1, "a": ["x"], "c": ParameterValue.null]
        let json: [String: JSONValue] = ["b": 1, "a": ["x"], "c": nil]
        for parameters in [Parameters(values), Parameters(json)] {
            #expect(parameters.pairs.map(\.name) == ["a", "b", "c"])
            #expect(parameters.pairs.map(\.value) == [.array([.string("x")]), .integer(1), .null])
        }
        let request = try CustomRequest(.get, "/things", query: Parameters(values))
        #expect(request.query["b"] == .integer(1))
    }

    @Test func bodiesFromOtherTypes() async throws {
        struct Settings: Encodable {
            var name = "x"
            var since = Date(timeIntervalSince1970: 0)
            var note: String?
            var nested = ["k": [1]]
        }
        let (client, transport) = client { _, _ in .json("{}") }
        _ = try await client.send(
            try CustomRequest(.post, "/things/:id", path: ["id": 7], query: ["q": 1], json: Settings()))
        let sent = try #require(transport.sent.last)
        #expect(
            String(decoding: sent.body.bytes ?? [], as: UTF8.self)
                == #"{"name":"x","nested":{"k":[1]},"since":"1970-01-01T00:00:00Z"}"#)
        #expect(sent.path == "/api/v4/things/7?q=1" && sent.field("content-type") == "application/json")
        let body = try Parameters(encoding: ["name": "y"])
        #expect(try CustomRequest(.post, "/things", body: body) == CustomRequest(.post, "/things", json: ["name": "y"]))
        let error = try #require(throws: GitLabError.self) { try CustomRequest(.post, "/things", json: [1]) }
        #expect(error.kind == .invalidRequest && error.message.contains("`Array<Int>`"), "\(error)")
    }

    @Test(arguments: [Endpoint.Method.get, .head]) func readingHasNoBody(method: Endpoint.Method) async throws {
        let (client, transport) = client { _, _ in .json("{}") }
        let request = try CustomRequest(method, "/things", query: ["q": 1], body: ["state": "opened"])
        for error in [
            try await gitLabError { try await client.send(request) },
            try await gitLabError { try await client.download(request) },
            try await gitLabError { try await client.pages(request).all() },
        ] {
            #expect(error.kind == .invalidRequest && error.message.contains("`query`"), "\(error)")
        }
        #expect(transport.sent.isEmpty)
    }

    @Test func listsByKeyset() async throws {
        let server = PagedServer(1...45)
        let request = try CustomRequest(.get, "/things", query: ["archived": true])
        let list = server.client.pages(request, of: Thing.self)
        #expect(try await list.keyset(orderBy: "id").all().map(\.id) == Array((1...45).reversed()))
        #expect(
            server.asked == [
                "archived=true&order_by=id&sort=desc&pagination=keyset",
                "archived=true&order_by=id&sort=desc&pagination=keyset&id_before=26",
                "archived=true&order_by=id&sort=desc&pagination=keyset&id_before=6",
            ])
        let first = try #require(try await list.keyset(orderBy: "id").pages.collected().first?.cursor)
        #expect(try await list.keyset(orderBy: "id").resumed(from: first).all().count == 25)
        for other in [list, list.keyset(orderBy: "name")] {
            #expect(try await gitLabError { try await other.resumed(from: first).all() }.kind == .invalidRequest)
        }
        let ordered = try CustomRequest(.get, "/things", query: ["order_by": "name"])
        let error = try await gitLabError { try await server.client.pages(ordered).keyset(orderBy: "id").first() }
        #expect(error.kind == .invalidRequest && error.message.contains("`order_by`"))
    }

    // MARK: - Bodies that are sent as they are

    @Test(arguments: TransportKind.allCases, [10, 20 * 1_024 * 1_024]) func aFileIsSentAsItIs(
        kind: TransportKind, length: Int
    ) async throws {
        let server = try SocketServer { _ in
            [.send("HTTP/1.1 201 Created\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")]
        }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let bytes = (0..<length).map { UInt8($0 % 251) }
        try Data(bytes).write(to: folder.file("a.tar"))
        let base = try #require(URL(string: "http://127.0.0.1:\(server.port)"))
        let client = GitLabClient(baseURL: base, transport: kind.make())
        for content in [RequestBody(bytes), RequestBody(pieces: [.file(folder.file("a.tar"))])] {
            let request = try CustomRequest(
                .put, "/projects/:id/packages/generic/:name", path: ["id": 1, "name": "a"], content: content,
                contentType: "application/x-tar")
            _ = try await client.send(request)
            let received = try #require(server.requests.last)
            #expect(received.line == "PUT /api/v4/projects/1/packages/generic/a HTTP/1.1")
            #expect(received.body == bytes)
            #expect(received.fields["content-type"] == "application/x-tar")
        }
    }

    @Test func aContentHasNoAttributesBesideIt() async throws {
        let content = RequestBody([1, 2, 3])
        var request = try CustomRequest(.post, "/x", query: ["a": "b"], content: content)
        let prepared = try GitLabClient.scripted(ScriptedTransport { _, _ in .json("{}") }).httpRequest(for: request)
        #expect(prepared.body == content && prepared.head.path == "/api/v4/x?a=b")
        #expect(prepared.head.headerFields[.contentType] == "application/octet-stream")
        #expect(!"\(prepared)\(request)".contains("\u{1}"))
        #expect(try request != CustomRequest(.post, "/x", query: ["a": "b"]))
        #expect(try request == CustomRequest(.post, "/x", query: ["a": "b"], content: RequestBody([1, 2, 3])))
        request.body["name"] = "n"
        for request in [
            request, try CustomRequest(.get, "/x", content: content),
            try CustomRequest(.delete, "/x", content: content),
            try CustomRequest(.put, "/x", content: content, contentType: "a\r\nX-Evil: 1"),
            try CustomRequest(.put, "/x", content: content, contentType: ""),
        ] {
            let transport = ScriptedTransport { _, _ in .json("{}") }
            let error = try await gitLabError { try await GitLabClient.scripted(transport).send(request) }
            #expect(error.kind == .invalidRequest && transport.sent.isEmpty, "\(error)")
        }
    }
}
