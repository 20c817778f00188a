// Plain dates: only those that exist, in one spelling.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct CalendarDateTests {
    @Test(arguments: [(2024, 2, 29), (2000, 2, 29), (1, 1, 1), (9_999, 12, 31), (2023, 4, 30)])
    func exists(year: Int, month: Int, day: Int) throws {
        let date = try #require(CalendarDate(year: year, month: month, day: day))
        #expect((date.year, date.month, date.day) == (year, month, day))
        #expect(CalendarDate(date.description) == date)
    }

    @Test(arguments: [
        (2023, 2, 29), (1900, 2, 29), (2023, 4, 31), (2023, 0, 1), (2023, 13, 1), (2023, 1, 0), (2023, 1, 32),
        (0, 1, 1),
        (10_000, 1, 1), (-1, 1, 1),
    ])
    func doesNotExist(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        "2024-2-9", "2024-02-30", "24-02-09", "2024/02/09", "2024-02-09T00:00:00Z", " 2024-02-09", "2024-02-09\n", "",
        "20240209",
    ])
    func onlyOneSpelling(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    @Test(arguments: [
        "2020-12-14T00:00:00Z", "2020-12-14T23:30:00.000-08:00", "2020-12-14 00:00:00", "2020-12-14T01:00:00.1+05:30",
        "2020-12-14",
    ])
    func aResponseMayHaveATimeOfDay(text: String) throws {
        let json = Array("[\"\(text)\"]".utf8)
        let dates = try ResponseReader.reading([CalendarDate].self, from: json, Tolerance()).value
        #expect(dates.map(\.description) == ["2020-12-14"])
        #expect(try JSONDecoder().decode([CalendarDate].self, from: Data(json)) == dates)
    }

    @Test(arguments: [
        "2020-12-14T", "2020-12-14T25:00:00Z", "2020-12-14T00:00:00ZZ", "2020-12-14x", "2020-02-30T00:00:00Z",
        "2020-12-14 ",
    ])
    func whatIsNoTimeIsNoDate(text: String) {
        let json = Array("[\"\(text)\"]".utf8)
        #expect(throws: (any Error).self) {
            try ResponseReader.reading([CalendarDate].self, from: json, Tolerance())
        }
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([CalendarDate].self, from: Data(json)) }
    }

    @Test func isWrittenWithZeros() {
        #expect(CalendarDate(year: 33, month: 4, day: 3)?.description == "0033-04-03")
    }

    @Test func isOrdered() throws {
        let dates = try ["2024-02-29", "2023-12-31", "2024-03-01", "2024-02-28"].map { try #require(CalendarDate($0)) }
        #expect(dates.sorted().map(\.description) == ["2023-12-31", "2024-02-28", "2024-02-29", "2024-03-01"])
    }

    @Test func isCodedAsText() throws {
        let dates = try JSONDecoder().decode([CalendarDate].self, from: Data(#"["2024-02-29"]"#.utf8))
        #expect(dates == [CalendarDate(year: 2024, month: 2, day: 29)])
        #expect(String(decoding: try JSONEncoder().encode(dates), as: UTF8.self) == #"["2024-02-29"]"#)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([CalendarDate].self, from: Data(#"["2023-02-29"]"#.utf8))
        }
    }

    @Test func literals() async {
        let date: CalendarDate = "2024-02-29"
        #expect(date == CalendarDate(year: 2024, month: 2, day: 29))
        let things = ListThings { $0.marked = "2024-02-29" }
        #expect(things.marked == date)
        await #expect(processExitsWith: .failure) {
            let date: CalendarDate = "2023-02-29"
            print(date)
        }
    }

    @Test(arguments: [
        (0.0, 0, "1970-01-01"), (-0.5, 0, "1969-12-31"), (86_399.999, 0, "1970-01-01"), (86_400, 0, "1970-01-02"),
        (0, -1, "1969-12-31"), (0, -43_200, "1969-12-31"), (43_200, 43_200, "1970-01-02"),
        (-62_135_596_800, 0, "0001-01-01"), (-62_135_596_801, 0, "0001-01-01"), (253_402_300_800, 0, "9999-12-31"),
        (1e300, 0, "9999-12-31"), (-.infinity, 0, "0001-01-01"), (.nan, 0, "0001-01-01"),
    ])
    func ofMoments(seconds: Double, offset: Int, date: String) throws {
        let zone = try #require(TimeZone(secondsFromGMT: offset))
        #expect(CalendarDate(Date(timeIntervalSince1970: seconds), in: zone).description == date)
        if offset == 0 { #expect(CalendarDate(Date(timeIntervalSince1970: seconds)).description == date) }
    }

    @Test(arguments: [
        ("2024-02-29", "GMT", "2024-02-29T00:00:00Z"), ("2024-06-01", "Europe/Berlin", "2024-05-31T22:00:00Z"),
        // Clocks change in the morning of these days, and their beginning does not.
        ("2024-03-31", "Europe/Berlin", "2024-03-30T23:00:00Z"),
        ("2024-10-27", "Europe/Berlin", "2024-10-26T22:00:00Z"),
        ("2024-11-03", "America/New_York", "2024-11-03T04:00:00Z"),
        ("2024-01-01", "Asia/Kolkata", "2023-12-31T18:30:00Z"),
        // Midnight was left out in São Paulo, and a whole day on Samoa.
        ("2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z"),
        ("2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00Z"),
        ("2011-12-31", "Pacific/Apia", "2011-12-30T10:00:00Z"),
        ("0001-01-01", "GMT", "0001-01-01T00:00:00Z"), ("9999-12-31", "GMT", "9999-12-31T00:00:00Z"),
    ])
    func beginsInATimeZone(date: String, zone: String, moment: String) throws {
        let date = try #require(CalendarDate.init(date))
        let zone = try #require(TimeZone(identifier: zone))
        #expect(Timestamp.text(date.startOfDay(in: zone)) == moment)
    }

    /// The results of Foundation's calendar, over the years and zones.
    @Test(arguments: ["GMT", "Europe/London", "America/Havana", "Asia/Beirut", "Australia/Lord_Howe", "Asia/Tehran"])
    func agreesWithFoundation(zone: String) throws {
        let zone = try #require(TimeZone(identifier: zone))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        var date: CalendarDate = "2000-01-01"
        while date.year < 2025 {
            let start = date.startOfDay(in: zone)
            #expect(calendar.startOfDay(for: start + 7_200) == start, "\(date)")
            #expect(CalendarDate(start, in: zone) == date && CalendarDate(start - 1, in: zone) == date.adding(days: -1))
            date = date.adding(days: 1)
        }
    }

    @Test func countingDays() {
        let date: CalendarDate = "2024-02-28"
        #expect(date.adding(days: 2) == "2024-03-01" && date.adding(days: -59) == "2023-12-31")
        #expect(date.adding(days: 0) == date && date.days(until: "2025-02-28") == 366)
        #expect(date.days(until: "2024-02-27") == -1)
        #expect(date.adding(days: .max) == "9999-12-31" && date.adding(days: .min) == "0001-01-01")
        #expect(date.adding(days: 4_000_000) == "9999-12-31" && date.adding(days: -4_000_000) == "0001-01-01")
        let today = CalendarDate(Date())
        #expect([0, 1].contains(today.days(until: .today())))
    }
}
