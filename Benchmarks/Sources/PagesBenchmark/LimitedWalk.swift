// Pages at the same time, against a server with GitLab's rate limit, beside somebody else with the same token.

import Foundation
import GitLab
import LoopbackServer
import Measuring

enum LimitedWalk {
    /// Requests a second, on the average of a window.
    private static let rate = 30
    private static let delay = 100
    private static let pages = 1_000

    /// Each way from the beginning of a window, all at the same time: each has a server of its own, and waits for most of it.
    static func table(window: Int) async throws -> String {
        var table = Table([
            "\(pages) pages, \(rate * window) requests in \(window) s", "s", "pages/s", "of the limit",
            "429s of the walk", "429s of the other", "fewest left",
        ])
        let ways: [(String, @Sendable (GitLabClient) async throws -> Int)] = [
            ("one after the other", { try await count($0.projects.list().pages) }),
            ("4 at a time", { try await count($0.projects.list().pages(concurrency: 4)) }),
            ("8 at a time", { try await count($0.projects.list().pages(concurrency: 8)) }),
            ("adaptive", { try await count($0.projects.list().pages(concurrency: .adaptive)) }),
            (
                "8 at a time, limit ignored",
                {
                    let hasty = $0.with {
                        $0.rateLimit = .ignored
                        $0.retries = RetryPolicy(attempts: 10)
                    }
                    return try await count(hasty.projects.list().pages(concurrency: 8))
                }
            ),
            (
                "adaptive, limit ignored",
                {
                    let hasty = $0.with {
                        $0.rateLimit = .ignored
                        $0.retries = RetryPolicy(attempts: 10)
                    }
                    return try await count(hasty.projects.list().pages(concurrency: .adaptive))
                }
            ),
        ]
        let rows = try await withThrowingTaskGroup(of: (Int, [String]).self) { group in
            for (place, way) in ways.enumerated() {
                group.addTask { (place, [way.0] + (try await measured(window, way.1))) }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        for place in ways.indices { table.add(rows[place] ?? []) }
        return table.markdown
    }

    private static func count<Pages: AsyncSequence>(_ pages: Pages) async throws -> Int
    where Pages.Element == Page<Project> {
        var count = 0
        for try await _ in pages { count += 1 }
        return count
    }

    private static func measured(
        _ window: Int, _ walk: @Sendable (GitLabClient) async throws -> Int
    ) async throws -> [String] {
        let limit = Limit(rate * window, seconds: window)
        let server = try LoopbackServer { limit.response(to: $0, of: pages) }
        try await Task.sleep(for: .seconds(Double(window) - limit.second))
        let start = ContinuousClock.now
        let other = Task {
            // Of its own, so that it does not count together with the walk.
            let gitlab = try PagesBenchmark.client(server.port).with { $0.retries = .never }
            while !Task.isCancelled {
                _ = try? await gitlab.raw(GetProject(42))
                try await Task.sleep(for: .seconds(1))
            }
        }
        guard try await walk(try PagesBenchmark.client(server.port)) == pages else { throw Missing() }
        other.cancel()
        let seconds = (ContinuousClock.now - start) / .seconds(1)
        let facts = limit.facts
        return [
            Table.decimal(seconds, 1), Table.decimal(Double(pages) / seconds, 1),
            "\(Int((Double(pages) / seconds / Double(rate) * 100).rounded())) %",
            "\(facts.walk)", "\(facts.other)", "\(facts.fewest)",
        ]
    }

    struct Missing: Error {}

    /// Counts the requests of a window, as GitLab does, and rejects those above the limit.
    private final class Limit: @unchecked Sendable {
        private let limit: Int
        private let seconds: Int
        private let lock = NSLock()
        private var window = 0
        private var count = 0
        private(set) var facts = (walk: 0, other: 0, fewest: Int.max)

        init(_ limit: Int, seconds: Int) { (self.limit, self.seconds) = (limit, seconds) }

        /// The seconds of the window that have passed.
        var second: Double {
            Date().timeIntervalSince1970.truncatingRemainder(dividingBy: Double(seconds))
        }

        private func project(_ id: Int) -> String {
            #"{"id":\#(id),"name":"A","path":"a","path_with_namespace":"a/a"}"#
        }

        func response(to target: String, of pages: Int) -> LoopbackServer.Response {
            lock.lock()
            defer { lock.unlock() }
            let now = Int(Date().timeIntervalSince1970)
            if now / seconds != window { (window, count) = (now / seconds, 0) }
            count += 1
            let isOther = target.contains("/42")
            facts.fewest = min(facts.fewest, max(0, limit - count))
            let page = PagesBenchmark.page(in: target)
            var response = LoopbackServer.Response(Array((isOther ? "{}" : "[\(project(page))]").utf8))
            let end = (now / seconds + 1) * seconds
            response.fields = [
                "RateLimit-Name": "throttle_authenticated_api", "RateLimit-Limit": "\(limit)",
                "RateLimit-Observed": "\(count)", "RateLimit-Remaining": "\(max(0, limit - count))",
                "RateLimit-Reset": "\(end)",
            ]
            guard count <= limit else {
                if isOther { facts.other += 1 } else { facts.walk += 1 }
                response.status = 429
                response.fields["Retry-After"] = "\(end - now)"
                return response
            }
            response.delay = delay
            response.fields["X-Page"] = "\(page)"
            response.fields["X-Total-Pages"] = "\(pages)"
            response.fields["X-Total"] = "\(pages)"
            response.fields["X-Next-Page"] = page < pages ? "\(page + 1)" : ""
            return response
        }
    }
}
