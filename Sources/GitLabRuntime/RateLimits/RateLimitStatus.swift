// The status of GitLab's rate limits.

import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The state of one of GitLab's rate limits, as a response reported it.
///
/// GitLab has several limits (for the API, for files, for packages), and each response names the one that counted the
/// request. A status is as old as the response that it comes from: once ``reset`` has passed, the limit has begun again.
///
/// Source: <https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/>
public struct RateLimitStatus: Sendable, Hashable {
    /// The name of the limit (`RateLimit-Name`), such as `throttle_authenticated_api`, up to 100 Unicode scalars; empty if the
    /// server does not name it.
    public let name: String

    /// The requests that fit into a window (`RateLimit-Limit`); nil if the server does not say.
    public let limit: Int?

    /// The requests that still fit into this window (`RateLimit-Remaining`); 0 if the request was rejected.
    public let remaining: Int

    /// The requests that were counted in this window (`RateLimit-Observed`), rejected ones included; nil if the server
    /// does not say.
    public let observed: Int?

    /// When the next window begins (`RateLimit-Reset`), by the clock of the server.
    public let reset: Date

    /// The time after which GitLab takes requests again, counted from the response, if it rejected the request (status
    /// 429); else nil.
    public let retryAfter: Duration?
}

extension RateLimitStatus {
    /// Returns nil if the response says nothing about a limit.
    ///
    /// - Parameters:
    ///   - report: what its fields say.
    ///   - now: the time here, for a response without a `Date`.
    init?(_ response: HTTPResponse, _ report: RateReport?, now: Date) {
        let retryAfter = response.status.code == 429 ? RetryAfter.delay(response, now: now) : nil
        if let report {
            name = report.name
            limit = report.limit
            remaining = report.remaining
            observed = response.headerFields.integer(.rateLimitObserved)
            reset = Date(timeIntervalSince1970: Double(report.reset))
            self.retryAfter = retryAfter
        } else {
            // Limits of the application itself say no more than how long to wait.
            guard let retryAfter else { return nil }
            name = ""
            limit = nil
            remaining = 0
            observed = nil
            let then = response.headerFields[.date].flatMap(HTTPDate.date) ?? now
            reset = then + retryAfter / .seconds(1)
            self.retryAfter = retryAfter
        }
    }

    /// Returns whether this is newer than another status of the same limit. Responses overtake each other: of one
    /// window the lowest count is the latest.
    func isNewer(than other: RateLimitStatus) -> Bool {
        if reset != other.reset { return reset > other.reset }
        return remaining < other.remaining || (remaining == other.remaining && (observed ?? 0) > (other.observed ?? 0))
    }
}

extension RateLimitStatus: CustomStringConvertible {
    /// One line: `throttle_authenticated_api: 1998 of 2000 left until 2026-01-01T00:01:00Z`.
    public var description: String {
        let most = limit.map { " of \($0)" } ?? ""
        let moment = reset.formatted(.iso8601)
        return "\(name.isEmpty ? "rate limit" : name): \(remaining)\(most) left until \(moment)"
    }
}

extension GitLabClient {
    /// The rate limit that counted the latest request of this client and its copies; nil before GitLab has reported
    /// one.
    public var rateLimitStatus: RateLimitStatus? { state.rateBudget.latestStatus }

    /// The rate limits that have counted requests of this client and its copies, by name: at most 32.
    public var rateLimitStatuses: [String: RateLimitStatus] { state.rateBudget.statuses }
}
