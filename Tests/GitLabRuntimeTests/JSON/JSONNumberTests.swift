// Numbers: integers exactly, doubles bit for bit as JSONDecoder reads them.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct JSONNumberTests {
    private func integer(_ text: String) -> Int64? { try? Int64(json: Array(text.utf8)) }
    private func double(_ text: String) -> Double? { try? Double(json: Array(text.utf8)) }
    private func decoded<Value: Decodable>(_ type: Value.Type, _ text: String) -> Value? {
        try? JSONDecoder().decode(type, from: Data(text.utf8))
    }

    @Test(arguments: [
        "0", "-0", "1", "-1", "10", "123456789012345678", "-123456789012345678", "1234567890123456789",
        "9223372036854775807", "-9223372036854775808", "9223372036854775808", "-9223372036854775809",
        "18446744073709551615", "99999999999999999999", "1.0", "1.000", "-1.0", "0.0", "-0.0", "1e2", "1E2", "1e+2",
        "0e9", "0e99999999999999999999", "10e-1", "100e-2", "30e-1", "0.3e1", "1.5e1", "1.0e0", "1.5", "-0.5", "5e-1",
        "1e-1",
        "12345678901234567.0", "9007199254740993.0", "9007199254740993e0", "1e18", "1e19", "1e400",
        "1000000000000000000000e-3",
        "123456789012345678901234567890", "9223372036854774784.0", "100000000000000000000e-2", "12345e-3",
    ]) func integersAreThoseOfJSONDecoder(text: String) {
        #expect(integer(text) == decoded(Int64.self, text))
        #expect((try? Int(json: Array(text.utf8))) == decoded(Int.self, text))
        #expect((try? [Int](json: Array(" [\(text) , 7]".utf8))) == decoded([Int].self, "[\(text),7]"))
    }

    /// JSONDecoder converts through a double, and only therefore accepts or rejects these.
    @Test func integersAreExact() {
        #expect(integer("9223372036854775807.0") == .max && integer("-9223372036854775808e0") == .min)
        #expect(integer("922337203685477580.7e1") == .max && integer("922337203685477580.8e1") == nil)
        #expect(integer("1.0000000000000001") == nil && integer("1e-400") == nil)
        #expect(integer("0.00000000000000000000000000000000000000001e41") == 1)
        #expect(integer("1" + String(repeating: "0", count: 400) + "e-400") == 1)
    }

    @Test(arguments: [
        "-", "+1", "01", "-01", "00", "1.", ".5", "-.5", "1.e1", "1e", "1e+", "1e-", "1e1.5", "0x1", "1_000", "1a",
        "--1", "- 1", "1 e1", "0.1.2", "1e1e1", "١", "1\u{0}", "e1", "-e1", "0e", "0.e1", "-NaN", "-Infinity",
    ]) func otherThingsAreNoNumbers(text: String) {
        #expect(integer(text) == nil && double(text) == nil)
        #expect(
            (try? JSONValue(json: Array(text.utf8))) == nil && (try? JSONValue(json: Array("[\(text)]".utf8))) == nil)
    }

    @Test(arguments: [
        "0", "-0", "0.0", "-0.0", "1", "0.1", "0.2", "0.3", "1e22", "1e23", "-1e-22", "1e-23", "9007199254740992",
        "9007199254740993", "9007199254740993e22", "123456789012345678", "1234567890123456789012345",
        "1.7976931348623157e308",
        "1.7976931348623158e308", "1.7976931348623159e308", "1e308", "1e309", "1e400", "-1e400", "5e-324", "4.9e-324",
        "2.4703282292062327e-324", "2.4703282292062328e-324", "2e-324", "1e-400", "0e-400", "0.000e400",
        "2.2250738585072011e-308",
        "2.2250738585072014e-308", "8.41e21", "9.5367431640625e-7", "1e-7", "3.141592653589793238462643383279502884197",
        "0.500000000000000166533453693773481063544750213623046875", "179769313486231580793e289", "6929495644600919.5",
        "7.3177701707893310e+15", "1448997445238699", "18014398509481985",
        "0.00000000000000000000000000000000000000000001e44",
    ]) func doublesAreThoseOfJSONDecoder(text: String) {
        #expect(double(text)?.bitPattern == decoded(Double.self, text)?.bitPattern)
    }

    @Test func manyDoublesAreThoseOfJSONDecoder() throws {
        var random = SystemRandomNumberGenerator()
        let texts = (0..<20_000).map { index -> String in
            switch index % 4 {
            case 0: "\(Double(bitPattern: random.next() & ~(0x7FF << 52) | UInt64.random(in: 1...2_046) << 52))"
            case 1: "\(Int64.random(in: -1_000_000...1_000_000)).\(UInt64.random(in: 0...99_999))"
            case 2: "\(random.next()).\(random.next())e\(Int.random(in: -320...270))"
            default: "0.\(random.next())\(random.next())\(random.next())e\(Int.random(in: -290...300))"
            }
        }
        let json = "[" + texts.joined(separator: ",") + "]"
        let own = try [Double](json: Array(json.utf8))
        let theirs = try JSONDecoder().decode([Double].self, from: Data(json.utf8))
        for (index, text) in texts.enumerated() {
            #expect(own[index].bitPattern == theirs[index].bitPattern, "\(text)")
        }
    }

    @Test func manyIntegersAreExact() throws {
        for magnitude in 0...63 {
            for step in Int64(-2)...2 {
                let (value, overflow) = Int64(truncatingIfNeeded: 1 << UInt64(magnitude)).addingReportingOverflow(step)
                if overflow || value == 0 { continue }
                #expect(
                    integer("\(value)") == value && integer("\(value).0") == value && integer("\(value)0e-1") == value)
                #expect(double("\(value)")?.bitPattern == Double("\(value)")?.bitPattern)
            }
        }
    }

    /// Only the syntax of an unknown number is checked.
    @Test func numbersOfAnyKindAreIntegersIfTheyCanBe() throws {
        #expect(
            try JSONValue(json: Array("[1,1.0,1e2,1.5,1e30,-0,-0.0,9223372036854775808]".utf8))
                == [1, 1, 100, 1.5, 1e30, 0, 0, .double(9223372036854775808)])
        #expect(throws: JSONError.self) { try JSONValue(json: Array("1e400".utf8)) }
    }
}
