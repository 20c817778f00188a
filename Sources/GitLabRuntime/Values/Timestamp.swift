// Moments as GitLab writes and reads them: an own parser and formatter, much faster than Foundation's and complete.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads and writes moments (ISO 8601, as GitLab uses it).
///
/// GitLab writes `2013-09-30T13:46:02Z`, `2022-06-24T17:11:26.841Z` and `2015-12-24T16:51:14.000+01:00`, in webhooks
/// also `2013-09-30 13:46:02 UTC` and `2021-04-28 21:50:00 +0200`; some fields that are moments in one version are plain
/// dates in another.
public enum Timestamp {
    /// Returns the moment of a text; nil if it is invalid.
    ///
    /// Accepted are a date, `T` or a space, a time with or without a fraction of a second of any length, and `Z`, an
    /// offset (`+05:30`, `+0530`, `+05`) or nothing, which means UTC as it does for GitLab; a space and `UTC` or an
    /// offset too. A date alone is its midnight in UTC. The second 60 is the first of the next minute. Years are 1 to
    /// 9999.
    public static func date(_ text: String) -> Date? {
        var text = text
        return text.withUTF8(date(of:))
    }

    static func date(of text: UnsafeBufferPointer<UInt8>) -> Date? {
        var reader = DigitReader(text)
        guard let days = readDay(&reader) else { return nil }
        if reader.isAtEnd { return date(days: days, seconds: 0, fraction: 0) }
        guard reader.skip("T") || reader.skip("t") || reader.skip(" ") else { return nil }
        guard let seconds = readTime(&reader), let fraction = readFraction(&reader),
            let offset = readOffset(&reader), reader.isAtEnd
        else { return nil }
        return date(days: days, seconds: seconds - offset, fraction: fraction)
    }

    /// Returns the moment in UTC: `2017-10-17T23:11:13Z`, or `2017-10-17T23:11:13.042Z` where the milliseconds, to
    /// which it is rounded, are not zero. nil outside the years 1 to 9999.
    public static func text(_ date: Date) -> String? {
        let sinceReference = date.timeIntervalSinceReferenceDate
        guard abs(sinceReference) < 1e12 else { return nil }
        let milliseconds = Int((sinceReference * 1_000).rounded()) + secondsTo2001 * 1_000
        let (days, millisecondsOfDay) = floorDivide(milliseconds, by: 86_400_000)
        let day = CivilDay(daysSince1970: days)
        guard day.exists else { return nil }
        return text(day, secondOfDay: millisecondsOfDay / 1_000, milliseconds: millisecondsOfDay % 1_000)
    }

    /// From 1970 to 2001, where Foundation counts from.
    private static let secondsTo2001 = 978_307_200

    static func date(days: Int, seconds: Int, fraction: Double) -> Date {
        let whole = days * 86_400 + seconds - secondsTo2001
        return Date(timeIntervalSinceReferenceDate: Double(whole) + fraction)
    }

    private static func floorDivide(_ number: Int, by divisor: Int) -> (quotient: Int, remainder: Int) {
        let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

extension Date: JSONReadable {
    /// Reads a moment as GitLab writes it.
    public static func read(with reader: inout JSONReader) throws(JSONError) -> Date {
        try reader.moment()
    }
}

// MARK: - Reading

extension Timestamp {
    private static func readDay(_ reader: inout DigitReader) -> Int? {
        guard let year = reader.number(ofDigits: 4), reader.skip("-"), let month = reader.number(ofDigits: 2),
            reader.skip("-"), let day = reader.number(ofDigits: 2)
        else { return nil }
        let civil = CivilDay(year: year, month: month, day: day)
        return civil.exists ? civil.daysSince1970 : nil
    }

    private static func readTime(_ reader: inout DigitReader) -> Int? {
        guard let hour = reader.number(ofDigits: 2), reader.skip(":"), let minute = reader.number(ofDigits: 2),
            reader.skip(":"), let second = reader.number(ofDigits: 2), hour <= 23, minute <= 59, second <= 60
        else { return nil }
        return hour * 3_600 + minute * 60 + second
    }

    /// Returns the fraction of a second, 0 if there is none; nil if a point has no digits. More than nanoseconds are
    /// ignored: a `Date` does not hold them.
    private static func readFraction(_ reader: inout DigitReader) -> Double? {
        guard reader.skip(".") else { return 0 }
        var nanoseconds = 0
        var count = 0
        while let digit = reader.digit() {
            if count < 9 { nanoseconds = nanoseconds * 10 + digit }
            count += 1
        }
        guard count > 0 else { return nil }
        for _ in min(count, 9)..<9 { nanoseconds *= 10 }
        return Double(nanoseconds) / 1e9
    }

    /// Seconds east of UTC.
    private static func readOffset(_ reader: inout DigitReader) -> Int? {
        if reader.isAtEnd || reader.skip("Z") || reader.skip("z") { return 0 }
        // As Ruby prints a time.
        if reader.skip(" "), reader.skip("U") { return reader.skip("T") && reader.skip("C") ? 0 : nil }
        let sign: Int
        if reader.skip("+") {
            sign = 1
        } else if reader.skip("-") {
            sign = -1
        } else {
            return nil
        }
        guard let hours = reader.number(ofDigits: 2), hours <= 23 else { return nil }
        if reader.isAtEnd { return sign * hours * 3_600 }
        _ = reader.skip(":")
        guard let minutes = reader.number(ofDigits: 2), minutes <= 59 else { return nil }
        return sign * (hours * 3_600 + minutes * 60)
    }
}

// MARK: - Writing

extension Timestamp {
    private static func text(_ day: CivilDay, secondOfDay: Int, milliseconds: Int) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(24)
        bytes.appendDigits(of: day.year, width: 4)
        bytes.append(UInt8(ascii: "-"))
        bytes.appendDigits(of: day.month, width: 2)
        bytes.append(UInt8(ascii: "-"))
        bytes.appendDigits(of: day.day, width: 2)
        bytes.append(UInt8(ascii: "T"))
        bytes.appendDigits(of: secondOfDay / 3_600, width: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.appendDigits(of: secondOfDay / 60 % 60, width: 2)
        bytes.append(UInt8(ascii: ":"))
        bytes.appendDigits(of: secondOfDay % 60, width: 2)
        if milliseconds != 0 {
            bytes.append(UInt8(ascii: "."))
            bytes.appendDigits(of: milliseconds, width: 3)
        }
        bytes.append(UInt8(ascii: "Z"))
        return String(decoding: bytes, as: UTF8.self)
    }
}
