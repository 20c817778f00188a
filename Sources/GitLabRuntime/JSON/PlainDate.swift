// Plain moments and dates: exactly as GitLab writes them, `2022-06-24T17:11:26.841Z`, with or without milliseconds, and
// `2022-06-24`, eight bytes at a time.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

enum PlainDate {
    /// Reads a moment between quotes.
    ///
    /// - Parameter quote: the first quote; 32 bytes can be looked at.
    /// - Returns: the moment and where its string ends; nil for one that is written in another way or does not exist.
    @inline(__always)
    static func moment(at quote: UnsafePointer<UInt8>) -> (value: Date, end: UnsafePointer<UInt8>)? {
        let text = quote + 1
        let date = Digits(text.word, like: "0000-00-")
        let time = Digits((text + 8).word, like: "00T00:00")
        let rest = (text + 16).word
        let hasFraction = rest >> 24 & 0xFF == UInt64(UInt8(ascii: "."))
        // Without a fraction, the zeros stand where its digits would.
        let end = hasFraction ? Digits(rest, like: ":00.000Z") : Digits(rest & 0xFFFF_FFFF | fraction, like: ":00Z0000")
        guard quote.pointee == UInt8(ascii: "\""), date.areDigits, time.areDigits, end.areDigits,
            text[hasFraction ? 24 : 20] == UInt8(ascii: "\"")
        else { return nil }
        let day = CivilDay(year: date.year, month: date.pair(5), day: time.pair(0))
        let (hour, minute, second) = (time.pair(3), time.pair(6), end.pair(1))
        guard day.exists, hour <= 23, minute <= 59, second <= 60 else { return nil }
        let milliseconds = hasFraction ? end.pair(4) * 10 + end.digit(6) : 0
        let value = Timestamp.date(
            days: day.daysSince1970, seconds: hour * 3_600 + minute * 60 + second,
            fraction: Double(milliseconds * 1_000_000) / 1e9)
        return (value, text + (hasFraction ? 25 : 21))
    }

    /// Reads a date between quotes.
    ///
    /// - Parameter quote: the first quote; 16 bytes can be looked at.
    /// - Returns: the date and where its string ends; nil for one that is written in another way or does not exist.
    @inline(__always)
    static func day(at quote: UnsafePointer<UInt8>) -> (value: CalendarDate, end: UnsafePointer<UInt8>)? {
        let text = quote + 1
        let date = Digits(text.word, like: "0000-00-")
        let end = Digits((text + 3).word, like: "0-00-00\"")
        guard quote.pointee == UInt8(ascii: "\""), date.areDigits, end.areDigits else { return nil }
        guard let value = CalendarDate(year: date.year, month: date.pair(5), day: end.pair(5)) else { return nil }
        return (value, text + 11)
    }

    private static var fraction: UInt64 { 0x3030_3030_0000_0000 }
}

/// Eight bytes with digits at known places.
private struct Digits {
    /// The values of the digits, the first one lowest, and 0 for each sign.
    private let values: UInt64
    /// Whether there are digits where they have to be, and the signs between them.
    let areDigits: Bool

    /// - Parameter shape: eight bytes with a `0` for each digit.
    @inline(__always)
    init(_ word: UInt64, like shape: StaticString) {
        let shape = UnsafePointer(shape.utf8Start).word
        values = word ^ shape
        // A digit may be up to 9, a sign only 0. What is larger sets the top bit.
        let isDigit = ((shape ^ .every(0x30)) &+ .every(0x7F)) & .every(0x80) ^ .every(0x80)
        let room = .every(0x7F) &- (isDigit &>> 7) &* 9
        areDigits = ((values &+ room) | values) & .every(0x80) == 0
    }

    @inline(__always)
    func digit(_ place: Int) -> Int { Int(truncatingIfNeeded: values &>> UInt64(place * 8) & 0xF) }

    /// The number of two digits.
    @inline(__always)
    func pair(_ place: Int) -> Int { digit(place) * 10 + digit(place + 1) }

    @inline(__always)
    var year: Int { pair(0) * 100 + pair(2) }
}
