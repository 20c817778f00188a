// The rate limit: requests wait before the server rejects them, in order, and never for ever.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct RateLimitTests {
    /// A server that accepts a number of requests in each minute of the virtual time, and reports it as GitLab does.
    private final class Server: @unchecked Sendable {
        let clock: TestClock
        let limit: Int
        private let lock = NSLock()
        private var windows: [Int: Int] = [:]
        private var rejections = 0

        init(_ clock: TestClock, limit: Int) {
            self.clock = clock
            self.limit = limit
        }

        var rejected: Int { lock.withLock { rejections } }
        var counts: [Int] { lock.withLock { windows.sorted { $0.key < $1.key }.map(\.value) } }

        func response(_ name: String = "throttle_authenticated_api") -> TransportResponse {
            let now = clock.elapsed
            let window = Int(now.components.seconds / 60)
            let count = lock.withLock {
                windows[window, default: 0] += 1
                if windows[window, default: 0] > limit { rejections += 1 }
                return windows[window, default: 0]
            }
            let reset = Int(TestClock.start.timeIntervalSince1970) + (window + 1) * 60
            let fields = [
                "RateLimit-Name": name, "RateLimit-Limit": "\(limit)", "RateLimit-Observed": "\(count)",
                "RateLimit-Remaining": "\(max(0, limit - count))", "RateLimit-Reset": "\(reset)",
            ]
            return count > limit
                ? .response("Retry later\n", status: 429, fields) : .json(#"{"id":1}"#, fields)
        }
    }

    private func client(_ transport: ScriptedTransport, _ clock: TestClock) -> GitLabClient {
        GitLabClient.scripted(transport).with { $0.clock = clock }
    }

    @Test func thousandsAtOnceAreHeldBackAndNoneIsRejected() async throws {
        let clock = TestClock()
        let server = Server(clock, limit: 100)
        let transport = ScriptedTransport { _, _ in
            try await Task.sleep(for: .microseconds(100))
            return server.response()
        }
        // The time jumps while requests are under way.
        let client = client(transport, clock).with { $0.timeouts = .none }
        _ = try await client.send(GetThing(1))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<999 { group.addTask { _ = try await client.send(GetThing(1)) } }
            try await group.waitForAll()
        }
        #expect(server.rejected == 0)
        #expect(server.counts.reduce(0, +) == 1_000 && server.counts.allSatisfy { $0 <= 100 }, "\(server.counts)")
        #expect(clock.elapsed >= .seconds(9 * 60))
        #expect(client.state.rateBudget.waiting == 0)
    }

    @Test func copiesCountTogether() async throws {
        let clock = TestClock(jumps: false)
        let server = Server(clock, limit: 2)
        let transport = ScriptedTransport { _, _ in server.response() }
        let client = client(transport, clock)
        let other = client.with { $0.sudo = 42 }
        _ = try await client.send(GetThing(1))
        _ = try await other.send(GetThing(1))
        let third = Task { try await client.send(GetThing(1)) }
        #expect(try await eventually { clock.sleepers == 1 })
        #expect(transport.sent.count == 2)
        clock.advance(by: .seconds(60))
        _ = try await third.value
        #expect(server.counts == [2, 1])
    }

    @Test func theyGoOnInTheOrderInWhichTheyCame() async throws {
        let clock = TestClock(jumps: false)
        let server = Server(clock, limit: 1)
        let transport = ScriptedTransport { _, _ in server.response() }
        let client = client(transport, clock)
        _ = try await client.send(GetThing(0))
        var tasks: [Task<Thing, any Error>] = []
        for number in 1...5 {
            tasks.append(
                Task { try await client.with { $0.rateLimit.maximumWait = .seconds(900) }.send(GetThing(number)) })
            #expect(try await eventually { client.state.rateBudget.waiting == number })
        }
        for number in 1...5 {
            #expect(try await eventually { clock.sleepers == 1 })
            clock.advance(by: .seconds(60))
            #expect(try await eventually { transport.sent.count == number + 1 })
        }
        for task in tasks { _ = try await task.value }
        #expect(transport.sent.map { $0.path.last } == ["0", "1", "2", "3", "4", "5"])
        #expect(server.rejected == 0)
    }

    @Test func oneThatIsCancelledLeavesTheLine() async throws {
        let clock = TestClock(jumps: false)
        let server = Server(clock, limit: 1)
        let transport = ScriptedTransport { _, _ in server.response() }
        let client = client(transport, clock)
        _ = try await client.send(GetThing(0))
        let first = Task { try await client.send(GetThing(1)) }
        #expect(try await eventually { client.state.rateBudget.waiting == 1 })
        let second = Task { try await client.send(GetThing(2)) }
        #expect(try await eventually { client.state.rateBudget.waiting == 2 })
        first.cancel()
        await #expect(throws: CancellationError.self) { try await first.value }
        #expect(try await eventually { client.state.rateBudget.waiting == 1 })
        clock.advance(by: .seconds(60))
        _ = try await second.value
        #expect(transport.sent.map { $0.path.last } == ["0", "2"])
    }

    @Test func aServerThatStopsToTellIsNotWaitedFor() async throws {
        let clock = TestClock()
        let server = Server(clock, limit: 1)
        let transport = ScriptedTransport { _, count in count == 0 ? server.response() : .json(#"{"id":1}"#) }
        let client = client(transport, clock).with { $0.timeouts = .none }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<100 { group.addTask { _ = try await client.send(GetThing(1)) } }
            try await group.waitForAll()
        }
        #expect(transport.sent.count == 100 && clock.elapsed <= .seconds(120))
    }

    @Test func aWaitThatIsTooLongFailsAtOnce() async throws {
        let clock = TestClock()
        let reset = Int(TestClock.start.timeIntervalSince1970) + 600
        let transport = ScriptedTransport { _, _ in
            .json(#"{"id":1}"#, ["RateLimit-Remaining": "0", "RateLimit-Reset": "\(reset)", "RateLimit-Limit": "10"])
        }
        let client = client(transport, clock)
        _ = try await client.send(GetThing(1))
        let error = try await gitLabError { try await client.send(GetThing(1)) }
        #expect(error.kind == .rateLimited && error.status == nil && error.attempts == 0)
        #expect(error.retryAfter == .seconds(600))
        #expect(error.message.hasPrefix("not sent: the rate limit allows no further request for 600 s"), "\(error)")
        #expect(transport.sent.count == 1 && clock.sleeps.isEmpty)
        // Switched off, it is sent.
        _ = try await client.with { $0.rateLimit = .ignored }.send(GetThing(1))
        #expect(transport.sent.count == 2)
    }

    @Test func theEndOfTheCallEndsTheWait() async throws {
        let clock = TestClock(jumps: false)
        let server = Server(clock, limit: 1)
        let transport = ScriptedTransport { _, _ in server.response() }
        let client = client(transport, clock).with { $0.timeouts.call = .seconds(5) }
        _ = try await client.send(GetThing(0))
        let call = Task { try await client.send(GetThing(1)) }
        #expect(try await eventually { clock.sleepers == 1 && client.configuration.deadlines.count == 1 })
        clock.advance(by: .seconds(5))
        let error = try await gitLabError { try await call.value }
        #expect(error.underlying as? TimeoutError == TimeoutError(limit: .call, duration: .seconds(5)))
        #expect(client.state.rateBudget.waiting == 0 && transport.sent.count == 1)
    }

    /// GitLab counts files apart from the rest of the API.
    @Test func limitsAreKeptApart() async throws {
        let clock = TestClock(jumps: false)
        let files = Server(clock, limit: 1)
        let rest = Server(clock, limit: 100)
        let transport = ScriptedTransport { sent, _ in
            sent.path.hasSuffix("/file") ? files.response("throttle_authenticated_files_api") : rest.response()
        }
        let client = client(transport, clock)
        _ = try await client.send(GetThing(1))
        _ = try await client.things.download(1)
        let waits = Task { try await client.things.download(1) }
        #expect(try await eventually { client.state.rateBudget.waiting == 1 })
        for _ in 0..<10 { _ = try await client.send(GetThing(1)) }
        clock.advance(by: .seconds(60))
        _ = try await waits.value
        #expect(files.rejected == 0 && rest.rejected == 0)
    }

    @Test func aRejectionHoldsTheOthersBack() async throws {
        let clock = TestClock(jumps: false)
        let server = Server(clock, limit: 0)
        let transport = ScriptedTransport { _, _ in server.response() }
        let client = client(transport, clock)
        let rejected = try await gitLabError { try await client.send(GetThing(1)) }
        #expect(rejected.kind == .rateLimited && rejected.status == 429)
        let other = Task { try await client.send(GetThing(1)) }
        #expect(try await eventually { client.state.rateBudget.waiting == 1 })
        #expect(transport.sent.count == 1)
        other.cancel()
        await #expect(throws: CancellationError.self) { try await other.value }
    }

    @Test func responsesThatOvertakeEachOtherDoNotMakeRoom() throws {
        func report(_ remaining: Int, _ reset: Int) throws -> RateReport {
            var fields = HTTPFields()
            fields[.rateLimitRemaining] = "\(remaining)"
            fields[.rateLimitReset] = "\(reset)"
            return try #require(RateReport(fields, now: Date(timeIntervalSince1970: 1_000)))
        }
        var window = RateWindow(try report(50, 1_060), at: .zero)
        window = try #require(window.after(try report(10, 1_060), isSuccess: true, at: .zero))
        window = try #require(window.after(try report(40, 1_060), isSuccess: true, at: .zero))
        #expect(window.remaining == 10)
        window = try #require(window.after(try report(3, 1_000), isSuccess: true, at: .zero))
        #expect(window.remaining == 10)
        window = try #require(window.after(nil, isSuccess: true, at: .zero))
        #expect(window.remaining == 9)
        window = try #require(window.after(try report(90, 1_120), isSuccess: true, at: .zero))
        #expect(window.remaining == 90 && window.end == .seconds(120))
    }

    @Test(arguments: [
        [:], ["RateLimit-Remaining": "0"], ["RateLimit-Remaining": "0", "RateLimit-Reset": "soon"],
        ["RateLimit-Remaining": "many", "RateLimit-Reset": "1700000060"],
        ["RateLimit-Remaining": "0", "RateLimit-Reset": "9999999999"],
    ])
    func whatMakesNoSenseIsNotHeeded(fields: [String: String]) async throws {
        let transport = ScriptedTransport { _, _ in .json(#"{"id":1}"#, fields) }
        let client = client(transport, TestClock(jumps: false))
        for _ in 0..<3 { _ = try await client.send(GetThing(1)) }
        #expect(transport.sent.count == 3)
    }
}
