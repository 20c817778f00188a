// From a request builder and a base URL to the HTTP request.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct RequestTests {
    private func client(_ base: String = "https://gitlab.example.com") -> GitLabClient {
        GitLabClient.scripted(ScriptedTransport { _, _ in .json("{}") }, base: base)
    }

    @Test(arguments: [
        ("https://gitlab.example.com", "https", "gitlab.example.com", "/api/v4/things/42"),
        ("https://gitlab.example.com/", "https", "gitlab.example.com", "/api/v4/things/42"),
        ("https://gitlab.example.com/api/v4", "https", "gitlab.example.com", "/api/v4/things/42"),
        ("https://gitlab.example.com/api/v4/", "https", "gitlab.example.com", "/api/v4/things/42"),
        ("https://example.com/gitlab", "https", "example.com", "/gitlab/api/v4/things/42"),
        ("https://example.com/gitlab//", "https", "example.com", "/gitlab/api/v4/things/42"),
        ("https://example.com/gitlab/api/v4/", "https", "example.com", "/gitlab/api/v4/things/42"),
        ("https://example.com/a%2Fb/c", "https", "example.com", "/a%2Fb/c/api/v4/things/42"),
        ("HTTP://LocalHost:8080/x", "http", "localhost:8080", "/x/api/v4/things/42"),
        ("https://example.com:443", "https", "example.com", "/api/v4/things/42"),
        ("http://example.com:443", "http", "example.com:443", "/api/v4/things/42"),
        ("http://[::1]:3000", "http", "[::1]:3000", "/api/v4/things/42"),
        ("http://[::1]", "http", "[::1]", "/api/v4/things/42"),
    ])
    func baseURLs(base: String, scheme: String, authority: String, path: String) throws {
        let head = try client(base).httpRequest(for: GetThing(42)).head
        #expect(head.scheme == scheme)
        #expect(head.authority == authority)
        #expect(head.path == path)
    }

    @Test(arguments: [
        ("ftp://example.com", "https://"), ("gitlab.example.com", "https://"), ("/gitlab", "https://"),
        ("file:///tmp/x", "https://"), ("https://user:glpat-pw@example.com", "user"),
        ("https://glpat-pw@example.com", "user"),
        ("https://example.com/?private_token=glpat-pw", "query"), ("https://example.com/#x", "fragment"),
        ("https://example.com/gitlab?", "query"),
    ])
    func badBaseURLs(base: String, reason: String) async throws {
        let client = client(base)
        let error = try await gitLabError { try await client.send(GetThing(42)) }
        #expect(error.kind == .invalidRequest)
        #expect(error.message.contains("base URL") && error.message.contains(reason), "\(error)")
        #expect(!"\(error) \(client)".contains("glpat-pw"))
    }

    @Test func getCarriesAQueryAndNoBody() throws {
        let request = ListThings {
            $0.archived = true
            $0.orderBy = .updatedAt
            $0.topic = ["a", "b c"]
            $0.customAttributes = ["role": "a=b&c", "location": "Antarctica/Mirny"]
            $0.updatedAfter = Date(timeIntervalSince1970: 0)
            $0.page = 2
            $0.perPage = 100
        }
        let prepared = try client().httpRequest(for: request)
        let (head, body) = (prepared.head, prepared.body)
        #expect(head.method == .get)
        #expect(
            head.path == "/api/v4/things?archived=true&order_by=updated_at&topic=a%2Cb%20c"
                + "&custom_attributes%5Blocation%5D=Antarctica%2FMirny&custom_attributes%5Brole%5D=a%3Db%26c"
                + "&updated_after=1970-01-01T00%3A00%3A00Z&page=2&per_page=100"
        )
        #expect(body.isEmpty)
        #expect(head.headerFields[.contentType] == nil)
        #expect(head.headerFields[.accept] == "application/json")
        #expect(head.headerFields[.userAgent] == "gitlab-swift")
    }

    @Test func putCarriesJSON() throws {
        let request = EditThing("group/sub/thing") {
            $0.description = nil
            $0.visibility = .private
            $0.topics = ["a", "b"]
            $0.expiration = ExpirationAttributes(cadence: "7d", keepN: 3)
        }
        let prepared = try client().httpRequest(for: request)
        let (head, body) = (prepared.head, prepared.body)
        #expect(head.method == .put)
        #expect(head.path == "/api/v4/things/group%2Fsub%2Fthing")
        #expect(head.headerFields[.contentType] == "application/json")
        #expect(
            String(decoding: body.bytes ?? [], as: UTF8.self)
                == #"{"description":null,"visibility":"private","topics":["a","b"],"#
                + #""expiration_attributes":{"cadence":"7d","keep_n":3}}"#
        )
    }

    @Test func aFileMakesItMultipart() throws {
        let request = EditThing(1) {
            $0.visibility = .private
            $0.avatar = FileUpload(filename: "a.png", contentType: "image/png", bytes: [1, 2, 3])
        }
        let prepared = try client().httpRequest(for: request)
        let (head, body) = (prepared.head, prepared.body)
        let contentType = try #require(head.headerFields[.contentType])
        let boundary = try #require(contentType.split(separator: "=").last)
        #expect(contentType == "multipart/form-data; boundary=\(boundary)")
        #expect(body.bytes?.starts(with: "--\(boundary)\r\n".utf8) == true)
        #expect(String(decoding: body.bytes ?? [], as: UTF8.self).hasSuffix("\r\n--\(boundary)--\r\n"))
        #expect(
            try client().httpRequest(for: EditThing(1) { $0.avatar = nil }).body.bytes
                == Array(#"{"avatar":null}"#.utf8))
    }

    @Test func postWithoutAttributesHasNoBody() throws {
        let prepared = try client().httpRequest(for: StarThing(id: 5))
        let (head, body) = (prepared.head, prepared.body)
        #expect(head.method == .post && head.path == "/api/v4/things/5/star")
        #expect(body.isEmpty && head.headerFields[.contentType] == nil)
    }

    @Test func deleteCarriesItsAttributesInTheQuery() throws {
        struct RemoveThing: GitLabRequest {
            typealias Response = EmptyResponse
            static let endpoint = Endpoint("things.delete", .delete, "/things/:id")
            func addPath(to path: inout PathAttributes) { path.add("id", 1) }
            func addQuery(to query: inout ParameterEncoder) { query.add("a", 1) }
            func addBody(to body: inout ParameterEncoder) { body.add("b", 2) }
        }
        let prepared = try client().httpRequest(for: RemoveThing())
        let (head, body) = (prepared.head, prepared.body)
        #expect(head.path == "/api/v4/things/1?a=1&b=2" && body.isEmpty)
    }

    @Test func attributesNamedLikePathAttributesAreRejected() throws {
        var inBody = AnyThing()
        inBody.body.add("id", "99")
        var inQuery = AnyThing()
        inQuery.query.add("id", "99")
        for request in [inBody, inQuery] {
            let error = #expect(throws: GitLabError.self) { try client().httpRequest(for: request) }
            #expect(error?.kind == .invalidRequest)
            #expect(error?.message.contains("`id`") == true)
        }
    }

    @Test func aURLOver8000BytesIsRejected() throws {
        func length(_ count: Int) throws -> Int {
            var request = AnyThing()
            request.query.add("q", String(repeating: "x", count: count))
            return try client().httpRequest(for: request).head.path?.utf8.count ?? 0
        }
        let rest = "https://gitlab.example.com".utf8.count + "/api/v4/things/7/any?q=".utf8.count
        #expect(try length(8_000 - rest) == 8_000 - "https://gitlab.example.com".utf8.count)
        let error = #expect(throws: GitLabError.self) { try length(8_001 - rest) }
        #expect(error?.message.contains("8001 bytes") == true)
    }

    @Test func whatCannotBeSentNamesTheRequest() throws {
        var request = AnyThing()
        request.query.add("h", ["a[b]": "x"])
        let error = #expect(throws: GitLabError.self) { try client().httpRequest(for: request) }
        #expect(
            error?.description
                == "`h[a[b]]` cannot be sent: in a query the server would split the key at its brackets "
                + "(invalid request, POST /things/:id/any)"
        )
    }

    /// Counts how often its attributes are taken.
    private struct CountedThing: GitLabRequest {
        typealias Response = EmptyResponse
        static let endpoint = Endpoint("things.counted", .put, "/things")
        let endpoint: Endpoint
        var body = Parameters()
        let count = Count()

        final class Count: @unchecked Sendable {
            var bodies = 0
        }

        func addBody(to body: inout ParameterEncoder) {
            count.bodies += 1
            for pair in self.body.pairs { body.add(pair.name, value: pair.value) }
        }
    }

    @Test(arguments: [
        Endpoint("things.counted", .put, "/things"),
        Endpoint("things.counted", .put, "/things", constraints: [.atLeastOne, .exclusive(["a", "b"])]),
        Endpoint("things.counted", .put, "/things", constraints: [.atLeastOne], readsForm: true),
        Endpoint("things.counted", .delete, "/things", constraints: [.atLeastOne]),
        Endpoint("things.counted", .delete, "/things"),
    ])
    func attributesAreTakenOnce(endpoint: Endpoint) async throws {
        let transport = ScriptedTransport { _, _ in .json("{}") }
        let file = FileUpload(filename: "a.txt", bytes: [1])
        let bodies: [Parameters] = [["name": "n"], ["name": "n", "file": ParameterValue.file(file)]]
        for body in bodies {
            guard !body.holdFile || (endpoint.method == .put && !endpoint.readsForm) else { continue }
            let request = CountedThing(endpoint: endpoint, body: body)
            _ = try await GitLabClient.scripted(transport).send(request)
            #expect(request.count.bodies == 1, "\(body)")
        }
        #expect(!transport.sent.isEmpty)
    }
}
