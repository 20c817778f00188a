// Moments in header fields.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct HTTPDateTests {
    @Test(arguments: [
        (784_111_777.0, "Sun, 06 Nov 1994 08:49:37 GMT"),
        (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
        (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
        (-0.25, "Wed, 31 Dec 1969 23:59:59 GMT"),
        (784_111_777.999, "Sun, 06 Nov 1994 08:49:37 GMT"),
        (1_709_164_800, "Thu, 29 Feb 2024 00:00:00 GMT"),
        (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 GMT"),
        (-62_135_596_800, "Mon, 01 Jan 0001 00:00:00 GMT"),
    ])
    func moments(seconds: Double, text: String) {
        #expect(HTTPDate.text(Date(timeIntervalSince1970: seconds)) == text)
    }

    @Test(arguments: [253_402_300_800, -62_135_596_801, 1e300, .infinity, .nan])
    func momentsThatCannotBeWritten(seconds: Double) {
        #expect(HTTPDate.text(Date(timeIntervalSince1970: seconds)) == nil)
    }

    @Test func asFoundationWritesThem() {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: "UTC")
        formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<500 {
            // From 1800 to 2200, where both calendars are the same.
            let seconds = Int.random(in: -5_364_662_400...7_258_118_399, using: &generator)
            let date = Date(timeIntervalSince1970: Double(seconds))
            #expect(HTTPDate.text(date) == formatter.string(from: date))
        }
    }

    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777.0), ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
        ("Sun Nov  6 08:49:37 1994", 784_111_777), ("Fri, 31 Dec 9999 23:59:59 GMT", 253_402_300_799),
        ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Saturday, 01-Jan-00 00:00:00 GMT", 946_684_800),
        ("Sat, 31 Dec 2016 23:59:60 GMT", 1_483_228_800),
    ])
    func momentsAreRead(text: String, seconds: Double) {
        #expect(HTTPDate.date(text)?.timeIntervalSince1970 == seconds)
    }

    @Test(arguments: [
        "", "soon", "120", "Sun, 06 Nov 1994", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
        "Sun, 06 Nov 1994 08:49 GMT", "Sun, 6x Nov 1994 08:49:37 GMT", "Sun, 06 Nix 1994 08:49:37 GMT",
        "Sun, 06 Nov 199499 08:49:37 GMT", "1994-11-06T08:49:37Z", "Sun, 06-Nov 08:49:37 GMT", "Sun, ,,, GMT",
    ])
    func otherTextsAreNoMoments(text: String) {
        #expect(HTTPDate.date(text) == nil)
    }

    @Test func whatIsWrittenIsRead() {
        var generator = SeededGenerator(seed: 6)
        for _ in 0..<500 {
            let date = Date(timeIntervalSince1970: Double(Int.random(in: 0...253_402_300_799, using: &generator)))
            #expect(HTTPDate.text(date).flatMap(HTTPDate.date) == date)
        }
    }
}
