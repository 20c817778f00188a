// Middleware: the requests it sees, the order, and its changes.

import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct MiddlewareTests {
    /// Notes what passes.
    private struct Noting: Middleware {
        let name: String
        let notes: Notes

        func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse {
            notes.add("\(name) > \(request.operation) \(request.pathTemplate) \(request.attempt).\(request.redirects)")
            #expect(request.head.headerFields[.privateToken] == nil)
            var request = request
            let seen = HTTPField.Name("X-Seen")!
            request.head.headerFields[seen] = (request.head.headerFields[seen] ?? "") + name
            do {
                let response = try await next(request)
                notes.add("\(name) < \(response.head.status.code)")
                return response
            } catch {
                notes.add("\(name) < \((error as? GitLabError)?.kind.description ?? "\(type(of: error))")")
                throw error
            }
        }
    }

    private final class Notes: Sendable {
        private let lines = Locked<[String]>([])
        var all: [String] { lines.withLock { $0 } }
        func add(_ line: String) { lines.withLock { $0.append(line) } }
    }

    private struct Answering: Middleware {
        let response: @Sendable (OutgoingRequest) throws -> TransportResponse
        func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse {
            try response(request)
        }
    }

    @Test func theFirstIsTheOutermostAndEachAttemptAndRedirectPasses() async throws {
        let transport = ScriptedTransport { _, count in
            switch count {
            case 0: throw TransportError(.interrupted, "reset")
            case 1: .response("", status: 301, ["Location": "/api/v4/things/2"])
            default: .json(#"{"id":2}"#)
            }
        }
        let notes = Notes()
        let client = GitLabClient.scripted(transport).with {
            $0.clock = TestClock()
            $0.retries = RetryPolicy()
            $0.middleware = [Noting(name: "a", notes: notes), Noting(name: "b", notes: notes)]
        }
        _ = try await client.send(GetThing(1))
        #expect(
            notes.all == [
                "a > things.get /things/:id 1.0", "b > things.get /things/:id 1.0", "b < transport", "a < transport",
                "a > things.get /things/:id 2.0", "b > things.get /things/:id 2.0", "b < 301", "a < 301",
                "a > things.get /things/:id 2.1", "b > things.get /things/:id 2.1", "b < 200", "a < 200",
            ]
        )
        #expect(transport.sent.map { $0.field("x-seen") } == ["ab", "ab", "ab"])
        #expect(transport.sent.allSatisfy { $0.field("private-token") != nil })
    }

    @Test func itMayAnswerItself() async throws {
        let transport = ScriptedTransport { _, _ in throw TransportError(.permanent, "not to be reached") }
        let client = GitLabClient.scripted(transport).with {
            $0.middleware = [Answering { _ in .json(#"{"id":9}"#) }]
        }
        #expect(try await client.send(GetThing(1)).id == 9)
        #expect(transport.sent.isEmpty)
    }

    @Test func anotherHostGetsNoCredentials() async throws {
        struct Astray: Middleware {
            func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse {
                var request = request
                request.head.authority = "elsewhere.example.com"
                return try await next(request)
            }
        }
        let transport = ScriptedTransport { _, _ in .json(#"{"id":1}"#) }
        _ = try await GitLabClient.scripted(transport).with { $0.middleware = [Astray()] }.send(GetThing(1))
        #expect(transport.sent.map { $0.field("private-token") } == [nil])
    }

    @Test func itsOwnErrorsEndTheCall() async throws {
        struct Rejected: Error {}
        let transport = ScriptedTransport { _, _ in .json("{}") }
        let attempts = Notes()
        let client = GitLabClient.scripted(transport).with {
            $0.retries = RetryPolicy()
            $0.middleware = [
                Answering { _ in
                    attempts.add("asked")
                    throw Rejected()
                }
            ]
        }
        await #expect(throws: Rejected.self) { try await client.send(GetThing(1)) }
        #expect(attempts.all.count == 1)
    }

    @Test func itMayWatchTheContentOfADownload() async throws {
        struct Shouting: Middleware {
            func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse {
                var response = try await next(request)
                #expect(request.isDownload)
                let chunks = response.body
                response.body = ResponseBody(
                    AsyncThrowingStream<[UInt8], any Error> { stream in
                        Task {
                            for try await chunk in chunks { stream.yield(chunk + [0x21]) }
                            stream.finish()
                        }
                    })
                return response
            }
        }
        let transport = ScriptedTransport { _, _ in .response("hey") }
        let client = GitLabClient.scripted(transport).with { $0.middleware = [Shouting()] }
        #expect(try await client.things.download(1).bytes(upTo: 10) == Array("hey!".utf8))
    }
}
