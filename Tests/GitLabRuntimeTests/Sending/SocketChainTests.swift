// Timeouts, attempts and cancellation over real connections, counted at the server.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite(.serialized) struct SocketChainTests {
    private static let ok =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 8\r\nConnection: close\r\n\r\n"

    private func client(
        _ server: SocketServer,
        _ kind: TransportKind,
        _ change: (inout GitLabClient.Configuration) -> Void
    ) -> GitLabClient {
        GitLabClient(baseURL: URL(string: "http://127.0.0.1:\(server.port)")!, transport: kind.make()).with {
            $0.retries = .never
            change(&$0)
        }
    }

    /// Where the response stops, and which limit passes.
    @Test(
        arguments: TransportKind.allCases,
        [
            ("", TimeoutError.Limit.response), ("HTTP/1.1 200 OK\r\nContent-", .response), (ok, .idle),
            (ok + "{\"id\"", .idle), ("HTTP/1.1 500 Oh\r\nContent-Length: 100\r\n\r\nso", .idle),
        ])
    func anAnswerThatStops(kind: TransportKind, _ stop: (sent: String, limit: TimeoutError.Limit)) async throws {
        let server = try SocketServer { _ in [.send(stop.sent), .waitForClose] }
        defer { server.stop() }
        let client = client(server, kind) {
            $0.timeouts.response = .milliseconds(400)
            $0.timeouts.idle = .milliseconds(400)
        }
        let error = try await gitLabError { try await client.send(GetThing(1)) }
        #expect(error.kind == .timeout, "\(error)")
        #expect(error.underlying as? TimeoutError == TimeoutError(limit: stop.limit, duration: .milliseconds(400)))
        #expect(try await eventually { server.closedByClient == 1 }, "The connection is still held.")
        #expect(client.configuration.deadlines.clock.elapsed > .zero)
    }

    @Test(arguments: TransportKind.allCases) func slowIsNotTooLate(kind: TransportKind) async throws {
        let server = try SocketServer { _ in
            [.send(Self.ok)] + "{\"id\":1}".map { .send("\($0)") }.flatMap { [.pause(milliseconds: 150), $0] }
        }
        defer { server.stop() }
        let client = client(server, kind) {
            $0.timeouts.response = .milliseconds(800)
            $0.timeouts.idle = .milliseconds(800)
        }
        #expect(try await client.send(GetThing(1)).id == 1)
    }

    @Test(arguments: TransportKind.allCases) func aCallIsOverInTime(kind: TransportKind) async throws {
        let server = try SocketServer { _ in [.send(Self.ok), .send("{"), .waitForClose] }
        defer { server.stop() }
        let client = client(server, kind) { $0.timeouts.call = .milliseconds(300) }
        let error = try await gitLabError { try await client.send(GetThing(1)) }
        #expect((error.underlying as? TimeoutError)?.limit == .call)
        #expect(try await eventually { server.closedByClient == 1 })
    }

    @Test(arguments: TransportKind.allCases) func aDownloadThatStops(kind: TransportKind) async throws {
        let server = try SocketServer { _ in [.send(Self.ok), .send("{"), .waitForClose] }
        defer { server.stop() }
        let client = client(server, kind) {
            $0.timeouts.response = .milliseconds(300)
            $0.timeouts.idle = .milliseconds(300)
        }
        let error = try await gitLabError { try await client.things.download(1).bytes(upTo: 100) }
        #expect(error.kind == .timeout, "\(error)")
        #expect(try await eventually { server.closedByClient == 1 })
    }

    @Test(arguments: TransportKind.allCases, ["", ok, ok + "{"])
    func cancellingLetsGoOfTheConnection(kind: TransportKind, sent: String) async throws {
        let server = try SocketServer { _ in [.send(sent), .waitForClose] }
        defer { server.stop() }
        let client = client(server, kind) { $0.retries = RetryPolicy() }
        let call = Task { try await client.send(GetThing(1)) }
        #expect(try await eventually { server.requests.count == 1 })
        try await Task.sleep(for: .milliseconds(50))
        call.cancel()
        await #expect(throws: CancellationError.self) { try await call.value }
        #expect(try await eventually { server.closedByClient == 1 })
        #expect(server.requests.count == 1)
    }

    /// The server's reaction to the first two requests, and how many of a read and of a POST it sees.
    @Test(
        arguments: TransportKind.allCases,
        [
            ([SocketServer.Step.reset], 3, 1),
            ([.send(ok), .send("{\"id"), .reset], 3, 1),
            ([.send(ok), .send("{\"id")], 3, 1),
            ([.send("HTTP/1.1 503 Later\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")], 3, 1),
            ([.send("HTTP/1.1 429 Enough\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")], 3, 3),
        ])
    func attemptsAreCountedAtTheServer(
        kind: TransportKind,
        _ expected: (steps: [SocketServer.Step], reads: Int, posts: Int)
    ) async throws {
        let counts = Locked<[String: Int]>([:])
        let server = try SocketServer { request in
            let method = String(request.line.prefix { $0 != " " })
            let count = counts.withLock { counts in
                counts[method, default: 0] += 1
                return counts[method, default: 0]
            }
            return count <= 2 ? expected.steps : [.send(Self.ok), .send("{\"id\":1}")]
        }
        defer { server.stop() }
        let client = client(server, kind) {
            $0.retries = RetryPolicy()
            $0.retries.firstDelay = .milliseconds(10)
        }
        #expect(try await client.send(GetThing(1)).id == 1)
        if expected.posts > 1 {
            _ = try await client.send(AnyThing())
        } else {
            #expect(try await gitLabError { try await client.send(AnyThing()) }.attempts == 1)
        }
        #expect(counts.withLock { $0 } == ["GET": expected.reads, "POST": expected.posts])
    }

    @Test(arguments: TransportKind.allCases) func whereNobodyListensNothingIsSent(kind: TransportKind) async throws {
        let server = try SocketServer { _ in [] }
        server.stop()
        try await Task.sleep(for: .milliseconds(50))
        let clock = TestClock()
        let client = client(server, kind) {
            $0.retries = RetryPolicy()
            $0.clock = clock
        }
        let error = try await gitLabError { try await client.send(AnyThing()) }
        #expect(error.kind == .transport && error.attempts == 4, "\(error)")
        #expect(clock.sleeps.count == 3)
    }

    @Test(arguments: TransportKind.allCases) func aThousandAtOnceThroughOneClient(kind: TransportKind) async throws {
        let server = try SocketServer { _ in [.send(Self.ok), .send("{\"id\":1}")] }
        defer { server.stop() }
        let client = client(server, kind) { $0.retries = RetryPolicy() }
        let received = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<1_000 { group.addTask { try await client.send(GetThing(1)).id } }
            return try await group.reduce(0, +)
        }
        // On a busy machine some connections are refused, and those requests retried.
        #expect(received == 1_000 && (1_000..<1_100).contains(server.requests.count))
    }
}
