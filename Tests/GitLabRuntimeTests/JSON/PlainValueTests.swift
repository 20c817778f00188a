// Values of fields that are written plainly are read in another way than all others: with the same result.

import Testing

@testable import GitLabRuntime

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

private struct Rank: OpenEnum {
    let rawValue: Int
    static var knownRawValues: [Int] { [10] }
}

private struct Stage: OpenEnum {
    let rawValue: String
    static var knownRawValues: [String] { ["active"] }
}

/// A field of each kind, and one that has a name beyond two blocks of 32 bytes.
private struct Plain: GitLabModel {
    var id = 0
    var count: Int?
    var name = ""
    var title: String?
    var open: Bool?
    var made: Date?
    var due: CalendarDate?
    var level: Rank?
    var state: Stage?
    var onlyAllowMergeIfAllDiscussionsAreResolvedAndAllStatusChecksPassed: Bool?

    static let modelFields = ModelFields(of: emptyModel)
    static var emptyModel: Plain { Plain() }
    mutating func recordFields(in fields: inout FieldRecorder) {
        fields.integer("id", always: &id)
        fields.integer("count", &count)
        fields.string("name", always: &name)
        fields.string("title", &title)
        fields.boolean("open", &open)
        fields.moment("made", &made)
        fields.value("due", &due)
        fields.value("level", &level)
        fields.enumeration("state", &state)
        fields.boolean(
            "only_allow_merge_if_all_discussions_are_resolved_and_all_status_checks_passed",
            &onlyAllowMergeIfAllDiscussionsAreResolvedAndAllStatusChecksPassed)
    }
}

@Suite struct PlainValueTests {
    /// Reads a value as a field, with so many bytes behind it, and for its own sake: both succeed with the same value, or
    /// fail for the same reason.
    private func compare<Value: JSONReadable>(
        _ text: String, _ name: String, _ field: (Plain) -> Value?
    ) {
        let alone = Result { () throws(JSONError) in try Value?(json: text) }
        for padding in [0, 1, 15, 16, 17, 30, 31, 32, 33, 48, 64, 100] {
            let end = #", "unknown":"\#(String(repeating: "x", count: padding))"}"#
            for front in [#"{"id":1,"name":"n""#, #"{ "name" : "n" , "id" : 1"#] {
                let document = "\(front),\"\(name)\":\(text)" + (padding == 0 ? "}" : end)
                let model = Result { () throws(JSONError) in try Plain(json: document) }
                switch (alone, model) {
                case (.success(let value), .success(let model)): #expect(field(model) == value, "\(document)")
                case (.failure(let one), .failure(let other)): #expect(one.kind == other.kind, "\(document)")
                case (_, _): Issue.record("\(document): \(alone), but as a field \(model)")
                }
            }
        }
    }

    @Test(arguments: [
        "0", "7", "42", "1234567", "12345678", "123456789", "123456789012345", "1234567890123456", "12345678901234567",
        "9223372036854775807", "9223372036854775808", "-1", "-0", "00", "01", "0123456789", "1.0", "1.5", "12345678.0",
        "1e2", "1E2", "12345678e1", "1234567812345678e0", "1x", "+1", "\"1\"", "null", "nul", "true", "", " 5", "5 ",
    ]) func integers(text: String) {
        compare(text, "count", \.count)
        compare(text, "level", \.level)
    }

    @Test(arguments: ["true", "false", "True", "tru", "fals", "truefalse", "null", "nulll", "0", "\"true\"", " true"])
    func booleans(text: String) {
        compare(text, "open", \.open)
        compare(
            text, "only_allow_merge_if_all_discussions_are_resolved_and_all_status_checks_passed",
            \.onlyAllowMergeIfAllDiscussionsAreResolvedAndAllStatusChecksPassed)
    }

