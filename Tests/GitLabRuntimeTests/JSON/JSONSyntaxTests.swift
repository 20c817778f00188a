// Valid and invalid JSON in any place: in values that are read, and in those that are skipped.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct JSONSyntaxTests {
    /// The value as it is read for its own sake; nil if it is rejected. A skipped value has to have the same result.
    private func read(_ bytes: [UInt8]) throws -> JSONValue? {
        let value = try? JSONValue(json: bytes)
        let skipped = Result { () throws(JSONError) in
            try Nothing(json: Array(#"{"unknown":"#.utf8) + bytes + Array("}".utf8))
        }
        // An unused number may be too large for a double: it is JSON.
        if case .failure(let error) = skipped { #expect(value == nil && error.kind == .notJSON) }
        return value
    }

    private func read(_ text: String) throws -> JSONValue? { try read(Array(text.utf8)) }

    @Test(
        arguments: [
            ("null", nil), ("true", true), ("false", false), (" \t\r\n0 \t\r\n", 0), ("-0", 0), ("\"\"", ""),
            ("[]", []), ("[ ]", []), ("{}", [:]), ("{ }", [:]), ("[1,2 , 3]", [1, 2, 3]), ("[[[]],{}]", [[[]], [:]]),
            (#"{"a":1,"b" : [true,null] , "c":{"d":"e"}}"#, ["a": 1, "b": [true, nil], "c": ["d": "e"]]),
            (#"{"":0}"#, ["": 0]), (#"{"\u0061\n":1}"#, ["a\n": 1]), (#"{"a":1,"a":2}"#, ["a": 1]),
            (#"[               1,                  2                 ]"#, [1, 2]),
        ] as [(String, JSONValue)]) func valuesAreRead(text: String, value: JSONValue) throws
    {
        #expect(try read(text) == value)
    }

    @Test(arguments: [
        "", " ", "nul", "nulll", "True", "tru", "falsy", "fals", "undefined", "NaN", "Infinity", "-Infinity", "'a'",
        "a",
        "[", "]", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1;2]", "[1}", "{", "}", "{\"a\"", "{\"a\":", "{\"a\":1",
        "{\"a\":1,", "{\"a\":1,}", "{,}", "{a:1}", "{1:1}", "{\"a\" 1}", "{\"a\":1 \"b\":2}", "{\"a\":1]", "{null:1}",
        "1 2", "{} {}", "[] x", "\"a\" \"b\"", "/* */1", "1//", "\u{FEFF}1", "\u{0B}1", "\u{A0}1", "1\0", "\"a",
        "\"\\\"",
        "\"", "[\"a]", "{\"a\":\"b}", "\"abcdefgh", "\"abcdefg\\", "\"abcdefgh\\u12",
    ]) func otherThingsAreRejected(text: String) throws {
        #expect(try read(text) == nil)
    }

    @Test func nestingIsBounded() throws {
        func nested(_ count: Int, _ opening: String, _ closing: String) -> String {
            String(repeating: opening, count: count) + "0" + String(repeating: closing, count: count)
        }
        for (opening, closing) in [("[", "]"), (#"{"a":"#, "}"), (#"[{"a":"#, "}]")] {
            let deepest = opening.utf8.count > 5 ? 256 : 512
            #expect((try? JSONValue(json: Array(nested(deepest, opening, closing).utf8))) != nil)
            let error = #expect(throws: JSONError.self) {
                try JSONValue(json: Array(nested(deepest + 1, opening, closing).utf8))
            }
            #expect(error?.kind == .notJSON && error?.reason.contains("512") == true)
        }
        #expect(throws: JSONError.self) { try JSONValue(json: [UInt8](repeating: 0x5B, count: 1_000_000)) }
        // An array that has ended does not count.
        let wide = "[" + [String](repeating: "[[],{}]", count: 2_000).joined(separator: ",") + "]"
        #expect((try? JSONValue(json: Array(wide.utf8))) != nil)
    }

    // MARK: - Strings

    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{c}\n\r\t"), (#""\u00e9\u00E9\u20AC""#, "éé€"),
        (#""\ud83d\ude00 \uD83D\uDE00""#, "😀 😀"), (#""\u0000""#, "\0"),
        (#""\uFFFF\uFFFE\ud7ff\ue000""#, "\u{FFFF}\u{FFFE}\u{D7FF}\u{E000}"),
        ("\"é€😀\u{7F}\"", "é€😀\u{7F}"),
        ("\"\u{10FFFF}\u{E000}\u{D7FF}\u{800}\u{80}\"", "\u{10FFFF}\u{E000}\u{D7FF}\u{800}\u{80}"),
        (#""\\u0041""#, "\\u0041"), ("\"e\u{301}\"", "e\u{301}"),
    ]) func stringsAreRead(text: String, value: String) throws {
        // Eight bytes are looked at together, so each string stands at every distance from the next word and from the end.
        for padding in 0..<20 {
            let front = String(repeating: "x", count: padding)
            let text = "\"" + front + text.dropFirst()
            #expect(try read(text) == .string(front + value))
            #expect(try read(text.dropLast() + front + "\"") == .string(front + value + front))
            #expect(try read("{" + text + ":1}") == [front + value: 1])
        }
    }

    @Test(arguments: [
        #"\x"#, #"\u"#, #"\u1"#, #"\u12"#, #"\u123"#, #"\u12g4"#, #"\u+123"#, #"\U0041"#, #"\'"#, #"\0"#, #"\"#,
        #"\ud800"#, #"\udc00"#, #"\ud800x"#, #"\ud800\n"#, #"\ud800\ud800"#, #"\udc00\ud800"#, #"\ud800\u0041"#,
        #"\ud83d\ude0"#, "\n", "\t", "\0", "\u{1F}", "\r",
    ]) func brokenStringsAreRejected(content: String) throws {
        for padding in 0..<20 {
            let front = String(repeating: "x", count: padding)
            #expect(try read("\"\(front)\(content)\"") == nil, "\(padding)")
            #expect(try read("\"\(front)\(content)\(front)\"") == nil, "\(padding)")
            #expect(try read("{\"\(front)\(content)\":1}") == nil)
        }
    }

    @Test(
        arguments: [
            [0xFF], [0xFE], [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x20], [0xE0, 0x80, 0x80],
            [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xE2, 0x82, 0x20], [0xE2, 0x28, 0xA1], [0xED, 0xA0, 0x80],
            [0xED, 0xBF, 0xBF],
            [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF0, 0x9F, 0x98, 0x20],
            [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80],
        ] as [[UInt8]]) func whatIsNotUTF8IsRejected(bytes: [UInt8]) throws
    {
        for padding in 0..<12 {
            let front = [0x22] + [UInt8](repeating: 0x78, count: padding)
            #expect(try read(front + bytes + [0x22]) == nil)
            #expect(try read(front + bytes + front) == nil)
            #expect(try read(front + bytes) == nil)
        }
        #expect(try read(bytes) == nil && read([0x31] + bytes) == nil)
    }

    /// Every character, and every byte that could begin one with what matters behind it.
    @Test func allCharactersAreRead() throws {
        for first in stride(from: UInt32(0x20), to: 0x11_0000, by: 4_099) {
            let text = String(String.UnicodeScalarView((first..<first + 4_099).compactMap(Unicode.Scalar.init)))
                .replacingOccurrences(of: "\\", with: "").replacingOccurrences(of: "\"", with: "")
            #expect(try JSONValue(json: Array("\"\(text)\"".utf8)) == .string(text))
        }
        let seconds: [UInt8] = [0, 0x20, 0x22, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
        let judgedOtherwise = (UInt8(0x80)...0xFF).flatMap { lead in
            seconds.flatMap { second in
                (1...4).map { Array([lead, second, 0x80, 0x80].prefix($0)) }.filter { bytes in
                    let isText = String(validating: bytes, as: UTF8.self) != nil
                    return isText != ((try? String(json: [0x22] + bytes + [0x22])) != nil)
                }
            }
        }
        // A quote in the second place ends the string.
        #expect(judgedOtherwise.allSatisfy { $0.count > 1 && $0[1] < 0x80 }, "\(judgedOtherwise.prefix(10))")
    }
}

/// Reads over everything.
private struct Nothing: GitLabModel {
    static let modelFields = ModelFields(of: emptyModel)
    static let emptyModel = Nothing()
    mutating func recordFields(in fields: inout FieldRecorder) {}
}
