// How many pages are fetched at the same time where that depends on the server.

/// A number of pages at the same time that follows the server.
///
/// ```swift
/// for try await page in gitlab.projects.list().pages(concurrency: .adaptive) { … }
/// ```
///
/// It begins with two pages, and adds one for each round of pages that came at the first attempt. A page that needed
/// another attempt (429, 503, no response) halves it. When a tenth of the rate limit or ``maximum`` requests are left
/// (`RateLimit-Remaining`), requests are spread over the rest of the window (`RateLimit-Reset`), so that few or none are
/// rejected. Others with the same token may still use up the rest. A client with ``RateLimit/ignored`` does not spread
/// them.
public struct AdaptiveConcurrency: Sendable, Hashable {
    /// The most pages that are being fetched or wait to be used. Less than 1 counts as 1.
    public let maximum: Int

    /// Up to 8 pages.
    public static let adaptive = AdaptiveConcurrency(maximum: 8)

    /// Up to this many pages.
    ///
    /// - Parameter maximum: the most pages that are being fetched or wait to be used. Less than 1 counts as 1.
    public static func adaptive(upTo maximum: Int) -> AdaptiveConcurrency { AdaptiveConcurrency(maximum: maximum) }
}

/// How fast pages are requested.
struct FetchRate: Sendable {
    /// How many pages may be under way; the fraction grows with each page.
    private var pages: Double
    private let maximum: Int
    private let isAdaptive: Bool
    /// How many of the next pages were requested before the last decrease.
    private var outdated = 0
    private var window: (remaining: Int, limit: Int, end: Duration)?
    private var lastStart = Duration.zero

    /// Always the same number of pages.
    init(fixed pages: Int) {
        maximum = Swift.max(1, pages)
        self.pages = Double(maximum)
        isAdaptive = false
    }

    init(_ concurrency: AdaptiveConcurrency) {
        maximum = Swift.max(1, concurrency.maximum)
        pages = Double(Swift.min(2, maximum))
        isAdaptive = true
    }

    /// How many pages may be under way or wait to be used.
    var concurrency: Int { Int(pages) }

    /// Adapts to a page that has come.
    ///
    /// - Parameters:
    ///   - underWay: how many pages have been requested after it.
    ///   - report: what its response says of the rate limit; nil: nothing.
    mutating func adapt(attempts: Int, underWay: Int, _ report: RateReport?, at now: Duration) {
        guard isAdaptive else { return }
        if attempts <= 1 {
            pages = Swift.min(pages + 1 / pages, Double(maximum))
        } else if outdated == 0 {
            pages = Swift.max(1, pages / 2)
            outdated = underWay
        }
        outdated = Swift.max(0, outdated - 1)
        if let report {
            window = (report.remaining - underWay, Swift.max(1, report.limit ?? report.remaining), now + report.wait)
        }
    }

    /// Returns when to send the next request; nil: at once.
    ///
    /// - Parameter maximumWait: the longest wait.
    mutating func start(at now: Duration, _ maximumWait: Duration) -> Duration? {
        guard let (remaining, limit, end) = window, now < end else {
            window = nil
            return nil
        }
        window?.remaining -= 1
        guard remaining <= Swift.max(limit / 10, maximum) else { return nil }
        let interval = (end - now) / Swift.max(1, remaining)
        lastStart = Swift.min(Swift.max(now, lastStart) + interval, end, now + maximumWait)
        return lastStart
    }
}