    @Test(arguments: [
        "2024-02-29T17:11:26Z", "2024-02-29T17:11:26.841Z", "2024-02-29T23:59:60Z", "2023-02-29T17:11:26Z",
        "2024-02-29T24:00:00Z", "2024-02-29T23:60:00Z", "2024-02-29T23:00:61Z", "2024-13-01T00:00:00Z",
        "0000-01-01T00:00:00Z", "0001-01-01T00:00:00.001Z", "9999-12-31T23:59:59.999Z", "2024-02-29T17:11:26.84Z",
        "2024-02-29T17:11:26.8411Z", "2024-02-29t17:11:26z", "2024-02-29 17:11:26Z", "2024-02-29T17:11:26",
        "2024-02-29T17:11:26+02:00", "2024-02-29T17:11:26.841+02:00", "2024-02-29T17:1a:26Z", "2024-02-2:T17:11:26Z",
        "2024-02-29T17:11:26.8:1Z", "2024/02/29T17:11:26Z", "2024-02-29", "2024-02-30", "0000-01-01", "2024-2-29",
        "2024-02-2/", "20240229", "", "2024-02-29T17:11:26Z ", "\\u0032024-02-29", "２024-02-29",
    ]) func datesAndMoments(text: String) {
        compare("\"\(text)\"", "made", \.made)
        compare("\"\(text)\"", "due", \.due)
    }

    @Test func stringsOfEveryLength() {
        for length in 0..<100 {
            let plain = String(repeating: "abcdefgh", count: 13).prefix(length)
            for unusual in [
                "", "é", "日本", "🚀", "\\n", "\\u00e9", "\\ud83d\\ude00", "\\x", "\u{1}", "\u{7F}", "\\ud83d",
            ] {
                for text in ["\"\(plain)\(unusual)\"", "\"\(unusual)\(plain)\"", "\"\(plain)\(unusual)"] {
                    compare(text, "title", \.title)
                    compare(text, "state", \.state)
                }
            }
        }
    }

    @Test func bytesThatAreNoCharactersAreRejected() {
        for bytes: [UInt8] in [
            [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3],
            [0xFF],
        ] {
            for count in 0..<40 {
                let front = Array(#"{"id":1,"name":""#.utf8) + [UInt8](repeating: 0x61, count: count)
                #expect(throws: JSONError.self) { try Plain(json: front + bytes + Array(#"bcdefgh"}"#.utf8)) }
            }
        }
    }

    /// The order of the fields, missing ones and repeated ones do not matter.
    @Test func membersComeInAnyOrder() throws {
        let members = [#""id":1"#, #""name":"n""#, #""count":2"#, #""open":true"#, #""x":[{}]"#, #""\u0074itle":"t""#]
        let model = try Plain(json: "{\(members.joined(separator: ","))}")
        for shift in members.indices {
            let others = Array(members[shift...] + members[..<shift])
            #expect(try Plain(json: "{\(others.joined(separator: ","))}") == model)
            #expect(try Plain(json: "{\(others.reversed().joined(separator: " ,\n "))}") == model)
            #expect(try Plain(json: "{\((others + [#""count":9,"title":"other""#]).joined(separator: ","))}") == model)
        }
        #expect(throws: JSONError.self) { try Plain(json: #"{"id":1,"count":2}"#) }
        #expect(throws: JSONError.self) { try Plain(json: "{}") }
    }

    /// What is made from its bytes is what the standard library makes.
    @Test func smallStringsAreThoseOfTheStandardLibrary() throws {
        #expect(SmallText.isKnown)
        for count in 0...20 {
            let text = String("abcdefghijklmnopqrst".prefix(count))
            let name = try Plain(json: #"{"id":1,"name":"\#(text)","unknown":"\#(String(repeating: "x", count: 40))"}"#)
                .name
            #expect(name == text && name.hashValue == text.hashValue && name.utf8.count == count)
            #expect(Array((name + "é").utf8) == Array(text.utf8) + [0xC3, 0xA9])
            guard count <= SmallText.longest else { continue }
            let bits = [name, text].map { unsafeBitCast($0, to: (UInt64, UInt64).self) }
            #expect(bits[0] == bits[1])
        }
    }
}
