// Which failures are followed by another attempt, and after how long. All on virtual time.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct RetryTests {
    /// The outcome of an attempt.
    enum Outcome: Sendable, CustomTestStringConvertible {
        case status(Int)
        case failure(TransportError.Kind)
        case unknownFailure
        case cutBody

        var testDescription: String {
            switch self {
            case .status(let status): "\(status)"
            case .failure(let kind): kind.description
            case .unknownFailure: "unknown failure"
            case .cutBody: "cut body"
            }
        }

        func response() throws -> TransportResponse {
            switch self {
            case .status(let status): return .json(#"{"message":"no"}"#, status: status)
            case .failure(let kind): throw TransportError(kind, "it is broken")
            case .unknownFailure: throw Broken()
            case .cutBody:
                let chunks = AsyncThrowingStream<[UInt8], any Error> { chunks in
                    chunks.yield(Array(#"{"id":1"#.utf8))
                    chunks.finish(throwing: Broken())
                }
                return TransportResponse(head: HTTPResponse(status: .ok), body: ResponseBody(chunks))
            }
        }
    }

    private struct Broken: Error {}

    private func client(
        _ transport: ScriptedTransport,
        _ clock: TestClock = TestClock(),
        _ change: (inout RetryPolicy) -> Void = { _ in }
    ) -> GitLabClient {
        GitLabClient.scripted(transport).with {
            $0.clock = clock
            $0.retries = RetryPolicy()
            $0.retries.seed = 7
            change(&$0.retries)
        }
    }

    /// How often each kind of request is sent when every attempt comes to the same: reading, an edit (PUT), an action
    /// (POST) that can be retried, one that cannot.
    @Test(arguments: [
        (Outcome.failure(.notSent), [4, 4, 4, 4]),
        (.status(429), [4, 4, 4, 4]),
        (.failure(.interrupted), [4, 4, 4, 1]),
        (.unknownFailure, [4, 4, 4, 1]),
        (.cutBody, [4, 4, 4, 1]),
        (.status(502), [4, 4, 4, 1]),
        (.status(503), [4, 4, 4, 1]),
        (.status(504), [4, 4, 4, 1]),
        (.status(520), [4, 4, 4, 1]),
        (.status(500), [4, 1, 1, 1]),
        (.status(501), [1, 1, 1, 1]),
        (.status(400), [1, 1, 1, 1]),
        (.status(401), [1, 1, 1, 1]),
        (.status(404), [1, 1, 1, 1]),
        (.status(409), [1, 1, 1, 1]),
        (.failure(.permanent), [1, 1, 1, 1]),
    ])
    func whatIsTriedAgain(outcome: Outcome, sent: [Int]) async throws {
        let transport = ScriptedTransport { _, _ in try outcome.response() }
        let client = client(transport)
        let errors = [
            try await gitLabError { try await client.send(GetThing(1)) },
            try await gitLabError { try await client.send(EditThing(1) { $0.topics = ["a"] }) },
            try await gitLabError { try await client.send(ArchiveThing()) },
            try await gitLabError { try await client.send(AnyThing()) },
        ]
        #expect(errors.map(\.attempts) == sent)
        #expect(transport.sent.count == sent.reduce(0, +))
    }

    @Test(arguments: [Outcome.failure(.interrupted), .status(500), .status(502), .cutBody])
    func unsafeWritesAreRepeatedOnlyWhereAskedFor(outcome: Outcome) async throws {
        let transport = ScriptedTransport { _, count in
            count == 0 ? try outcome.response() : .json("{}")
        }
        _ = try await client(transport) { $0.retriesUnsafeWrites = true }.send(AnyThing())
        #expect(transport.sent.count == 2)
    }

    @Test func aPostIsNeverSentTwiceAfterAReset() async throws {
        let transport = ScriptedTransport { _, _ in throw TransportError(.interrupted, "connection reset") }
        let error = try await gitLabError { try await client(transport).send(AnyThing()) }
        #expect(transport.sent.count == 1)
        #expect(error.kind == .transport && error.attempts == 1)
        #expect(error.message == "no response from gitlab.example.com: connection reset")
    }

    @Test func theSameRequestIsSentAgain() async throws {
        let transport = ScriptedTransport { _, count in
            count < 2 ? .response("", status: 503) : .json(#"{"id":1}"#)
        }
        let thing = try await client(transport).send(EditThing(1) { $0.description = "x" })
        #expect(thing.id == 1)
        #expect(transport.sent.count == 3)
        #expect(Set(transport.sent.map(\.body)).count == 1 && Set(transport.sent.map(\.head)).count == 1)
    }

    @Test func waitsDoubleUpToTheLongestAndAreRandom() async throws {
        let transport = ScriptedTransport { _, _ in .response("", status: 503) }
        var waits: [[Duration]] = []
        for seed in 1...200 as ClosedRange<UInt64> {
            let clock = TestClock()
            _ = try await gitLabError {
                try await client(transport, clock) {
                    $0.seed = seed
                    $0.attempts = 6
                    $0.firstDelay = .seconds(1)
                    $0.maximumDelay = .seconds(5)
                }.send(GetThing(1))
            }
            waits.append(clock.sleeps)
        }
        for (place, longest) in [1, 2, 4, 5, 5].enumerated() {
            let column = waits.map { $0[place] / .seconds(1) }
            let range = 0...Double(longest)
            #expect(column.allSatisfy(range.contains), "wait \(place + 1)")
            // Full jitter: from almost nothing to almost all, half of all in the middle.
            #expect(column.min()! < Double(longest) * 0.05 && column.max()! > Double(longest) * 0.95)
            let mean = column.reduce(0, +) / Double(column.count)
            #expect((0.4...0.6).contains(mean / Double(longest)), "mean of wait \(place + 1): \(mean)")
        }
    }

    @Test func theSameSeedGivesTheSameWaits() async throws {
        let transport = ScriptedTransport { _, _ in .response("", status: 503) }
        var waits: Set<[Duration]> = []
        for _ in 0..<3 {
            let clock = TestClock()
            _ = try await gitLabError { try await client(transport, clock).send(GetThing(1)) }
            waits.insert(clock.sleeps)
        }
        #expect(waits.count == 1 && waits.first?.count == 3)
        let unseeded = TestClock()
        _ = try await gitLabError {
            try await client(transport, unseeded) { $0.seed = nil }.send(GetThing(1))
        }
        #expect(unseeded.sleeps.count == 3 && !waits.contains(unseeded.sleeps))
    }

    /// The wait that the server asks for, in each of its forms, by a clock of its own that is an hour ahead.
    @Test(arguments: [
        (429, ["Retry-After": "7"], 7),
        (503, ["Retry-After": "7"], 7),
        (429, ["Retry-After": "Tue, 14 Nov 2023 23:13:27 GMT", "Date": "Tue, 14 Nov 2023 23:13:20 GMT"], 7),
        (429, ["RateLimit-Reset": "1700003607", "Date": "Tue, 14 Nov 2023 23:13:20 GMT"], 7),
        (429, ["RateLimit-Reset": "1700000007"], 7),
    ])
    func theServerSaysHowLongToWait(status: Int, fields: [String: String], seconds: Int) async throws {
        let transport = ScriptedTransport { _, count in
            count == 0 ? .response("Retry later\n", status: status, fields) : .json(#"{"id":1}"#)
        }
        let clock = TestClock()
        _ = try await client(transport, clock).send(GetThing(1))
        #expect(transport.sent.count == 2 && clock.sleeps.count == 1)
        let wait = try #require(clock.sleeps.first)
        #expect(wait >= .seconds(seconds) && wait <= .seconds(seconds) + .milliseconds(500), "\(wait)")
    }

    @Test func aWaitBeyondTheBudgetFailsAtOnceAndSaysWhenToTryAgain() async throws {
        let transport = ScriptedTransport { _, _ in .response("Retry later\n", status: 429, ["Retry-After": "600"]) }
        let clock = TestClock()
        let error = try await gitLabError { try await client(transport, clock).send(GetThing(1)) }
        #expect(transport.sent.count == 1 && clock.sleeps.isEmpty)
        #expect(error.kind == .rateLimited && error.retryAfter == .seconds(600))
        #expect(error.description.contains("retry after 600 s"), "\(error)")
        _ = try await gitLabError {
            try await client(transport, clock) { $0.budget = .seconds(3_600) }.send(GetThing(1))
        }
        #expect(transport.sent.count == 1 + 4)
    }

    @Test func theBudgetCountsFromTheBeginningOfTheCall() async throws {
        let transport = ScriptedTransport { _, _ in .response("", status: 429, ["Retry-After": "50"]) }
        let clock = TestClock()
        let error = try await gitLabError {
            try await client(transport, clock) { $0.attempts = 100 }.send(GetThing(1))
        }
        // 120 seconds hold two waits of 50.
        #expect(error.attempts == 3 && clock.sleeps.count == 2)
    }

    @Test func noAttemptBeginsAfterTheEndOfTheCall() async throws {
        let transport = ScriptedTransport { _, _ in .response("", status: 429, ["Retry-After": "5"]) }
        let clock = TestClock()
        let client = client(transport, clock).with { $0.timeouts.call = .seconds(8) }
        let error = try await gitLabError { try await client.send(GetThing(1)) }
        #expect(error.kind == .rateLimited && error.attempts == 2)
    }

    @Test func attemptsCanBeSwitchedOff() async throws {
        let transport = ScriptedTransport { _, _ in .response("", status: 503) }
        for policy in [
            RetryPolicy.never,
            {
                var none = RetryPolicy(); none.attempts = 0; return none
            }(),
        ] {
            let client = GitLabClient.scripted(transport).with { $0.retries = policy }
            let error = try await gitLabError { try await client.send(GetThing(1)) }
            #expect(error.attempts == 1)
        }
        #expect(transport.sent.count == 2)
    }

    @Test func cancellingEndsTheWait() async throws {
        let transport = ScriptedTransport { _, _ in .response("", status: 503, ["Retry-After": "60"]) }
        let clock = TestClock(jumps: false)
        let client = client(transport, clock)
        let call = Task { try await client.send(GetThing(1)) }
        #expect(try await eventually { clock.sleepers == 1 })
        call.cancel()
        await #expect(throws: CancellationError.self) { try await call.value }
        #expect(transport.sent.count == 1)
    }

    /// Each page of a list is retried on its own, and no page comes twice.
    @Test func pagesAreTriedAgainOneByOne() async throws {
        let transport = ScriptedTransport { sent, count in
            guard count % 3 == 2 else { return .response("", status: 502) }
            let page = count / 3 + 1
            return .json("[{\"id\":\(page)}]", ["X-Next-Page": page < 3 ? "\(page + 1)" : ""])
        }
        var ids: [Int] = []
        for try await thing in client(transport).things.list() { ids.append(thing.id) }
        #expect(ids == [1, 2, 3])
    }

    @Test func downloadsAreTriedAgainUntilTheirContentBegins() async throws {
        let transport = ScriptedTransport { _, count in
            count == 0 ? .response("", status: 503) : try Outcome.cutBody.response()
        }
        let download = try await client(transport).things.download(1)
        #expect(transport.sent.count == 2)
        let error = try await gitLabError { try await download.bytes(upTo: 100) }
        #expect(error.kind == .transport && transport.sent.count == 2)
    }
}

/// An action that can be retried.
private struct ArchiveThing: GitLabRequest {
    typealias Response = Thing
    static let endpoint = Endpoint("things.archive", .post, "/things/1/archive", idempotent: true)
}
