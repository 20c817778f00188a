// Transports that keep the timeout of a response themselves: when the client uses it, and the outcome.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct TimekeepingTests {
    private func client(
        _ transport: Timekeeper,
        _ change: (inout GitLabClient.Configuration) -> Void = { _ in }
    ) -> GitLabClient {
        GitLabClient(baseURL: URL(string: "https://gitlab.example.com")!, transport: transport).with {
            $0.retries = .never
            change(&$0)
        }
    }

    @Test func theLimitIsHandedOver() async throws {
        let transport = Timekeeper { .json(#"{"id":1}"#) }
        let client = client(transport) { $0.timeouts.call = nil }
        _ = try await client.with { $0.timeouts.response = .seconds(7) }.send(GetThing(1))
        _ = try await client.with { $0.timeouts.response = nil }.send(GetThing(1))
        #expect(transport.limits == [.seconds(7), nil])
        // The rest of the call's timeout, when that is less.
        _ = try await client.with { $0.timeouts.call = .seconds(3) }.send(GetThing(1))
        let left = try #require(transport.limits.last ?? nil)
        #expect(left <= .seconds(3) && left > .seconds(2))
    }

    @Test func whatIsOverdueIsTooLate() async throws {
        let transport = Timekeeper { throw ResponseOverdue() }
        let response = try await gitLabError {
            try await client(transport) { $0.timeouts.response = .seconds(7) }.send(GetThing(1))
        }
        #expect(response.kind == .timeout)
        #expect(response.underlying as? TimeoutError == TimeoutError(limit: .response, duration: .seconds(7)))
        let call = try await gitLabError {
            try await client(transport) { $0.timeouts.call = .seconds(3) }.send(GetThing(1))
        }
        #expect(call.underlying as? TimeoutError == TimeoutError(limit: .call, duration: .seconds(3)))
    }

    /// Its purpose: no task has to be woken.
    @Test func itRunsInTheTaskOfTheCaller() async throws {
        let tasks = Locked<[Int?]>([])
        let transport = Timekeeper {
            tasks.withLock { $0.append(Self.task) }
            return .json(#"{"id":1}"#)
        }
        _ = try await client(transport).send(GetThing(1))
        #expect(tasks.withLock { $0 } == [Self.task] && Self.task != nil)
    }

    /// Only the client sees the progress of a body that is sent piece by piece, and only it knows another clock.
    @Test func allElseIsKeptByTheClient() async throws {
        let transport = Timekeeper { .json("{}") }
        let observed = client(transport) { $0.uploadProgress = { _ in } }
        var request = AnyThing()
        request.body.add("a", 1)
        _ = try await observed.send(request)
        let file = client(transport)
        let folder = try TemporaryFolder()
        let url = folder.url.appending(path: "a")
        try Data("a".utf8).write(to: url)
        var upload = AnyThing()
        upload.body.add("file", FileUpload(at: url))
        _ = try await file.send(upload)
        _ = try await client(transport) { $0.clock = TestClock() }.send(AnyThing())
        #expect(transport.limits.isEmpty && transport.others == 3)
        _ = try await file.send(request)
        #expect(transport.limits == [.seconds(60)] && transport.others == 3)
    }

    /// The head came in time: the body has a limit of its own.
    @Test func theBodyIsKeptByTheClient() async throws {
        let transport = Timekeeper {
            let never = AsyncStream<[UInt8]> { _ in }
            return TransportResponse(head: HTTPResponse(status: .ok), body: ResponseBody(never))
        }
        let error = try await gitLabError {
            try await client(transport) { $0.timeouts.idle = .milliseconds(50) }.send(GetThing(1))
        }
        #expect(error.underlying as? TimeoutError == TimeoutError(limit: .idle, duration: .milliseconds(50)))
    }

    private static var task: Int? { withUnsafeCurrentTask { $0?.hashValue } }
}

/// Keeps no time, but records the timeouts that it gets.
private final class Timekeeper: TimekeepingTransport {
    private let state = Locked<(limits: [Duration?], others: Int)>(([], 0))
    private let response: @Sendable () async throws -> TransportResponse

    init(_ response: @escaping @Sendable () async throws -> TransportResponse) {
        self.response = response
    }

    var limits: [Duration?] { state.withLock { $0.limits } }
    /// The requests whose limits the client keeps.
    var others: Int { state.withLock { $0.others } }

    func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse {
        state.withLock { $0.others += 1 }
        return try await response()
    }

    func send(_ request: HTTPRequest, body: RequestBody, within limit: Duration?) async throws -> TransportResponse {
        state.withLock { $0.limits.append(limit) }
        return try await response()
    }
}
