// The time to wait before a retry, in each form of servers.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct RetryAfterTests {
    private let now = Date(timeIntervalSince1970: 1_800_000_000)

    private func delay(_ fields: [String: String], status: Int = 429) -> Duration? {
        RetryAfter.delay(TransportResponse.response("", status: status, fields).head, now: now)
    }

    @Test(
        arguments: [
            ("30", .seconds(30)), ("0", .zero), (" 7 ", .seconds(7)), ("1.5", .milliseconds(1_500)),
            ("99999999999999999999", .seconds(1_000_000_000)), ("-5", nil), ("", nil), ("soon", nil), ("1e3", nil),
            (".", nil), ("1.2.3", nil), ("+5", nil),
        ] as [(String, Duration?)])
    func seconds(text: String, expected: Duration?) {
        #expect(delay(["Retry-After": text]) == expected)
        #expect(delay(["Retry-After": text], status: 503) == expected)
    }

    @Test func dates() throws {
        let text = try #require(HTTPDate.text(now + 90))
        #expect(delay(["Retry-After": text]) == .seconds(90))
        #expect(delay(["Retry-After": try #require(HTTPDate.text(now - 90))]) == .zero)
        // The server's clock is ten minutes ahead, and both moments are of that clock.
        let ahead = try #require(HTTPDate.text(now + 600))
        let later = try #require(HTTPDate.text(now + 620))
        #expect(delay(["Retry-After": later, "Date": ahead]) == .seconds(20))
        #expect(delay(["Retry-After": later, "Date": "nonsense"]) == .seconds(620))
    }

    @Test func theRateLimitSaysWhenItBeginsAnew() throws {
        #expect(delay(["RateLimit-Reset": "1800000045"]) == .seconds(45))
        #expect(delay(["RateLimit-Reset": "1799999999"]) == .zero)
        #expect(delay(["RateLimit-Reset": "60"]) == .seconds(60))
        let text = try #require(HTTPDate.text(now + 15))
        #expect(delay(["RateLimit-ResetTime": text]) == .seconds(15))
        #expect(delay(["RateLimit-Reset": "x", "RateLimit-ResetTime": text]) == .seconds(15))
        // It comes with every response and says nothing about other failures.
        #expect(delay(["RateLimit-Reset": "1800000045"], status: 503) == nil)
        // Retry-After goes first; an unreadable one is ignored.
        #expect(delay(["Retry-After": "5", "RateLimit-Reset": "1800000045"]) == .seconds(5))
        #expect(delay(["Retry-After": "soon", "RateLimit-Reset": "1800000045"]) == .seconds(45))
        #expect(delay([:]) == nil)
    }

    /// As a proxy and the server behind it send it, joined to one field.
    @Test(arguments: [
        ("5, 5", 5), ("5,30", 30), ("0, 7", 7), ("soon, 7", 7),
        ("Fri, 15 Jan 2027 08:00:30 GMT, Fri, 15 Jan 2027 08:00:40 GMT", 40),
        ("12, Fri, 15 Jan 2027 08:00:30 GMT", 30),
    ])
    func aFieldThatCameTwice(field: String, seconds: Int) {
        #expect(delay(["Retry-After": field]) == .seconds(seconds))
    }

    @Test func durationsAsText() {
        #expect((.seconds(30) as Duration).inSeconds == "30 s")
        #expect((.milliseconds(1_500) as Duration).inSeconds == "1.5 s")
        #expect((.zero as Duration).inSeconds == "0 s")
    }
}
