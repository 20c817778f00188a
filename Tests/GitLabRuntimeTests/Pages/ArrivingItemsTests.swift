// Reading a page in pieces gives what reading it whole gives: the same items, and the same errors.

import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct ArrivingItemsTests {
    private static let head = HTTPResponse(status: .ok)

    /// The items of a text that arrives in pieces, and the error.
    private func inPieces<Item: Decodable & Sendable>(
        _ type: Item.Type, _ text: [UInt8], of length: Int, _ tolerance: Tolerance = Tolerance()
    ) async throws -> (items: [Item], findings: [UnexpectedContent], error: String?, ahead: Int) {
        let queue = ItemQueue<Item>()
        let reader = ArrivingItems<Item>(queue, page: 1, after: nil, tolerance)
        let beginning = reader.begin(Self.head)
        for first in stride(from: 0, to: text.count, by: length) {
            let piece = Array(text[first..<min(first + length, text.count)])
            #expect(reader.append(piece, of: beginning, upTo: .max))
        }
        let ahead = reader.handedOn.count
        var (findings, message): ([UnexpectedContent], String?) = ([], nil)
        do {
            let rest = try reader.rest(of: text)
            findings = rest.unexpected
            queue.end(.success(rest.value))
        } catch let error as Unreadable {
            (findings, message) = (error.found, "\(error.error)")
            queue.end(.success([]))
        } catch {
            message = "\(error)"
            queue.end(.success([]))
        }
        var items: [Item] = []
        while let more = try await queue.next() { items += more }
        return (items, findings, message, ahead)
    }

    private static let texts = [
        "[]", " [ ] ", "[1]", "[1,2]", "[1 , 2 ]\n", #"["a","b\"]","\\","é\u00e9"]"#, "[null,true,false,-1.5e3]",
        #"[{"a":[1,{"b":"]}"}]},{},{"c":"\\\""}]"#, "[[1],[2]]", "[[1]]", #"[{"a":1},[2],[],3]"#, "{}", "1", "", " ",
        "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1]]", "[1],", "[1}", #"["a]"#, #"["a\"]"#, #"[{"a":1]"#,
        #"[{"a":1},{"a" 1},{"a":2}]"#, "[1,tru,2]", "[1,01,2]", #"[1,"\x",2]"#, "[{]}]", "[1,2", "[1,2,\"", "<html>",
        "[1,{\"a\":[}]},2]", "[1:2]", "[1,\u{1},2]", "[\"\u{1}\"]", "[1,2,]", "[{\"a\":1}{\"b\":2}]",
    ]

    @Test("Pieces of each length are read as the whole text", arguments: [1, 2, 3, 5, 8, 100])
    func anyLength(length: Int) async throws {
        for text in Self.texts {
            let bytes = Array(text.utf8)
            let read = try await inPieces(JSONValue.self, bytes, of: length)
            do {
                let whole = try ResponseReader.reading([JSONValue].self, from: bytes, Tolerance()).value
                #expect(read.items == whole && read.error == nil, "\(text): \(read)")
            } catch {
                #expect(read.error == "\(error)", "\(text)")
            }
        }
    }

    @Test("Random texts, broken at random, are read as whole ones")
    func randomTexts() async throws {
        var random = SeededGenerator(seed: 19)
        let letters = Array(#"[]{}",:\ 1a"#.utf8) + [0xC3, 0xA9]
        for _ in 0..<3_000 {
            var bytes = Array(Self.texts.randomElement(using: &random)!.utf8)
            for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
                bytes[Int.random(in: bytes.indices, using: &random)] = letters.randomElement(using: &random)!
            }
            let read = try await inPieces(JSONValue.self, bytes, of: Int.random(in: 1...9, using: &random))
            let whole = Result { try ResponseReader.reading([JSONValue].self, from: bytes, Tolerance()).value }
            switch whole {
            case .success(let items): #expect(read.items == items && read.error == nil, "\(bytes)")
            case .failure(let error): #expect(read.error == "\(error)", "\(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }

    @Test("Items before an unreadable one are handed on, and the error has its place")
    func unreadable() async throws {
        let read = try await inPieces(Int.self, Array(#"[1, 2, "x", 4]"#.utf8), of: 3)
        #expect(read.items == [1, 2])
        #expect(read.error == "[2]: a string, where an integer is needed (byte 7)")
        // Whether it was read ahead makes no difference.
        let atOnce = try await inPieces(Int.self, Array(#"[1, 2, "x", 4]"#.utf8), of: 100)
        #expect(atOnce.items == read.items && atOnce.error == read.error)
    }

    @Test("Elements that cannot be read are left out and reported, with their places in the page")
    func leftOut() async throws {
        let tolerance = Tolerance(skipsElements: true, skipsFields: true, reports: true)
        let bytes = Array(#"[1, "x", 3, [], "5"]"#.utf8)
        let whole = try ResponseReader.reading([Int].self, from: bytes, tolerance)
        for length in [1, 4, 100] {
            let read = try await inPieces(Int.self, bytes, of: length, tolerance)
            #expect(read.items == [1, 3, 5] && read.items == whole.value)
            #expect(read.findings == whole.unexpected && read.findings.count == 3, "\(read.findings)")
        }
    }

    @Test("Each element is handed on with its last byte, or the one behind a number")
    func border() async throws {
        let reader = ArrivingItems<JSONValue>(ItemQueue(), page: 1, after: nil, Tolerance())
        let beginning = reader.begin(Self.head)
        var counts: [Int] = []
        for byte in #"[{"a":"}"},12,"x"]"#.utf8 {
            #expect(reader.append([byte], of: beginning, upTo: .max))
            counts.append(reader.handedOn.count)
        }
        #expect(counts == Array(repeating: 0, count: 9) + [1, 1, 1, 1, 2, 2, 2, 3, 3])
    }

    @Test("Nesting is limited as in a whole text")
    func deep() async throws {
        for depth in [510, 511, 512, 2_000] {
            let bytes = Array(
                ("[1," + String(repeating: "[", count: depth) + String(repeating: "]", count: depth) + ",2]").utf8)
            let read = try await inPieces(JSONValue.self, bytes, of: 7)
            let whole = Result { try ResponseReader.reading([JSONValue].self, from: bytes, Tolerance()).value }
            #expect((try? whole.get()) == (read.error == nil ? read.items : nil))
            if case .failure(let error) = whole { #expect(read.error == "\(error)") }
        }
    }

    @Test("Pieces of an attempt that was given up are ignored")
    func lateAttempt() async throws {
        let queue = ItemQueue<Int>()
        let reader = ArrivingItems<Int>(queue, page: 1, after: nil, Tolerance())
        let first = reader.begin(Self.head)
        #expect(reader.append(Array("[1,2,".utf8), of: first, upTo: .max))
        let second = reader.begin(Self.head)
        #expect(reader.append(Array("[1,".utf8), of: second, upTo: .max))
        #expect(reader.append(Array("8,9,".utf8), of: first, upTo: .max))
        #expect(reader.append(Array("2,3,".utf8), of: second, upTo: .max))
        #expect(reader.handedOn.count == 3 && reader.handedOn.last == 3)
        #expect(reader.bytes(of: first).isEmpty && reader.bytes(of: second).count == 7)
    }
}
