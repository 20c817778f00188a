// Single values are written straight into the bytes; that way and the way through the value model must agree.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct FastWayTests {
    /// Adds each attribute with its own type, as a generated request does.
    private struct Typed: GitLabRequest {
        typealias Response = EmptyResponse
        static let endpoint = Endpoint("things.typed", .post, "/things")
        var name: String
        var text: String?
        var integer: Int?
        var bool: Bool?
        var date: Date?
        var list: [String]?
        var order: ThingOrder?
        var level: Level?
        var nullable: WriteState<String>

        func addBody(to body: inout ParameterEncoder) {
            body.add(name, text)
            body.add("integer", integer)
            body.add(name, bool)
            body.add("date", date)
            body.addCommaSeparated(name, list)
            body.add("order", order)
            body.add("level", level)
            body.add(name, nullable)
        }
    }

    private struct Level: OpenEnum {
        var rawValue: Int
    }

    private static let texts = [
        "", "a", "plain_text-1.0~", "a b", "a+b", "a&b=c;d", "100%", "é😀", "\"\\/", "a\nb\r\tc", "\u{1}\u{1F}\u{7F}",
        "a,b",
        "\0", "x\0y", "[a]", "e\u{301}", String(repeating: "long ", count: 100),
    ]
    private static let names = [
        "name", "with_underscores_and_length_20", "a b", "é", "a[b]", "a]", "", "nul\0", "format", "id",
    ]

    private func outcome(_ body: () throws(ValidationError) -> String) -> String {
        do { return try body() } catch { return "rejected: \(error.message)" }
    }

    @Test(arguments: [UInt64(1), 2, 3])
    func bothWaysWriteTheSame(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var rejected = 0
        for _ in 0..<2_000 {
            let date = Date(
                timeIntervalSince1970: Double(Int.random(in: -1_000_000...4_000_000_000, using: &generator)) / 4)
            let request = Typed(
                name: Self.names.randomElement(using: &generator) ?? "",
                text: Bool.random(using: &generator) ? Self.texts.randomElement(using: &generator) : nil,
                integer: Bool.random(using: &generator) ? Int.random(in: .min ... .max, using: &generator) : nil,
                bool: Bool.random(using: &generator) ? Bool.random(using: &generator) : nil,
                date: Bool.random(using: &generator) ? date : nil,
                list: Bool.random(using: &generator)
                    ? (0..<Int.random(in: 0...3, using: &generator)).map { _ in
                        Self.texts.randomElement(using: &generator) ?? ""
                    } : nil,
                order: Bool.random(using: &generator) ? .updatedAt : nil,
                level: Bool.random(using: &generator) ? Level(rawValue: -5) : nil,
                nullable: [.absent, .null, .value("v w")].randomElement(using: &generator) ?? .absent)
            var taken = PathAttributeList()
            taken.append(PathAttribute(name: "id", text: "1"))
            for place in [QueryPairs.Place.query, .form] {
                let fast = outcome { () throws(ValidationError) in
                    var encoder = ParameterEncoder(QueryPairs(place), taken: taken)
                    request.addBody(to: &encoder)
                    return try encoder.text()
                }
                let slow = outcome { () throws(ValidationError) in
                    var encoder = ParameterEncoder(QueryPairs(place), taken: taken)
                    for pair in request.bodyParameters.pairs { encoder.add(pair.name, value: pair.value) }
                    return try encoder.text()
                }
                #expect(fast == slow)
                if fast.hasPrefix("rejected") { rejected += 1 }
            }
        }
        // Both kinds of outcome occur.
        #expect(rejected > 500 && rejected < 3_900)
    }

    @Test(arguments: [Int64(0), 7, -7, 10, 99, 100, -100, .max, .min])
    func integers(number: Int64) {
        var buffer = ByteBuffer()
        buffer.append(decimal: number)
        #expect(buffer.text == "\(number)")
    }

    @Test func exactlyTheUnreservedCharactersAreLeftAlone() {
        let unreserved = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~".utf8)
        for byte in UInt8.min ... .max {
            #expect(PercentEncoding.isUnreserved(byte) == unreserved.contains(byte))
        }
    }

    @Test func bytesPile() {
        var buffer = ByteBuffer()
        #expect(buffer.isEmpty && buffer.text == "")
        var expected: [UInt8] = []
        for round in 0..<2_000 {
            let piece = Array("\(round),".utf8)
            buffer.append(piece)
            expected += piece
        }
        #expect(buffer.array == expected)
    }
}
