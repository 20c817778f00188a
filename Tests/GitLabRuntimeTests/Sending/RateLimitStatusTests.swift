// The status of rate limits, as a value and as a callback.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct RateLimitStatusTests {
    private final class Seen: @unchecked Sendable {
        private let lock = NSLock()
        private var kept: [RateLimitStatus] = []
        var statuses: [RateLimitStatus] { lock.withLock { kept } }
        func add(_ status: RateLimitStatus) { lock.withLock { kept.append(status) } }
    }

    private let clock = FixedClock()
    private let seen = Seen()

    private func fields(_ name: String = "throttle_authenticated_api", remaining: Int, reset: Int = 60) -> [String:
        String]
    {
        [
            "RateLimit-Name": name, "RateLimit-Limit": "100", "RateLimit-Observed": "\(100 - remaining)",
            "RateLimit-Remaining": "\(remaining)", "RateLimit-Reset": "\(1_800_000_000 + reset)",
        ]
    }

    private func client(
        _ limit: RateLimit, _ script: @escaping @Sendable (ScriptedTransport.Sent, Int) -> TransportResponse
    ) -> GitLabClient {
        GitLabClient.scripted(ScriptedTransport(script)).with { [seen, clock] in
            $0.clock = clock
            $0.rateLimit = limit
            $0.rateLimitChange = { seen.add($0) }
        }
    }

    @Test(arguments: [RateLimit(), .ignored]) func theLatestIsThere(_ limit: RateLimit) async throws {
        let client = client(limit) { [self] _, count in .json(#"{"id":1}"#, fields(remaining: 99 - count)) }
        #expect(client.rateLimitStatus == nil && client.rateLimitStatuses.isEmpty)
        _ = try await client.things.get(1)
        _ = try await client.with { $0.sudo = 42 }.things.get(1)
        let status = try #require(client.rateLimitStatus)
        #expect(status.name == "throttle_authenticated_api" && status.limit == 100 && status.remaining == 98)
        #expect(status.observed == 2 && status.reset == Date(timeIntervalSince1970: 1_800_000_060))
        #expect(status.retryAfter == nil && client.rateLimitStatuses == [status.name: status])
        #expect(seen.statuses.map(\.remaining) == [99, 98] && seen.statuses.last == status)
        #expect("\(status)" == "throttle_authenticated_api: 98 of 100 left until 2027-01-15T08:01:00Z")
    }

    @Test func responsesThatSayNothingChangeNothing() async throws {
        let client = client(RateLimit()) { [self] _, count in
            .json(#"{"id":1}"#, count == 0 ? fields(remaining: 5) : [:])
        }
        _ = try await client.things.get(1)
        _ = try await client.things.get(1)
        #expect(client.rateLimitStatus?.remaining == 5 && seen.statuses.count == 1)
    }

    @Test(arguments: [RateLimit(), .ignored]) func overtakenResponsesChangeNothing(_ limit: RateLimit) async throws {
        let client = client(limit) { [self] _, count in
            switch count {
            case 0: .json(#"{"id":1}"#, fields(remaining: 50))
            case 1: .json(#"{"id":1}"#, fields(remaining: 51))
            case 2: .json(#"{"id":1}"#, fields(remaining: 10, reset: 30))
            default: .json(#"{"id":1}"#, fields(remaining: 90, reset: 120))
            }
        }
        for _ in 0..<4 { _ = try await client.things.get(1) }
        #expect(seen.statuses.map(\.remaining) == [50, 90])
    }

    @Test(arguments: [RateLimit(), .ignored]) func limitsAreKeptApartByName(_ limit: RateLimit) async throws {
        let client = client(limit) { [self] sent, _ in
            sent.path.hasSuffix("/1")
                ? .json(#"{"id":1}"#, fields(remaining: 7))
                : .json(#"{"id":1}"#, fields("throttle_files", remaining: 3))
        }
        _ = try await client.things.get(1)
        _ = try await client.things.get(2)
        #expect(
            client.rateLimitStatuses.mapValues(\.remaining) == ["throttle_authenticated_api": 7, "throttle_files": 3])
        #expect(client.rateLimitStatus?.name == "throttle_files")
    }

    /// The names come from outside.
    @Test(arguments: [RateLimit(), .ignored]) func namesAreBounded(_ limit: RateLimit) async throws {
        let client = client(limit) { [self] _, count in
            .json(#"{"id":1}"#, fields("\(count)" + String(repeating: "n", count: 500), remaining: 50))
        }
        // Any number of combining marks on a letter is one character.
        let marked = self.client(limit) { [self] _, _ in
            .json(#"{"id":1}"#, fields("n" + String(repeating: "\u{301}", count: 10_000), remaining: 50))
        }
        _ = try await marked.things.get(1)
        #expect(try #require(marked.rateLimitStatus).name.utf8.count <= 400)
        for _ in 0..<100 { _ = try await client.things.get(1) }
        #expect(client.rateLimitStatuses.count <= 32)
        #expect(client.rateLimitStatuses.keys.allSatisfy { $0.count <= 100 })
        #expect(client.rateLimitStatus?.name.hasPrefix("99n") == true)
    }

    /// Numbers that no server means: they are reported unchanged, and no sum of them overflows.
    @Test(arguments: ["-9223372036854775808", "9223372036854775807", "-1", "0", "x", "1e400", "99999999999999999999"])
    func hostileNumbers(number: String) async throws {
        for status in [200, 429] {
            let client = client(RateLimit()) { [self] _, _ in
                .json(
                    #"{"id":1}"#, status: status,
                    fields(remaining: 1).mapValues { Int($0) == nil ? $0 : number }.merging(["Retry-After": number]) {
                        $1
                    })
            }
            for copy in [client, client.with { $0.rateLimit = .ignored }] {
                _ = try? await copy.things.get(1)
                if let status = client.rateLimitStatus {
                    #expect(status.remaining >= 0 && !"\(status)".isEmpty)
                    #expect(status.retryAfter ?? .zero <= .seconds(1_000_000_000))
                }
            }
        }
    }

    @Test func rejectionsSayWhenToComeBack() async throws {
        let client = client(RateLimit()) { [self] sent, _ in
            let retry = ["Retry-After": "30"]
            return .response(
                "Retry later\n", status: 429,
                sent.path.hasSuffix("/1") ? retry : retry.merging(fields(remaining: 0, reset: 30)) { $1 })
        }
        _ = try await gitLabError { try await client.things.get(1) }
        let plain = try #require(client.rateLimitStatus)
        #expect(plain.name.isEmpty && plain.remaining == 0 && plain.retryAfter == .seconds(30) && plain.limit == nil)
        #expect(plain.reset == clock.date + 30)
        _ = try await gitLabError { try await client.things.get(2) }
        #expect(client.rateLimitStatus?.retryAfter == .seconds(30) && client.rateLimitStatus?.limit == 100)
        #expect(seen.statuses.count == 2)
    }

    /// Another origin's limits are none of GitLab's.
    @Test func otherOriginsDoNotCount() async throws {
        let client = client(RateLimit()) { [self] _, count in
            count == 0
                ? .response("", status: 302, ["Location": "https://files.example.com/x"])
                : .json("{}", fields(remaining: 0))
        }
        _ = try await client.things.download(1)
        #expect(client.rateLimitStatus == nil && seen.statuses.isEmpty)
    }
}
