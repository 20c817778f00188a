// A rate limit of a GitLab for tests.

import Foundation
import GitLab

/// Counts requests in windows of time, as GitLab does.
struct RequestLimit {
    let requests: Int
    let interval: Duration
    private var window: (begin: Date, count: Int)?

    init(requests: Int, interval: Duration) {
        self.requests = requests
        self.interval = interval
    }

    /// Counts a request. Returns the response to one that is too many.
    mutating func count(at date: Date) -> ScriptedResponse? {
        let length = interval / .seconds(1)
        if let begin = window?.begin, date < begin.addingTimeInterval(length) {
            window?.count += 1
        } else {
            window = (date, 1)
        }
        guard let window, window.count > requests else { return nil }
        let rest = window.begin.addingTimeInterval(length).timeIntervalSince(date)
        return .rateLimited(for: max(1, Int(rest.rounded(.up))))
            .field("RateLimit-Limit", "\(requests)").field("RateLimit-Observed", "\(window.count)")
    }
}
