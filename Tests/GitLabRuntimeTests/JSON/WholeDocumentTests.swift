// Values of any shape in types that `JSONDecoder` reads.

import Foundation
import Testing

@testable import GitLabRuntime

private struct Own: Decodable, Equatable {
    struct Part: Decodable, Equatable {
        var any: JSONValue
        var rest: [String: [JSONValue]]
    }
    var first: JSONValue
    var parts: [Part]
    var missing: JSONValue?
}

@Suite struct WholeDocumentTests {
    private let text = #"""
        {"first":[1,2.5,"x",null,{"a":true}],"parts":[{"any":-1,"rest":{}},{"any":{"b":[]},"rest":{"c":[false,1e2]}}]}
        """#

    @Test func theSameIsReadAsByADecoderAlone() throws {
        let bytes = Array(text.utf8)
        let own = try ResponseDecoder.decode(Own.self, from: bytes)
        #expect(try JSONDecoder().decode(Own.self, from: Data(bytes)) == own)
        #expect(own.first == [1, 2.5, "x", nil, ["a": true]] && own.parts[1].rest["c"]?[1] == 100)
        #expect(own.missing == nil)
    }

    @Test(.timeLimit(.minutes(1))) func aDeepAndWideDocumentIsReadAtOnce() throws {
        let depth = 400
        let leaves = Array(repeating: "0", count: 25_000).joined(separator: ",")
        let text =
            #"{"parts":[],"first":"# + String(repeating: #"{"a":"#, count: depth) + "[\(leaves)]"
            + String(repeating: "}", count: depth + 1)
        var value = try ResponseDecoder.decode(Own.self, from: Array(text.utf8)).first
        for _ in 0..<depth { value = value["a"] ?? nil }
        guard case .array(let elements) = value else { throw GitLabError(kind: .decoding, message: "no array") }
        #expect(elements.count == 25_000)
    }
}
