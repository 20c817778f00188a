// A date without a time: GitLab's type of dates, as in `expires_at` or `marked_for_deletion_on`.

/// A date in the calendar without a time and without a time zone, written `YYYY-MM-DD`.
///
/// ```swift
/// let due: CalendarDate = "2026-01-31"
/// let reminder = due.adding(days: -7)
/// ```
///
/// A value always exists in the (proleptic Gregorian) calendar, in the years 1 to 9999.
public struct CalendarDate: Sendable, Hashable {
    /// The year, 1 to 9999.
    public let year: Int
    /// The month, 1 to 12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// Returns nil if the calendar has no such date.
    public init?(year: Int, month: Int, day: Int) {
        guard CivilDay(year: year, month: month, day: day).exists else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }
}

extension CalendarDate {
    /// 2001-01-01, where no date is known.
    static let someDay = CalendarDate(existing: CivilDay(year: 2001, month: 1, day: 1))

    /// - Parameter day: a day that exists.
    init(existing day: CivilDay) {
        year = day.year
        month = day.month
        self.day = day.day
    }
}

extension CalendarDate: LosslessStringConvertible {
    /// Reads exactly `YYYY-MM-DD`; nil for anything else, and for a date that does not exist.
    public init?(_ description: String) {
        guard let date = Self.reading(description) else { return nil }
        self = date
    }

    static func reading(_ text: String) -> CalendarDate? {
        text.withBytes(CalendarDate.init(of:))
    }

    init?(of text: UnsafeBufferPointer<UInt8>) {
        var digits = DigitReader(text)
        guard let year = digits.number(ofDigits: 4), digits.skip("-"), let month = digits.number(ofDigits: 2),
            digits.skip("-"), let day = digits.number(ofDigits: 2), digits.isAtEnd
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The date as `YYYY-MM-DD`.
    public var description: String {
        var bytes: [UInt8] = []
        bytes.appendDigits(of: year, width: 4)
        bytes.append(UInt8(ascii: "-"))
        bytes.appendDigits(of: month, width: 2)
        bytes.append(UInt8(ascii: "-"))
        bytes.appendDigits(of: day, width: 2)
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension CalendarDate: Comparable {
    /// Returns whether the first date is earlier.
    public static func < (one: CalendarDate, other: CalendarDate) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }
}

extension CalendarDate {
    /// Creates the day that a text begins with, if it is a date or a date and time. Some versions of GitLab write a
    /// time of day behind what is a date, which is the midnight of the server: the day counts as it is written, in no
    /// time zone.
    init?(dayOf text: UnsafeBufferPointer<UInt8>) {
        let length = 10
        if text.count > length {
            guard Timestamp.date(of: text) != nil else { return nil }
            self.init(of: UnsafeBufferPointer(rebasing: text[..<length]))
        } else {
            self.init(of: text)
        }
    }
}

extension CalendarDate: JSONReadable {
    /// Reads a string of the form `YYYY-MM-DD`, or the day of a date and time.
    public static func read(with reader: inout JSONReader) throws(JSONError) -> CalendarDate {
        try reader.date()
    }

    /// Reads a string of the form `YYYY-MM-DD`, or the day of a date and time.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        var text = try container.decode(String.self)
        guard let date = text.withUTF8(CalendarDate.init(dayOf:)) else {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "\"\(text)\" is not a date of the form YYYY-MM-DD"
            )
        }
        self = date
    }

    /// Writes a string of the form `YYYY-MM-DD`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

extension CalendarDate: ParameterEncodable {
    /// A plain date.
    public var parameterValue: ParameterValue { .day(self) }
}
