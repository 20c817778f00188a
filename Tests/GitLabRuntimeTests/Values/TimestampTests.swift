// Moments: every form that GitLab writes, and a round trip against another implementation.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct TimestampTests {
    /// Seconds since 1970, worked out by hand or with `date -u +%s`.
    @Test(
        arguments: [
            ("1970-01-01T00:00:00Z", 0),
            ("2001-01-01T00:00:00Z", 978_307_200),
            ("2013-09-30T13:46:02Z", 1_380_548_762),
            ("2022-06-24T17:11:26.841Z", 1_656_090_686.841),
            ("2015-12-24T16:51:14.000+01:00", 1_450_972_274),
            ("2017-10-17T23:11:13.000+05:30", 1_508_262_073),
            ("2017-10-17T23:11:13+0530", 1_508_262_073),
            ("2017-10-17T23:11:13-0530", 1_508_301_673),
            ("2017-10-17T23:11:13-08", 1_508_310_673),
            ("2017-10-17t23:11:13z", 1_508_281_873),
            ("2017-10-17 23:11:13Z", 1_508_281_873),
            ("2017-10-17T23:11:13", 1_508_281_873),
            ("2017-10-17 23:11:13 UTC", 1_508_281_873),
            ("2017-10-17 23:11:13.5 UTC", 1_508_281_873.5),
            ("2017-10-17 23:11:13 +0530", 1_508_262_073),
            ("2017-10-17T23:11:13 +05:30", 1_508_262_073),
            ("2017-10-17", 1_508_198_400),
            ("1969-12-31T23:59:59Z", -1),
            ("1969-12-31T23:59:59.250Z", -0.75),
            ("1900-03-01T00:00:00Z", -2_203_891_200),
            ("2000-02-29T12:00:00Z", 951_825_600),
            ("2024-02-29T23:59:60Z", 1_709_251_200),
            ("2016-12-31T23:59:60Z", 1_483_228_800),
            ("2038-01-19T03:14:08Z", 2_147_483_648),
            ("0001-01-01T00:00:00Z", -62_135_596_800),
            ("9999-12-31T23:59:59Z", 253_402_300_799),
        ] as [(String, Double)])
    func reads(text: String, seconds: Double) throws {
        #expect(try #require(Timestamp.date(text)).timeIntervalSince1970 == seconds)
    }

    @Test(arguments: 1...12) func readsFractionsOfAnyLength(digits: Int) throws {
        let text = "2020-01-01T00:00:00." + "123456789123".prefix(digits) + "Z"
        let fraction = try #require(Timestamp.date(text)).timeIntervalSince1970 - 1_577_836_800
        let shown = "0." + "123456789".prefix(digits)
        let expected = try #require(Double(shown))
        // A Date holds about a tenth of a microsecond in our time.
        #expect(abs(fraction - expected) < 2e-7)
    }

    @Test(arguments: [
        "", "2017", "2017-10", "2017-1-17", "17-10-17", "2017-13-01", "2017-00-01", "2017-02-29", "1900-02-29",
        "2017-04-31",
        "2017-10-17T", "2017-10-17T23:11", "2017-10-17T24:00:00Z", "2017-10-17T23:60:00Z", "2017-10-17T23:11:61Z",
        "2017-10-17T23:11:13.Z", "2017-10-17T23:11:13,5Z", "2017-10-17T23:11:13Zx", "2017-10-17T23:11:13+5",
        "2017-10-17T23:11:13+05:3", "2017-10-17T23:11:13+05:60", "2017-10-17T23:11:13+24:00",
        "2017-10-17 23:11:13 ", "2017-10-17 23:11:13 U", "2017-10-17 23:11:13 UTCx", "2017-10-17 23:11:13 CET",
        "2017-10-17 23:11:13  UTC", "2017-10-17 23:11:13UTC",
        "2017-10-17Z", "0000-01-01", " 2017-10-17", "2017-10-17 ", "２０１７-10-17", "+017-10-17", "1508281873",
    ])
    func rejectsWhatIsNoMoment(text: String) {
        #expect(Timestamp.date(text) == nil)
    }

    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00Z"),
            (-1, "1969-12-31T23:59:59Z"),
            (-0.001, "1969-12-31T23:59:59.999Z"),
            (1_508_281_873.042, "2017-10-17T23:11:13.042Z"),
            (1_508_281_873.5, "2017-10-17T23:11:13.500Z"),
            (1_508_281_873.0004, "2017-10-17T23:11:13Z"),
            (1_508_281_873.9996, "2017-10-17T23:11:14Z"),
            (951_825_600, "2000-02-29T12:00:00Z"),
            (-62_135_596_800, "0001-01-01T00:00:00Z"),
            (253_402_300_799, "9999-12-31T23:59:59Z"),
        ] as [(Double, String)])
    func writes(seconds: Double, expected: String) {
        #expect(Timestamp.text(Date(timeIntervalSince1970: seconds)) == expected)
    }

    @Test(arguments: [-62_135_596_801, 253_402_300_800, 1e18, -.infinity, .infinity, .nan] as [Double])
    func writesNoYearsOfOtherThanFourDigits(seconds: Double) {
        #expect(Timestamp.text(Date(timeIntervalSince1970: seconds)) == nil)
    }

    /// Random moments of the years 1583 to 9999 against Foundation's formatter. (Before, Foundation is Julian.)
    @Test func agreesWithFoundation() throws {
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withInternetDateTime]
        var random = SeededGenerator(seed: 11)
        for _ in 0..<20_000 {
            let seconds = Int.random(in: -12_212_553_600...253_402_300_799, using: &random)
            let moment = Date(timeIntervalSince1970: Double(seconds))
            let text = formatter.string(from: moment)
            #expect(Timestamp.text(moment) == text)
            #expect(Timestamp.date(text) == moment)
        }
    }

    /// Every day of the calendar by counting, with months as long as people know them.
    @Test func everyDayOfTheCalendar() {
        var days = -719_162
        for year in 1...9_999 {
            let isLeap = (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400)
            for (month, length) in [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
                for day in [1, length] {
                    let there = CivilDay(year: year, month: month + 1, day: day)
                    let back = CivilDay(daysSince1970: days + day - 1)
                    let agrees =
                        there.daysSince1970 == days + day - 1 && there.exists
                        && (back.year, back.month, back.day) == (year, month + 1, day)
                    if !agrees { Issue.record("\(year)-\(month + 1)-\(day)") }
                }
                if CivilDay(year: year, month: month + 1, day: length + 1).exists {
                    Issue.record("\(year)-\(month + 1) has a day \(length + 1)")
                }
                days += length
            }
        }
        #expect(days == 2_932_897)
    }

    @Test func roundTripsToTheMillisecond() throws {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<20_000 {
            let milliseconds = Int.random(in: -62_135_596_800_000...253_402_300_799_999, using: &random)
            let text = try #require(Timestamp.text(Date(timeIntervalSince1970: Double(milliseconds) / 1_000)))
            let read = try #require(Timestamp.date(text)).timeIntervalSince1970
            #expect(Int((read * 1_000).rounded()) == milliseconds)
            #expect(Timestamp.text(Date(timeIntervalSince1970: read)) == text)
        }
    }
}
