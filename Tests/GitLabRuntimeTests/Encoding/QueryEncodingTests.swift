// Queries: the bytes that are sent for every kind of value, and values that cannot be sent.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct QueryEncodingTests {
    private func query(_ build: (inout ParameterEncoder) -> Void) throws -> String {
        let parameters = Parameters.collecting(build)
        return try QueryEncoder.encode(parameters)
    }

    private func query(_ name: String, _ value: ParameterValue) throws -> String {
        try query { $0.add(name, value: value) }
    }

    private func rejection(_ name: String, _ value: ParameterValue) -> String? {
        do {
            _ = try query(name, value)
            return nil
        } catch {
            return (error as? ValidationError)?.message
        }
    }

    @Test(
        arguments: [
            (.bool(true), "v=true"),
            (.bool(false), "v=false"),
            (.integer(-9_223_372_036_854_775_808), "v=-9223372036854775808"),
            (.double(1.5), "v=1.5"),
            (.double(1e300), "v=1e%2B300"),
            (.string("x"), "v=x"),
            (.string(""), "v="),
            (.null, "v"),
            (.array([]), "v="),
            (.array([.string("1"), .string("2")]), "v%5B%5D=1&v%5B%5D=2"),
            (.array([.null, .string("")]), "v%5B%5D&v%5B%5D="),
            (.commaList([.string("a"), .string("b c")]), "v=a%2Cb%20c"),
            (.commaList([.integer(1), .integer(22)]), "v=1%2C22"),
            (.commaList([]), "v="),
        ] as [(ParameterValue, String)])
    func kindsOfValues(value: ParameterValue, expected: String) throws {
        #expect(try query("v", value) == expected)
    }

    @Test func datesAndTimes() throws {
        let day = try #require(CalendarDate(year: 2024, month: 2, day: 29))
        #expect(try query("v", .day(day)) == "v=2024-02-29")
        let instant = try #require(Timestamp.date("2017-10-17T23:11:13.000+05:30"))
        #expect(try query("v", .instant(instant)) == "v=2017-10-17T17%3A41%3A13Z")
        #expect(rejection("v", .instant(Date(timeIntervalSince1970: 1e15)))?.contains("years 1 to 9999") == true)
        #expect(rejection("v", .instant(.distantFuture)) == nil)
    }

    @Test(arguments: [
        ("a b", "a%20b"), ("a+b", "a%2Bb"), ("100%", "100%25"), ("%20%2F%zz", "%2520%252F%25zz"),
        ("a&b=c", "a%26b%3Dc"), ("a;b=1;c", "a%3Bb%3D1%3Bc"), ("a#b?c", "a%23b%3Fc"), ("/a//", "%2Fa%2F%2F"),
        ("\"it's\"", "%22it%27s%22"), ("a[b][]=c", "a%5Bb%5D%5B%5D%3Dc"), ("AZaz09-._~", "AZaz09-._~"),
        ("!$&'()*+,;=:@", "%21%24%26%27%28%29%2A%2B%2C%3B%3D%3A%40"), ("café", "caf%C3%A9"),
        ("cafe\u{301}", "cafe%CC%81"), ("日本語", "%E6%97%A5%E6%9C%AC%E8%AA%9E"), ("😀", "%F0%9F%98%80"),
        ("a\r\nb\t", "a%0D%0Ab%09"), ("\u{7F}\u{1}", "%7F%01"), ("\u{FEFF}a", "%EF%BB%BFa"),
        ("{a}|^`\\", "%7Ba%7D%7C%5E%60%5C"), ("  ", "%20%20"),
    ])
    func strings(text: String, encoded: String) throws {
        #expect(try query("v", .string(text)) == "v=\(encoded)")
        #expect(try query("h", ["k": text].parameterValue) == "h%5Bk%5D=\(encoded)")
        #expect(try RackQuery.parse("v=\(encoded)") == ["v": .text(text)])
    }

    @Test func namesAreEncodedToo() throws {
        #expect(try query("a b&c", .integer(1)) == "a%20b%26c=1")
        #expect(try query("h", ["a.b": "1"].parameterValue) == "h%5Ba.b%5D=1")
        #expect(try query("h", ["a\n\0": "1"].parameterValue) == "h%5Ba%0A%00%5D=1")
        #expect(try query("h", ["é=;": "1"].parameterValue) == "h%5B%C3%A9%3D%3B%5D=1")
    }

    @Test func openHashesAreSortedByKey() throws {
        let keys = (0..<40).map { "key\($0)" }
        let hash = Dictionary(uniqueKeysWithValues: keys.map { ($0, "v") })
        #expect(try query("h", hash.parameterValue) == keys.sorted().map { "h%5B\($0)%5D=v" }.joined(separator: "&"))
    }

    @Test func nestedHashes() throws {
        var inner = Parameters()
        inner.add("author_id", 3)
        inner.add("iids", [1, 2])
        var outer = Parameters()
        outer.add("not", value: .object(inner))
        outer.add("x", "y")
        let expected =
            "f%5Bnot%5D%5Bauthor_id%5D=3&f%5Bnot%5D%5Biids%5D%5B%5D=1&f%5Bnot%5D%5Biids%5D%5B%5D=2&f%5Bx%5D=y"
        #expect(try query("f", .object(outer)) == expected)
    }

    @Test func parametersKeepTheirOrder() throws {
        let sent = try query {
            $0.add("zebra", 1)
            $0.add("ape", "x")
            $0.add("left out", String?.none)
            $0.add("unset", WriteState<String>.null)
            $0.add("alone", WriteState<String>.absent)
            $0.add("set", WriteState.value("v"))
        }
        #expect(sent == "zebra=1&ape=x&unset&set=v")
    }

    @Test(
        arguments: [
            ("h", ["a[b]": "1"].parameterValue, "`h[a[b]]`", "brackets"),
            ("h", ["]": "1"].parameterValue, "`h[]]`", "brackets"),
            ("h", ["": "1"].parameterValue, "`h[]`", "empty key"),
            ("v", .array([["a\nb": "1"].parameterValue]), "`v[0][a\nb]`", "line break"),
            ("", .string("x"), "``", "empty key"),
            ("a[b]", .string("x"), "`a[b]`", "brackets"),
            ("h", [String: String]().parameterValue, "`h`", "empty"),
            ("h", .object(Parameters()), "`h`", "empty"),
            ("h", ["n": 1].parameterValue, "`h[n]`", "text"),
            ("h", ["n": true].parameterValue, "`h[n]`", "text"),
            ("h", ["n": JSONValue.array([])].parameterValue, "`h[n]`", "empty"),
            ("v", .array([.array([.string("1")])]), "`v[0]`", "array in an array"),
            ("v", .array([.string("a"), .commaList([])]), "`v[1]`", "array in an array"),
            ("v", .string("a\0"), "`v`", "NUL"),
            ("v", .array([.string("a"), .string("\0")]), "`v[1]`", "NUL"),
            ("v", .commaList([.string("a"), .string("b,c")]), "`v[1]`", "commas"),
            ("v", .double(.nan), "`v`", "infinite or not a number"),
            ("v", .double(.infinity), "`v`", "infinite or not a number"),
            ("v", .file(FileUpload(filename: "a", bytes: [])), "`v`", "file"),
            ("format", .string("zip"), "`format`", "format of the response"),
        ] as [(String, ParameterValue, String, String)])
    func whatAQueryCannotSay(name: String, value: ParameterValue, place: String, reason: String) throws {
        let message = try #require(rejection(name, value))
        #expect(message.contains(place) && message.contains(reason), "\(message)")
    }

    @Test func deepNestingStopsWhereTheServerStops() {
        func nested(_ levels: Int) -> ParameterValue {
            (1..<levels).reduce(ParameterValue.string("x")) { value, _ in
                var hash = Parameters()
                hash.add("n", value: value)
                return .object(hash)
            }
        }
        #expect(rejection("r", nested(100)) == nil)
        #expect(rejection("r", nested(101))?.contains("100 levels") == true)
    }
}
