// The time to wait before a retry, in each of the forms that servers use.

import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

enum RetryAfter {
    /// Returns how long to wait after this response; nil if it does not say.
    ///
    /// The sources in order: `Retry-After` as seconds or as a date; for status 429, the moment at which the limit
    /// starts again: `RateLimit-Reset` (seconds since 1970; numbers that would be before 2001 are seconds from now, as
    /// the IETF's draft has them), then `RateLimit-ResetTime` (a date). A moment that has passed is no wait at all.
    ///
    /// - Parameter now: the time here, for moments in a response without a `Date` field. With one, they are counted from
    ///   that: the clock they come from is the server's.
    static func delay(_ response: HTTPResponse, now: Date) -> Duration? {
        let fields = response.headerFields
        let then = fields[.date].flatMap(HTTPDate.date) ?? now
        if let seconds = fields[.retryAfter].flatMap({ seconds(in: $0, from: then) }) { return duration(seconds) }
        guard response.status.code == 429 else { return nil }
        if let reset = fields[.rateLimitReset].flatMap(number) {
            return duration(reset < firstMoment ? reset : reset - then.timeIntervalSince1970)
        }
        if let date = fields[.rateLimitResetTime].flatMap(HTTPDate.date) {
            return duration(date.timeIntervalSince(then))
        }
        return nil
    }

    /// Returns the wait that a field names, as seconds or as a date. Of a field that came several times, as it does
    /// behind proxies, and was joined with commas, the longest wait counts.
    private static func seconds(in field: String, from then: Date) -> Double? {
        if let seconds = number(field) { return seconds }
        if let date = HTTPDate.date(field) { return date.timeIntervalSince(then) }
        var waits: [Double] = []
        var day: Substring?
        for part in field.split(separator: ",") {
            if let seconds = number(String(part)) {
                waits.append(seconds)
            } else if let weekday = day, let date = HTTPDate.date("\(weekday),\(part)".trimmedOfSpaces.description) {
                waits.append(date.timeIntervalSince(then))
            }
            day = part
        }
        return waits.max()
    }

    /// 9 September 2001: what is less is a count of seconds and no moment.
    private static let firstMoment = 1e9

    /// Returns a number that is not negative, as some proxies write it with a fraction too.
    private static func number(_ text: String) -> Double? {
        let text = text.trimmedOfSpaces
        guard text.utf8.first.map({ (0x30...0x39).contains($0) }) == true,
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") })
        else { return nil }
        return Double(text)
    }

    /// At most some thirty years, so that no sum of it overflows.
    private static func duration(_ seconds: Double) -> Duration {
        .milliseconds(Int64((min(max(seconds, 0), 1e9) * 1_000).rounded(.up)))
    }
}

extension String {
    /// The text without spaces and tabs around it.
    fileprivate var trimmedOfSpaces: Substring {
        var rest = self[...]
        while rest.first == " " || rest.first == "\t" { rest.removeFirst() }
        while rest.last == " " || rest.last == "\t" { rest.removeLast() }
        return rest
    }
}
