// Timeouts: which one passes, the outcome of the request, and none that outlives it.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct TimeoutTests {
    /// A client on a clock that the test advances.
    private func client(_ transport: ScriptedTransport, _ clock: TestClock) -> GitLabClient {
        GitLabClient.scripted(transport).with { $0.clock = clock }
    }

    /// Sends nothing until it is cancelled.
    private static func hang() async throws -> TransportResponse {
        try await Task.sleep(for: .seconds(3_600))
        preconditionFailure("Nobody waits so long.")
    }

    private static func slowly(
        _ chunks: AsyncStream<[UInt8]>,
        status: HTTPResponse.Status = .ok
    ) -> TransportResponse {
        TransportResponse(head: HTTPResponse(status: status), body: ResponseBody(chunks))
    }

    /// Runs a call, and advances the clock each time the transport has been reached.
    private func timeout(
        _ clock: TestClock,
        after duration: Duration,
        once isReady: @escaping @Sendable () -> Bool,
        _ call: @escaping @Sendable () async throws -> some Sendable
    ) async throws -> GitLabError {
        let task = Task { try await call() }
        #expect(try await eventually(isReady))
        clock.advance(by: duration - .milliseconds(1))
        try await Task.sleep(for: .milliseconds(20))
        #expect(!task.isCancelled)
        clock.advance(by: .milliseconds(1))
        return try await gitLabError { try await task.value }
    }

    @Test func noHeadInTime() async throws {
        let cancelled = Flag()
        let transport = ScriptedTransport { _, _ in
            try await withTaskCancellationHandler {
                try await Self.hang()
            } onCancel: {
                cancelled.set()
            }
        }
        let clock = TestClock(jumps: false)
        let client = client(transport, clock)
        let error = try await timeout(clock, after: .seconds(60), once: { transport.sent.count == 1 }) {
            try await client.send(GetThing(1))
        }
        #expect(error.kind == .timeout)
        #expect(error.underlying as? TimeoutError == TimeoutError(limit: .response, duration: .seconds(60)))
        #expect(error.description.hasPrefix("no response came within 60 s (timeouts.response) (timeout, GET /api/v4/"))
        #expect(try await eventually { cancelled.isSet })
        #expect(client.configuration.deadlines.count == 0)
    }

    @Test func aTransportThatDoesNotHeedItsCancellingHoldsNobody() async throws {
        let release = Flag()
        let transport = ScriptedTransport { _, _ in
            // A task of its own, which is not cancelled with this one.
            await Task.detached { _ = try? await eventually { release.isSet } }.value
            return .json(#"{"id":1}"#)
        }
        let clock = TestClock(jumps: false)
        let client = client(transport, clock)
        let error = try await timeout(clock, after: .seconds(60), once: { transport.sent.count == 1 }) {
            try await client.send(GetThing(1))
        }
        #expect(error.kind == .timeout)
        let call = Task { try await client.send(GetThing(1)) }
        #expect(try await eventually { transport.sent.count == 2 })
        call.cancel()
        await #expect(throws: CancellationError.self) { try await call.value }
        release.set()
    }

    @Test func aBodyThatStops() async throws {
        let clock = TestClock(jumps: false)
        let body = PulledBody()
        let transport = ScriptedTransport { _, _ in
            TransportResponse(head: HTTPResponse(status: .ok), body: ResponseBody(AsyncStream { await body.next() }))
        }
        let client = client(transport, clock).with { $0.timeouts.idle = .seconds(10) }
        let call = Task { try await client.send(GetThing(1)) }
        // Slow, but never too slow: far longer in sum than the limit for the response or between two pieces.
        for (place, byte) in #"{"id":12345678901"#.utf8.enumerated() {
            #expect(try await eventually { body.pulls == place + 1 })
            clock.advance(by: .seconds(9))
            body.give([byte])
        }
        #expect(try await eventually { body.pulls == 18 })
        #expect(!body.isGivenUp)
        clock.advance(by: .seconds(10))
        let error = try await gitLabError { try await call.value }
        #expect(error.underlying as? TimeoutError == TimeoutError(limit: .idle, duration: .seconds(10)))
        #expect(try await eventually { body.isGivenUp })
    }

    @Test func aWholeCall() async throws {
        let clock = TestClock(jumps: false)
        let transport = ScriptedTransport { _, count in
            count < 2 ? .response("", status: 503, ["Retry-After": "4"]) : try await Self.hang()
        }
        let client = client(transport, clock).with {
            $0.retries = RetryPolicy()
            $0.retries.firstDelay = .zero
            $0.timeouts.call = .seconds(10)
        }
        let call = Task { try await client.send(GetThing(1)) }
        for attempt in 1...2 {
            #expect(try await eventually { transport.sent.count == attempt && clock.sleepers == 1 })
            clock.advance(by: .seconds(4))
        }
        #expect(try await eventually { transport.sent.count == 3 })
        clock.advance(by: .seconds(2))
        let error = try await gitLabError { try await call.value }
        #expect(error.kind == .timeout && error.attempts == 3)
        #expect(error.underlying as? TimeoutError == TimeoutError(limit: .call, duration: .seconds(10)))
    }

    /// Each byte comes in time, and the last one never.
    @Test func aResponseThatDripsEnds() async throws {
        let clock = TestClock(jumps: false)
        let body = PulledBody()
        let transport = ScriptedTransport { _, _ in
            TransportResponse(head: HTTPResponse(status: .ok), body: ResponseBody(AsyncStream { await body.next() }))
        }
        let client = client(transport, clock)
        let call = Task { try await client.send(GetThing(1)) }
        for place in 1...72 {
            #expect(try await eventually { body.pulls == place })
            clock.advance(by: .seconds(50))
            if place < 72 { body.give([0x20]) }
        }
        let error = try await gitLabError { try await call.value }
        #expect(error.underlying as? TimeoutError == TimeoutError(limit: .call, duration: .seconds(3_600)))
        #expect(try await eventually { body.isGivenUp })
    }

    @Test func aDownloadThatDripsEnds() async throws {
        let clock = TestClock(jumps: false)
        let body = PulledBody()
        let transport = ScriptedTransport { _, _ in
            TransportResponse(head: HTTPResponse(status: .ok), body: ResponseBody(AsyncStream { await body.next() }))
        }
        let client = client(transport, clock).with { $0.timeouts.download = .seconds(100) }
        let call = Task { try await client.things.download(1).bytes(upTo: 1_000) }
        for place in 1...2 {
            #expect(try await eventually { body.pulls == place && client.configuration.deadlines.count == 1 })
            clock.advance(by: .seconds(50))
            if place < 2 { body.give([0x20]) }
        }
        let error = try await gitLabError { try await call.value }
        #expect(error.underlying as? TimeoutError == TimeoutError(limit: .download, duration: .seconds(100)))
        #expect(error.description.contains("100 s (timeouts.download)"))
    }

    @Test func tooLateIsTriedAgainWhereItDoesNoHarm() async throws {
        let clock = TestClock(jumps: false)
        let transport = ScriptedTransport { _, count in
            count % 2 == 0 ? try await Self.hang() : .json(#"{"id":1}"#)
        }
        let client = client(transport, clock).with {
            $0.retries = RetryPolicy()
            $0.retries.firstDelay = .zero
        }
        let read = Task { try await client.send(GetThing(1)) }
        #expect(try await eventually { transport.sent.count == 1 })
        clock.advance(by: .seconds(60))
        #expect(try await read.value.id == 1)
        #expect(transport.sent.count == 2)
        let error = try await timeout(clock, after: .seconds(60), once: { transport.sent.count == 3 }) {
            try await client.send(AnyThing())
        }
        #expect(error.kind == .timeout && transport.sent.count == 3)
    }

    @Test func eachPageHasItsOwnLimit() async throws {
        let clock = TestClock()
        let transport = ScriptedTransport { _, count in
            clock.advance(by: .seconds(50))
            return .json("[{\"id\":\(count)}]", ["X-Next-Page": count < 9 ? "\(count + 2)" : ""])
        }
        let client = client(transport, clock).with { $0.timeouts.call = .seconds(55) }
        var count = 0
        for try await _ in client.things.list() { count += 1 }
        #expect(count == 10 && clock.elapsed == .seconds(500))
    }

    @Test func theLimitsCanBeLifted() async throws {
        let clock = TestClock(jumps: false)
        let release = Flag()
        let transport = ScriptedTransport { _, _ in
            while !release.isSet { try await Task.sleep(for: .milliseconds(1)) }
            return .json(#"{"id":1}"#)
        }
        let client = client(transport, clock).with { $0.timeouts = .none }
        let call = Task { try await client.send(GetThing(1)) }
        #expect(try await eventually { transport.sent.count == 1 })
        clock.advance(by: .seconds(1_000_000))
        try await Task.sleep(for: .milliseconds(20))
        release.set()
        #expect(try await call.value.id == 1)
    }

    /// Sent bytes that a transport reports count as progress.
    @Test func aLongUploadIsNotTooLate() async throws {
        let clock = TestClock(jumps: false)
        let transport = ScriptedTransport { _, count in
            guard count == 0 else { return try await Self.hang() }
            for _ in 0..<60 {
                clock.advance(by: .seconds(50))
                TransportActivity.current?.recordProgress()
                try await Task.sleep(for: .milliseconds(1))
            }
            return .json("{}")
        }
        let client = client(transport, clock)
        _ = try await client.send(AnyThing())
        #expect(clock.elapsed == .seconds(3_000))
    }

    @Test func aDownloadWhoseContentStops() async throws {
        let clock = TestClock(jumps: false)
        let (stream, chunks) = AsyncStream<[UInt8]>.makeStream()
        let ended = Flag()
        chunks.onTermination = { _ in ended.set() }
        let transport = ScriptedTransport { _, _ in Self.slowly(stream) }
        let client = client(transport, clock).with { $0.timeouts.call = .seconds(30) }
        var content = try await client.things.download(1).makeAsyncIterator()
        for byte in 1...3 as ClosedRange<UInt8> {
            // The reader's own time does not count, nor does that of the call once the content has begun.
            clock.advance(by: .seconds(1_000))
            chunks.yield([byte])
            #expect(try await content.next() == [byte])
        }
        let advance = Task {
            let isWaiting = try await eventually { client.configuration.deadlines.count == 1 }
            #expect(isWaiting)
            clock.advance(by: .seconds(60))
        }
        let error: GitLabError
        do {
            _ = try await content.next()
            Issue.record("There was nothing to read.")
            return
        } catch let thrown as GitLabError { error = thrown }
        try await advance.value
        #expect(error.kind == .timeout)
        #expect(error.underlying as? TimeoutError == TimeoutError(limit: .idle, duration: .seconds(60)))
        #expect(try await content.next() == nil)
        #expect(try await eventually { ended.isSet })
    }

    @Test func manyAtOnceAndNoDeadlineIsLeft() async throws {
        let clock = TestClock(jumps: false)
        let transport = ScriptedTransport { sent, count in
            if sent.path.hasSuffix("/things/0") { return try await Self.hang() }
            try await Task.sleep(for: .milliseconds(count % 10))
            return .json(#"{"id":1}"#)
        }
        let client = client(transport, clock)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<1_000 {
                group.addTask {
                    do { return try await client.send(GetThing(number % 10)).id == 1 } catch let error as GitLabError {
                        return error.kind == .timeout
                    }
                }
            }
            #expect(try await eventually { client.configuration.deadlines.count == 100 })
            clock.advance(by: .seconds(60))
            for try await isRight in group { #expect(isRight) }
        }
        #expect(client.configuration.deadlines.count == 0)
    }
}

/// A body whose chunks are passed one by one, once they are requested.
private final class PulledBody: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0
    private var waiting: CheckedContinuation<[UInt8]?, Never>?
    private var ended = false

    /// How many chunks were requested.
    var pulls: Int { lock.withLock { count } }
    var isGivenUp: Bool { lock.withLock { ended } }

    func next() async -> [UInt8]? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                lock.withLock {
                    count += 1
                    waiting = continuation
                }
            }
        } onCancel: {
            lock.withLock { ended = true }
            give(nil)
        }
    }

    func give(_ chunk: [UInt8]?) {
        let waiting = lock.withLock {
            defer { self.waiting = nil }
            return self.waiting
        }
        waiting?.resume(returning: chunk)
    }
}

/// Something that happens once.
final class Flag: @unchecked Sendable {
    private let lock = NSLock()
    private var value = false
    var isSet: Bool { lock.withLock { value } }
    func set() { lock.withLock { value = true } }
}
