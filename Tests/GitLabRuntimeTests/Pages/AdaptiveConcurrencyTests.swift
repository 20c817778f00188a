// As many pages at the same time as the server and its limits allow.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct AdaptiveConcurrencyTests {
    /// The limit of a server: so many requests a minute, counted as GitLab does.
    private final class Limit: @unchecked Sendable {
        let perMinute: Int
        private let clock: TestClock
        private let lock = NSLock()
        private var window = 0
        private var count = 0
        private var least = Int.max
        private var rejections = 0
        private var windows: [Int: Int] = [:]

        init(_ perMinute: Int, _ clock: TestClock) {
            (self.perMinute, self.clock) = (perMinute, clock)
        }

        /// Counts a request. Returns the fields about the limit, and whether it is accepted.
        func counts() -> (fields: [String: String], isAccepted: Bool) {
            lock.withLock {
                let second = Int(clock.date.timeIntervalSince1970)
                if second / 60 != window { (window, count) = (second / 60, 0) }
                count += 1
                windows[window, default: 0] += 1
                least = min(least, perMinute - count)
                if count > perMinute { rejections += 1 }
                let fields = [
                    "RateLimit-Name": "throttle_authenticated_api", "RateLimit-Limit": "\(perMinute)",
                    "RateLimit-Remaining": "\(max(0, perMinute - count))", "RateLimit-Observed": "\(count)",
                    "RateLimit-Reset": "\((window + 1) * 60)", "Retry-After": "\((window + 1) * 60 - second)",
                ]
                return (fields, count <= perMinute)
            }
        }

        /// Counts requests of somebody else.
        func use(_ requests: Int) { for _ in 0..<requests { _ = counts() } }

        /// The fewest requests that were left, how many were rejected, and how many came in each minute.
        var facts: (least: Int, rejections: Int, windows: [Int: Int]) {
            lock.withLock { (least, rejections, windows) }
        }
    }

    /// A server with a limit, whose pages take some time.
    private func server(
        pages: Int, _ limit: Limit, _ clock: TestClock, retries: RetryPolicy = RetryPolicy()
    ) -> (server: PagedServer, client: GitLabClient) {
        let server = PagedServer(1...(pages * 20))
        let transport = ScriptedTransport { sent, _ in
            let (fields, isAccepted) = limit.counts()
            guard isAccepted else { return .json(#"{"message":"429"}"#, status: 429, fields) }
            var response = try await server.client.transport.send(sent.head, body: .empty)
            for (name, value) in fields where name != "Retry-After" {
                response.head.headerFields[HTTPField.Name(name)!] = value
            }
            clock.advance(by: .milliseconds(50))
            return response
        }
        let client = GitLabClient.scripted(transport).with {
            $0.clock = clock
            $0.retries = retries
        }
        return (server, client)
    }

    @Test("All pages come, in order, without a 429, and before zero remains")
    func withinTheLimit() async throws {
        let clock = TestClock()
        let limit = Limit(100, clock)
        let (_, client) = server(pages: 350, limit, clock, retries: .never)
        let pages = try await client.things.list().pages(concurrency: .adaptive).collected()
        #expect(pages.map(\.number) == Array(1...350) && pages.last?.end == .complete)
        let facts = limit.facts
        #expect(facts.rejections == 0 && facts.least >= 1, "\(facts)")
        // The limit is used: three full minutes and a part of a fourth.
        #expect(
            facts.windows.count <= 5 && facts.windows.values.sorted().dropFirst(2).allSatisfy { $0 >= 90 }, "\(facts)")
    }

    @Test("What others have used of the limit is left to them")
    func sharedLimit() async throws {
        let clock = TestClock()
        let limit = Limit(100, clock)
        limit.use(70)
        let (_, client) = server(pages: 60, limit, clock, retries: .never)
        _ = try await client.things.list().pages(concurrency: .adaptive).collected()
        #expect(limit.facts.rejections == 0 && limit.facts.least >= 1, "\(limit.facts)")
    }

    @Test("It grows by one for each round, up to its maximum")
    func growing() {
        var rate = FetchRate(.adaptive(upTo: 5))
        var rounds: [Int] = []
        for _ in 0..<5 {
            rounds.append(rate.concurrency)
            for _ in 0..<rate.concurrency { rate.adapt(attempts: 1, underWay: 1, nil, at: .zero) }
        }
        #expect(rounds == [2, 2, 3, 4, 5] || rounds == [2, 3, 4, 5, 5], "\(rounds)")
        for _ in 0..<100 { rate.adapt(attempts: 1, underWay: 1, nil, at: .zero) }
        #expect(rate.concurrency == 5)
    }

    @Test("A retry halves it, once for all pages that were under way")
    func shrinking() {
        var rate = FetchRate(.adaptive(upTo: 8))
        for _ in 0..<100 { rate.adapt(attempts: 1, underWay: 8, nil, at: .zero) }
        for _ in 0..<8 { rate.adapt(attempts: 2, underWay: 8, nil, at: .zero) }
        #expect(rate.concurrency == 4)
        rate.adapt(attempts: 3, underWay: 3, nil, at: .zero)
        #expect(rate.concurrency == 2)
        for _ in 0..<20 { rate.adapt(attempts: 2, underWay: 0, nil, at: .zero) }
        #expect(rate.concurrency == 1)
    }

    @Test("The last tenth of a limit is spread over the rest of its window, and no longer")
    func spreading() throws {
        func report(_ remaining: Int, _ wait: Int) throws -> RateReport {
            let now = Date(timeIntervalSince1970: 1_800_000_000)
            return try #require(
                RateReport(
                    [
                        .rateLimitRemaining: "\(remaining)", .rateLimitReset: "\(1_800_000_000 + wait)",
                        .rateLimitLimit: "200",
                    ], now: now))
        }
        var rate = FetchRate(.adaptive(upTo: 4))
        rate.adapt(attempts: 1, underWay: 0, try report(21, 40), at: .seconds(5))
        #expect(rate.start(at: .seconds(5), .seconds(120)) == nil)
        #expect(rate.start(at: .seconds(5), .seconds(120)) == .seconds(7))
        let second = rate.start(at: .seconds(5), .seconds(120)) ?? .zero
        #expect(second > .seconds(8) && second < .seconds(10), "\(second)")
        rate.adapt(attempts: 1, underWay: 0, try report(0, 40), at: .seconds(6))
        #expect(rate.start(at: .seconds(6), .seconds(120)) == .seconds(46))
        #expect(rate.start(at: .seconds(6), .seconds(3)) == .seconds(9))
        #expect(rate.start(at: .seconds(46), .seconds(120)) == nil, "a new window has begun")
    }

    @Test("Without a respected limit requests are not spread")
    func ignored() async throws {
        let clock = TestClock()
        let limit = Limit(100, clock)
        let (_, client) = server(pages: 99, limit, clock, retries: .never)
        let fast = client.with { $0.rateLimit = .ignored }
        #expect(try await fast.things.list().pages(concurrency: .adaptive).collected().count == 99)
        #expect(clock.sleeps.isEmpty && limit.facts.windows.count <= 2)
    }

    @Test("A server that rejects without saying why is asked less often, and the walk ends")
    func withoutFields() async throws {
        let clock = TestClock()
        let server = PagedServer(1...1_000) { server, _ in
            server.asked.count.isMultiple(of: 7) ? .json(#"{"message":"429"}"#, status: 429) : nil
        }
        let client = server.client.with {
            $0.clock = clock
            $0.retries = RetryPolicy(attempts: 10)
        }
        let pages = try await client.things.list().pages(concurrency: .adaptive(upTo: 32)).collected()
        #expect(pages.map(\.number) == Array(1...50) && server.mostUnderWay <= 8, "\(server.mostUnderWay)")
    }
}
