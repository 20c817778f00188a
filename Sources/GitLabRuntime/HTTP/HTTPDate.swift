// Moments as header fields write them.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Writes and reads moments as HTTP does (RFC 9110, section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Returns the moment in whole seconds, rounded down: a condition must not become weaker than intended. nil outside
    /// the years 1 to 9999.
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

    /// Returns the moment of a text, in any of the three forms that readers have to know: `Sun, 06 Nov 1994 08:49:37
    /// GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`. The day of the week is ignored. nil for
    /// anything else.
    static func date(_ text: String) -> Date? {
        var words = text.split { $0 == " " || $0 == "," }.dropFirst()
        guard let first = words.popFirst() else { return nil }
        if words.last == "GMT" { words.removeLast() }
        let day: Substring, month: Substring, year: Substring, time: Substring
        let parts = first.split(separator: "-", omittingEmptySubsequences: false)
        if parts.count == 3, words.count == 1 {
            (day, month, year, time) = (parts[0], parts[1], parts[2], words[words.startIndex])
        } else if words.count == 3 {
            let rest = Array(words)
            // Only asctime begins with the month.
            (day, month, year, time) =
                first.first?.isLetter == true ? (rest[0], first, rest[2], rest[1]) : (first, rest[0], rest[1], rest[2])
        } else {
            return nil
        }
        guard let monthIndex = months.firstIndex(of: String(month)), let day = number(day), var year = number(year),
            let second = secondOfDay(time)
        else { return nil }
        // Two digits are of the century that has them nearest; no header is from before 1970.
        if year < 100 { year += year < 70 ? 2_000 : 1_900 }
        let civil = CivilDay(year: year, month: monthIndex + 1, day: day)
        guard civil.exists else { return nil }
        return Date(timeIntervalSince1970: Double(civil.daysSince1970 * 86_400 + second))
    }

    private static func secondOfDay(_ time: Substring) -> Int? {
        let parts = time.split(separator: ":", omittingEmptySubsequences: false).map(number)
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
            hour < 24, minute < 60, second <= 60
        else { return nil }
        return hour * 3_600 + minute * 60 + second
    }

    private static func number(_ digits: Substring) -> Int? {
        guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(digits)
    }
}
