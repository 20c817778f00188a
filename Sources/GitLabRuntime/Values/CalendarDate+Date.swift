// Dates from moments, moments from dates, and counting days.
//
// Only the offsets of time zones are requested: a calendar of Foundation would bring the data of all its locales.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension CalendarDate {
    private static let first = CalendarDate(existing: CivilDay(year: 1, month: 1, day: 1))
    private static let last = CalendarDate(existing: CivilDay(year: 9_999, month: 12, day: 31))
    private static let secondsOfDay = 86_400.0

    /// Creates the date that a moment has in a time zone.
    ///
    /// - Parameters:
    ///   - date: A moment. One before the year 1 or after 9999 becomes the first or the last date, and one that is not
    ///     a number the first.
    ///   - timeZone: The time zone; GMT by default, as GitLab counts unless an administrator changed it.
    public init(_ date: Date, in timeZone: TimeZone = .gmt) {
        let since1970 = date.timeIntervalSince1970
        guard since1970 > -1e12 else {
            self = .first
            return
        }
        guard since1970 < 1e12 else {
            self = .last
            return
        }
        let seconds = since1970.rounded(.down) + Double(timeZone.secondsFromGMT(for: date))
        self.init(clampingDaysSince1970: Int((seconds / Self.secondsOfDay).rounded(.down)))
    }

    /// Returns the date of today in a time zone, GMT by default.
    public static func today(in timeZone: TimeZone = .gmt) -> CalendarDate {
        CalendarDate(Date(), in: timeZone)
    }

    /// Returns the first moment of the day in a time zone, GMT by default.
    ///
    /// Where clocks are put forward at midnight, that is not 00:00. For a day that a time zone has skipped, it is the
    /// first moment of the day behind it.
    public func startOfDay(in timeZone: TimeZone = .gmt) -> Date {
        let midnight = Double(civil.daysSince1970) * Self.secondsOfDay
        let guess = midnight - Double(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: midnight)))
        let start = midnight - Double(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: guess)))
        if isFirst(start, in: timeZone) { return Date(timeIntervalSince1970: start) }
        // Offsets change close by. No time zone is further than a day from GMT.
        var before = midnight - 2 * Self.secondsOfDay
        var after = midnight + 2 * Self.secondsOfDay
        while after - before > 1 {
            let middle = ((before + after) / 2).rounded(.down)
            if hasBegun(at: middle, in: timeZone) { after = middle } else { before = middle }
        }
        return Date(timeIntervalSince1970: after)
    }

    /// Returns the date a number of days later, or earlier for a negative number.
    ///
    /// It stays within the years 1 to 9999: beyond them it is the first or the last date.
    public func adding(days: Int) -> CalendarDate {
        let (sum, overflows) = civil.daysSince1970.addingReportingOverflow(days)
        guard !overflows else { return days < 0 ? .first : .last }
        return CalendarDate(clampingDaysSince1970: sum)
    }

    /// Returns the number of days from this date to another one; negative if that is earlier.
    public func days(until other: CalendarDate) -> Int {
        other.civil.daysSince1970 - civil.daysSince1970
    }
}

extension CalendarDate {
    private var civil: CivilDay { CivilDay(year: year, month: month, day: day) }

    private init(clampingDaysSince1970 days: Int) {
        if days <= Self.first.civil.daysSince1970 {
            self = .first
        } else if days >= Self.last.civil.daysSince1970 {
            self = .last
        } else {
            self.init(existing: CivilDay(daysSince1970: days))
        }
    }

    /// Returns whether the day begins at this second.
    private func isFirst(_ second: Double, in timeZone: TimeZone) -> Bool {
        hasBegun(at: second, in: timeZone) && !hasBegun(at: second - 1, in: timeZone)
            && CalendarDate(Date(timeIntervalSince1970: second), in: timeZone) == self
    }

    /// Returns whether it is this day or a later one at a second. Dates would be clamped, so days are compared.
    private func hasBegun(at second: Double, in timeZone: TimeZone) -> Bool {
        let offset = Double(timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: second)))
        return ((second + offset) / Self.secondsOfDay).rounded(.down) >= Double(civil.daysSince1970)
    }
}

extension CalendarDate: ExpressibleByStringLiteral {
    /// Creates a date from a literal of the form `YYYY-MM-DD`.
    ///
    /// A literal that is not a date stops the program, in `CalendarDate("2026-02-30")` too: it is an error in the
    /// source that the compiler cannot see. A text in a variable is read by the initialiser that returns nil for it.
    public init(stringLiteral value: String) {
        guard let date = Self.reading(value) else {
            preconditionFailure("\"\(value)\" is not a date of the calendar, written YYYY-MM-DD")
        }
        self = date
    }
}
