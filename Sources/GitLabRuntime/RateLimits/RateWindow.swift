// The rate limit that a server reports, and the requests that it still allows.

import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The fields of one response that report the limit.
struct RateReport: Sendable, Hashable {
    /// Which of the server's limits counts the request (`RateLimit-Name`); empty if the server does not say.
    let name: String
    /// The requests that fit into a window; nil if the server does not say.
    let limit: Int?
    /// The requests that fit into what is left of the window.
    let remaining: Int
    /// When the next window begins, in the server's seconds since 1970.
    let reset: Int
    /// How long that is from now.
    let wait: Duration

    /// A response with a later window is ignored.
    private static let longestWindow = Duration.seconds(3_600)

    private static let longestName = 100

    /// Returns nil if the response has no usable limit.
    ///
    /// - Parameter now: the time here, for a response without a `Date`.
    init?(_ fields: HTTPFields, now: Date) {
        guard let remaining = fields.integer(.rateLimitRemaining), let reset = fields.integer(.rateLimitReset) else {
            return nil
        }
        let then = fields[.date].flatMap(HTTPDate.date) ?? now
        let wait = Duration.seconds(max(0, Double(reset) - then.timeIntervalSince1970))
        guard wait <= Self.longestWindow else { return nil }
        let name = fields[.rateLimitName] ?? ""
        self.name = name.utf8.count <= Self.longestName ? name : String(name.unicodeScalars.prefix(Self.longestName))
        limit = fields.integer(.rateLimitLimit)
        self.remaining = max(0, remaining)
        self.reset = reset
        self.wait = wait
    }
}

/// The requests that one limit of the server still lets through.
struct RateWindow: Sendable, Hashable {
    /// The requests that fit into a window.
    private let limit: Int
    /// The requests that still fit, all those with a response counted.
    private(set) var remaining: Int
    /// The end that the server reports; nil if the window is presumed.
    private let reset: Int?
    /// When the next window begins, in ``ClientClock/elapsed``.
    let end: Duration

    /// Whether no response has reported it yet.
    var isPresumed: Bool { reset == nil }

    init(_ report: RateReport, at now: Duration) {
        limit = max(1, report.limit ?? report.remaining)
        remaining = report.remaining
        reset = report.reset
        end = now + report.wait
    }

    private init(presuming limit: Int, until end: Duration) {
        self.limit = limit
        remaining = limit
        reset = nil
        self.end = end
    }

    /// Returns the window after this one; nil if none is known. Until a response says more it is assumed to be like the
    /// one before: else all waiting requests would be sent at once.
    func next(at now: Duration) -> RateWindow? {
        reset == nil ? nil : RateWindow(presuming: limit, until: now + .seconds(60))
    }

    /// Returns the window after a response.
    ///
    /// - Parameter report: what the response says; nil if it says nothing about the limit.
    func after(_ report: RateReport?, isSuccess: Bool, at now: Duration) -> RateWindow? {
        var window = self
        guard let report else {
            // A server that does not report the limit is not waited for.
            if reset == nil, isSuccess { return nil }
            window.remaining = max(0, remaining - 1)
            return window
        }
        // One of a window that is over says nothing about this one, nor was its request counted in it.
        guard report.wait > .zero else { return self }
        guard let reset, report.reset <= reset else { return RateWindow(report, at: now) }
        // Responses overtake each other: of the same window the lowest count is the latest, and older windows are past.
        if report.reset == reset { window.remaining = min(remaining, report.remaining) }
        return window
    }
}
