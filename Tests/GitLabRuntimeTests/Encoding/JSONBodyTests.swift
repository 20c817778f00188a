// JSON bodies: exact bytes, and read back by another reader.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct JSONBodyTests {
    private func json(_ build: (inout ParameterEncoder) -> Void) throws -> String {
        let parameters = Parameters.collecting(build)
        return String(decoding: try JSONBody.encode(parameters), as: UTF8.self)
    }

    private func json(_ value: ParameterValue) throws -> String {
        try json { $0.add("v", value: value) }
    }

    @Test(
        arguments: [
            (.null, "null"), (.bool(true), "true"), (.integer(-7), "-7"), (.double(0.25), "0.25"),
            (.double(1e20), "1e+20"),
            (.string(""), "\"\""), (.array([]), "[]"), (.commaList([]), "[]"), (.object(Parameters()), "{}"),
            (.array([.array([.integer(1)]), .null]), "[[1],null]"),
            (.commaList([.string("a"), .integer(2)]), "[\"a\",2]"),
            (["b": JSONValue.integer(1), "a": [true, nil, 1.5]].parameterValue, "{\"a\":[true,null,1.5],\"b\":1}"),
            (["a[b]": "x"].parameterValue, "{\"a[b]\":\"x\"}"),
        ] as [(ParameterValue, String)])
    func kindsOfValues(value: ParameterValue, expected: String) throws {
        #expect(try json(value) == "{\"v\":\(expected)}")
    }

    @Test func datesAndTimes() throws {
        let instant = try #require(Timestamp.date("2012-03-04T05:06:07.089Z"))
        #expect(try json(.instant(instant)) == "{\"v\":\"2012-03-04T05:06:07.089Z\"}")
        let day: CalendarDate = "0999-12-31"
        #expect(try json(.day(day)) == "{\"v\":\"0999-12-31\"}")
    }

    @Test func nullAndAbsentAreTwoThings() throws {
        let text = try json {
            $0.add("absent", WriteState<String>.absent)
            $0.add("null", WriteState<String>.null)
            $0.addCommaSeparated("list", WriteState<[String]>.null)
            $0.addCommaSeparated("none", [String]?.none)
            $0.addCommaSeparated("some", WriteState.value(["a"]))
        }
        #expect(text == "{\"null\":null,\"list\":null,\"some\":[\"a\"]}")
    }

    @Test func everyCharacterSurvives() throws {
        var scalars = String.UnicodeScalarView()
        for code in 0..<0x2_100 { if let scalar = Unicode.Scalar(UInt32(code)) { scalars.append(scalar) } }
        for code: UInt32 in [0x2028, 0xFEFF, 0xFFFE, 0xFFFF, 0x1_F600, 0x10_FFFF] {
            scalars.append(try #require(Unicode.Scalar(code)))
        }
        let text = String(scalars)
        let body = try json { $0.add(text, text) }
        let read = try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: String]
        #expect(read?.count == 1)
        #expect(read?.keys.first.map { Array($0.unicodeScalars) } == Array(scalars))
        #expect(read?.values.first.map { Array($0.unicodeScalars) } == Array(scalars))
    }

    @Test func controlCharactersAreEscaped() throws {
        #expect(try json(.string("\"\\/\n\r\t\u{0}\u{1F}\u{7F}")) == #"{"v":"\"\\/\n\r\t\u0000\u001f"# + "\u{7F}\"}")
    }

    @Test func whatJSONCannotSay() {
        func rejection(_ value: ParameterValue) -> String? {
            do { _ = try json(value) } catch { return (error as? ValidationError)?.message }
            return nil
        }
        #expect(rejection(.double(.nan))?.contains("`v`") == true)
        #expect(rejection(.array([.double(-.infinity)]))?.contains("`v[0]`") == true)
        #expect(rejection(.commaList([.string("a,b")]))?.contains("`v[0]`") == true)
        #expect(rejection(.commaList([.null]))?.contains("single value") == true)
        #expect(rejection(.string("NUL \0 is GitLab's to judge here")) == nil)
    }
}
