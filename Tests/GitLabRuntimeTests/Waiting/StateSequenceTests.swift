// Waiting for a state: how often it is requested, how the wait ends, and what it throws.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct StateSequenceTests {
    private struct Thing: Codable, Sendable, Equatable {
        var status: String?
        var error: String?
        var ready: Bool?
    }

    private struct GetThing: GitLabRequest {
        typealias Response = Thing
        static let endpoint = Endpoint("things.get", .get, "/things/first")
    }

    private let clock = TestClock()

    /// The states of a thing that the server returns one after the other; the last one again and again.
    private func states(
        _ bodies: [String], _ polling: Polling = Polling(),
        outcome: @escaping @Sendable (Thing) -> WaitOutcome = {
            WaitOutcome($0.status, ends: ["done"], fails: ["failed"], message: $0.error)
        }
    ) -> (StateSequence<GetThing>, ScriptedTransport) {
        let transport = ScriptedTransport { _, count in .json(bodies[min(count, bodies.count - 1)]) }
        let client = GitLabClient.scripted(transport).with { $0.clock = clock }
        return (client.states(of: GetThing(), polling, outcome: outcome), transport)
    }

    @Test("The states are those that differ, and the last one is that in which it has ended")
    func differing() async throws {
        let (states, transport) = states([
            #"{"status": "new"}"#, #"{"status": "new"}"#, #"{"status": "running"}"#, #"{"status": "done"}"#,
        ])
        var seen: [String?] = []
        for try await thing in states { seen.append(thing.status) }
        #expect(seen == ["new", "running", "done"])
        #expect(transport.sent.count == 4)
        #expect(try await states.last().status == "done")
    }

    @Test("Pauses grow by half, up to the longest one")
    func pauses() async throws {
        let (states, _) = states(
            Array(repeating: #"{"status": "new"}"#, count: 6) + [#"{"status": "done"}"#],
            Polling(interval: .seconds(2), maximumInterval: .seconds(6)))
        _ = try await states.last()
        #expect(
            clock.sleeps == [.seconds(2), .seconds(3), .milliseconds(4_500), .seconds(6), .seconds(6), .seconds(6)])
    }

    @Test("An interval of nothing does not send requests without end")
    func shortestPause() async throws {
        let (states, _) = states(
            [#"{"status": "new"}"#, #"{"status": "done"}"#], Polling(interval: .zero, maximumInterval: .zero))
        _ = try await states.last()
        #expect(clock.sleeps == [.milliseconds(100)])
    }

    @Test("A failure is returned as a state, then thrown with GitLab's words")
    func failure() async throws {
        let (states, _) = states([#"{"status": "new"}"#, #"{"status": "failed", "error": "disk full"}"#])
        var seen: [String?] = []
        let error = try await gitLabError {
            for try await thing in states { seen.append(thing.status) }
        }
        #expect(seen == ["new", "failed"])
        #expect(error.kind == .waitFailed)
        #expect(error.message == "it ended as `failed`: disk full")
        #expect(error.path == "/things/first")
        #expect(try await gitLabError { try await states.last() }.kind == .waitFailed)
    }

    @Test("The words about a failure do not show the client's token")
    func secrecy() async throws {
        let (states, _) = states([#"{"status": "failed", "error": "glpat-secret-0123456789 was rejected"}"#])
        let error = try await gitLabError { try await states.last() }
        #expect(!"\(error)".contains("glpat-secret"))
    }

    @Test("A text in another field is a failure, and an empty one is none")
    func failureField() async throws {
        let outcome: @Sendable (Thing) -> WaitOutcome = { WaitOutcome($0.ready, ends: [false], failure: $0.error) }
        let (well, _) = states([#"{"ready": true}"#, #"{"ready": false, "error": ""}"#], outcome: outcome)
        #expect(try await well.last().ready == false)
        let (badly, _) = states([#"{"ready": false, "error": "conflict"}"#], outcome: outcome)
        #expect(try await gitLabError { try await badly.last() }.message == "it ended as `false`: conflict")
    }

    @Test("A wait can go on for some values only; an unknown value and none go on or end as documented")
    func whileIn() async throws {
        let (states, transport) = states(
            ["{}", #"{"status": "checking"}"#, #"{"status": "something new"}"#],
            outcome: { WaitOutcome($0.status, whileIn: ["checking"]) })
        #expect(try await states.last().status == "something new")
        #expect(transport.sent.count == 3)
    }

    @Test("A wait that takes too long throws, and names the last state")
    func timeout() async throws {
        let (states, transport) = states(
            [#"{"status": "new"}"#],
            Polling(interval: .seconds(4), maximumInterval: .seconds(4), timeout: .seconds(10)))
        let error = try await gitLabError { try await states.last() }
        #expect(error.kind == .timeout)
        #expect(error.message.contains("polling.timeout"))
        #expect(error.message.contains("`new`"))
        // At 0, 4, 8 and 10 seconds.
        #expect(transport.sent.count == 4)
    }

    @Test("An error of a request ends the wait")
    func requestFails() async throws {
        let transport = ScriptedTransport { _, _ in .json(#"{"message": "404 Not found"}"#, status: 404) }
        let client = GitLabClient.scripted(transport).with { $0.clock = clock }
        var iterator = client.states(of: GetThing()) { WaitOutcome($0.status, ends: ["done"]) }.makeAsyncIterator()
        #expect(try await gitLabError { try await iterator.next() }.kind == .notFound)
        #expect(try await iterator.next() == nil)
    }

    @Test("Cancelling the task ends the wait at once")
    func cancellation() async throws {
        let clock = TestClock(jumps: false)
        let transport = ScriptedTransport { _, _ in .json(#"{"status": "new"}"#) }
        let client = GitLabClient.scripted(transport).with { $0.clock = clock }
        let task = Task { try await client.states(of: GetThing()) { WaitOutcome($0.status, ends: ["done"]) }.last() }
        #expect(try await eventually { clock.sleepers > 0 })
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
