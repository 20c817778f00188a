// Sending: credentials, responses, errors, cancellation.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct SendTests {
    private func client(
        credentials: Credentials = .personalAccessToken("glpat-1"),
        _ script: @escaping @Sendable (ScriptedTransport.Sent, Int) async throws -> TransportResponse
    ) -> (GitLabClient, ScriptedTransport) {
        let transport = ScriptedTransport(script)
        return (GitLabClient.scripted(transport, credentials: credentials), transport)
    }

    @Test func theTokenTravelsInItsOwnField() async throws {
        let (client, transport) = client { _, _ in .json(#"{"id":42}"#) }
        _ = try await client.things.get(42)
        #expect(transport.sent.map { $0.field("private-token") } == ["glpat-1"])
        let (anonymous, other) = self.client(credentials: .none) { _, _ in .json(#"{"id":42}"#) }
        _ = try await anonymous.things.get(42)
        #expect(other.sent.map { $0.field("private-token") } == [nil])
        #expect(other.sent.first?.field("authorization") == nil)
    }

    @Test(arguments: ["", "glpat-a\n", "glpat\r\nX-Evil: 1", "glpat\0", "gl pat", "glpät"])
    func badTokensAreRejectedAndNotShown(token: String) async throws {
        let (client, transport) = client(credentials: .personalAccessToken(token)) { _, _ in .json("{}") }
        let error = try await gitLabError { try await client.things.get(42) }
        #expect(error.kind == .invalidRequest && error.message.contains("token"))
        #expect(token.isEmpty || !"\(error)".contains(token))
        #expect(transport.sent.isEmpty)
    }

    @Test func responsesAreDecoded() async throws {
        let json =
            #"{"id":42,"name":null,"created_at":"2015-12-24T16:51:14.500+01:00","#
            + #""marked_for_deletion_on":"2024-02-29","new":[1]}"#
        let (client, _) = client { _, _ in .json(json, status: 201) }
        let thing = try await client.things.get("a/b")
        #expect(thing.id == 42 && thing.name == nil && thing.visibility == nil)
        #expect(thing.createdAt?.timeIntervalSince1970 == 1_450_972_274.5)
        #expect(thing.marked == CalendarDate("2024-02-29"))
    }

    @Test(arguments: [(204, ""), (202, #"{"message":"202 Accepted"}"#), (200, "anything")])
    func emptyResponsesHoldNothing(status: Int, body: String) async throws {
        let (client, _) = client { _, _ in .response(body, status: status) }
        #expect(try await client.send(StarThing(id: 1)) == EmptyResponse())
    }

    @Test(arguments: [
        (#"{"id":"x"}"#, "application/json", "id: "), (#"{"name":"x"}"#, "application/json", "id: missing"),
        (#"{"id":null}"#, "application/json", "id: null"),
        (#"{"id":1,"created_at":"soon"}"#, "application/json", #"created_at: "soon" is not a date and time"#),
        (#"{"id":1"#, "application/json", "JSON"), ("", "application/json", "it is empty"),
        ("<html>Sign in</html>", "text/html; charset=utf-8", "it is text/html; charset=utf-8, not JSON"),
    ])
    func responsesThatCannotBeReadSayWhere(body: String, contentType: String, reason: String) async throws {
        let (client, _) = client { _, _ in .response(body, ["Content-Type": contentType, "X-Request-Id": "r-1"]) }
        let error = try await gitLabError { try await client.things.get(42) }
        #expect(error.kind == .decoding && error.status == 200 && error.requestID == "r-1")
        #expect(
            error.message.hasPrefix("the response could not be read: ") && error.message.contains(reason), "\(error)")
        #expect(error.underlying is DecodingError)
        #expect(error.body == Array(body.utf8))
    }

    @Test func theJSONPathOfAListIsNamed() async throws {
        let (client, _) = client { _, _ in .json(#"[{"id":1},{"id":2,"visibility":7}]"#) }
        let error = try await gitLabError { try await client.things.list().page(1) }
        #expect(error.message.contains("[1].visibility"), "\(error)")
    }

    @Test(
        arguments: [
            (400, .badRequest), (401, .unauthorized), (403, .forbidden), (404, .notFound),
            (409, .conflict), (422, .unprocessable), (429, .rateLimited), (500, .server), (502, .server),
            (520, .server),
            (304, .notModified), (405, .methodNotAllowed), (410, .gone), (412, .preconditionFailed),
            (418, .unexpectedStatus),
        ] as [(Int, GitLabError.Kind)])
    func statusesAreKinds(status: Int, kind: GitLabError.Kind) async throws {
        let (client, _) = client { _, _ in
            .json(
                #"{"message":{"name":["has been taken"]}}"#, status: status,
                ["X-Request-Id": "01H", "Retry-After": "30"])
        }
        let error = try await gitLabError { try await client.send(EditThing("a/b") { $0.visibility = .public }) }
        #expect(error.kind == kind && error.status == status)
        #expect(error.message == "name has been taken")
        #expect(error.fieldMessages == ["name": ["has been taken"]])
        #expect(error.requestID == "01H" && error.retryAfter == .seconds(30))
        #expect(error.method == "PUT" && error.path == "/api/v4/things/a%2Fb")
        #expect(
            error.description
                == "name has been taken (status \(status), PUT /api/v4/things/a%2Fb, request id 01H, retry after 30 s)"
        )
    }

    @Test func theOffsetLimitIsAKindOfItsOwn() async throws {
        let said = "Offset pagination has a maximum allowed offset of 50000 for requests that return objects."
        let (client, _) = client { _, _ in .json(#"{"error":"\#(said)"}"#, status: 405) }
        let error = try await gitLabError { try await client.things.list().page(600) }
        #expect(error.kind == .offsetLimit && error.status == 405)
        #expect(error.message.hasPrefix(said) && error.message.contains("filter"))
        let (other, _) = self.client { _, _ in .json(#"{"error":"Keyset pagination is not available"}"#, status: 405) }
        #expect(try await gitLabError { try await other.things.list().page(1) }.kind == .methodNotAllowed)
    }

    @Test func codesAndScopesOfOAuthAreKept() async throws {
        let body = #"{"error":"insufficient_scope","error_description":"The request needs more.","scope":"sudo api"}"#
        let (client, _) = client { _, _ in .json(body, status: 403) }
        let error = try await gitLabError { try await client.things.get(1) }
        #expect(error.kind == .forbidden && error.code == "insufficient_scope")
        #expect(error.requiredScopes == ["sudo", "api"])
        #expect(error.message == "insufficient_scope: The request needs more. (scope: sudo api)")
    }

    @Test func pagesOfHTMLBecomeTheReason() async throws {
        let (client, _) = client { _, _ in
            .response("<html><h1>nginx</h1></html>", status: 502, ["Content-Type": "text/html"])
        }
        let error = try await gitLabError { try await client.things.get(1) }
        #expect(error.message == "502 Bad Gateway")
        let (silent, _) = self.client { _, _ in .response("", status: 404) }
        #expect(try await gitLabError { try await silent.things.get(1) }.message == "404 Not Found")
    }

    @Test func theBodyOfAnErrorIsBounded() async throws {
        let (client, _) = client { _, _ in .response(String(repeating: "x", count: 1_000_000), status: 500) }
        #expect(try await gitLabError { try await client.things.get(1) }.body.count == 65_536)
    }

    @Test func theQueryIsNotPartOfAnError() async throws {
        let (client, _) = client { _, _ in .json("{}", status: 404) }
        let error = try await gitLabError { try await client.things.list { $0.topic = ["secret"] }.page(1) }
        #expect(error.path == "/api/v4/things")
        #expect(!"\(error)".contains("secret"))
    }

    @Test func errorsOfTheTransportAreWrapped() async throws {
        struct Unplugged: Error {}
        let (client, _) = client { _, _ in throw Unplugged() }
        let error = try await gitLabError { try await client.things.get(1) }
        #expect(error.kind == .transport && error.underlying is Unplugged)
        #expect(error.message.contains("gitlab.example.com") && error.message.contains("Unplugged"))
        let own = GitLabError(kind: .rateLimited, message: "mine")
        let (other, _) = self.client { _, _ in throw own }
        #expect(try await gitLabError { try await other.things.get(1) }.message == "mine")
    }

    @Test func aBodyThatBreaksOffIsAnErrorOfTheTransport() async throws {
        struct Cut: Error {}
        let (client, _) = client { _, _ in
            let chunks = AsyncThrowingStream<[UInt8], any Error> {
                $0.yield(Array(#"{"id":1}"#.utf8))
                $0.finish(throwing: Cut())
            }
            return TransportResponse(head: HTTPResponse(status: .ok), body: ResponseBody(chunks))
        }
        let error = try await gitLabError { try await client.things.get(1) }
        #expect(error.kind == .transport && error.underlying is Cut)
        #expect(error.message.contains("was interrupted"))
    }

    @Test func anErrorWhoseBodyBreaksOffKeepsItsStatus() async throws {
        struct Cut: Error {}
        let (client, _) = client { _, _ in
            let chunks = AsyncThrowingStream<[UInt8], any Error> { $0.finish(throwing: Cut()) }
            return TransportResponse(head: HTTPResponse(status: .notFound), body: ResponseBody(chunks))
        }
        #expect(try await gitLabError { try await client.things.get(1) }.kind == .notFound)
    }

    @Test func cancellationStaysCancellation() async throws {
        for error in [CancellationError(), URLError(.cancelled)] as [any Error] {
            let (client, _) = client { _, _ in throw error }
            await #expect(throws: CancellationError.self) { try await client.things.get(1) }
        }
    }

    @Test func aCancelledTaskSendsNothing() async throws {
        let (client, transport) = client { _, _ in .json(#"{"id":1}"#) }
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await client.things.get(1)
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(transport.sent.isEmpty)
    }

    /// A stream ends without an error when its task is cancelled: the received part must not count as the whole.
    @Test func aBodyCutByCancellationIsNoResponse() async throws {
        let (chunks, feed) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
        feed.yield(Array(#"{"id":1}"#.utf8))
        let (client, transport) = client { _, _ in
            TransportResponse(head: HTTPResponse(status: .ok), body: ResponseBody(chunks))
        }
        let task = Task { try await client.things.get(1) }
        while transport.sent.isEmpty { await Task.yield() }
        try await Task.sleep(for: .milliseconds(20))
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
