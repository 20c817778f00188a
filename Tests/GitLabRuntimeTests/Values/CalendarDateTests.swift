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
}
