// Moments as header fields write them.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Writes moments as HTTP does (IMF-fixdate, RFC 9110, section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The moment in whole seconds, rounded down: a condition must not become weaker than it was meant. nil outside the
    /// years 1 to 9999.
    static func text(_ date: Date) -> String? {
        let since1970 = date.timeIntervalSince1970
        guard abs(since1970) < 1e12 else { return nil }
        let seconds = Int(since1970.rounded(.down))
        let secondOfDay = (seconds % 86_400 + 86_400) % 86_400
        let days = (seconds - secondOfDay) / 86_400
        let day = CivilDay(daysSince1970: days)
        guard day.exists else { return nil }
        // 1970-01-01 was a Thursday.
        let weekday = ((days + 4) % 7 + 7) % 7
        var bytes = Array("\(weekdays[weekday]), ".utf8)
        bytes.appendDigits(of: day.day, width: 2)
        bytes.append(contentsOf: " \(months[day.month - 1]) ".utf8)
        bytes.appendDigits(of: day.year, width: 4)
        bytes.append(UInt8(ascii: " "))
        bytes.appendDigits(of: secondOfDay / 3_600, width: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.appendDigits(of: secondOfDay / 60 % 60, width: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.appendDigits(of: secondOfDay % 60, width: 2)
        bytes.append(contentsOf: " GMT".utf8)
        return String(decoding: bytes, as: UTF8.self)
    }
}
