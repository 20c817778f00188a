// Unexpected content: left out, reported, or neither.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

private struct Color: OpenEnum {
    let rawValue: String
    static let knownRawValues = ["red", "green"]
    static let deprecatedRawValues = ["blue"]
}

private struct Rank: OpenEnum {
    let rawValue: Int
    static let knownRawValues = [10, 20]
}

private struct Pebble: GitLabModel {
    var id = 0
    var color: Color?
    var rank: Rank?
    var tags: [String]?
    var parts: [Pebble]?
    var weights: [String: Double]?
    var redactedKey: Redacted<String>?

    static let modelFields = ModelFields(of: emptyModel)
    static var emptyModel: Pebble { Pebble() }
    mutating func recordFields(in fields: inout FieldRecorder) {
        fields.integer("id", always: &id)
        fields.enumeration("color", &color)
        fields.value("rank", &rank)
        fields.strings("tags", &tags)
        fields.value("parts", &parts)
        fields.value("weights", &weights)
        fields.secret("key", &redactedKey)
    }
}

private struct ListPebbles: ListRequest {
    typealias Item = Pebble
    static let endpoint = Endpoint("pebbles.list", .get, "/pebbles")
}

private struct GetPebble: GitLabRequest {
    typealias Response = Pebble
    static let endpoint = Endpoint("pebbles.get", .get, "/pebble")
}

private struct Own: Decodable, Sendable { var id: Int }

private struct ListOwn: ListRequest {
    typealias Item = Own
    static let endpoint = Endpoint("own.list", .get, "/own")
}

@Suite struct UnexpectedContentTests {
    private let heard = Locked<[String]>([])

    private func client(_ json: String, _ content: GitLabClient.UnreadableContent, listens: Bool) -> GitLabClient {
        GitLabClient.scripted(ScriptedTransport { _, _ in .json(json) }).with {
            $0.unreadableContent = content
            if listens { $0.unexpectedContent = { content in self.heard.withLock { $0.append("\(content)") } } }
        }
    }

    private let mixed = #"""
        [{"id":1,"tags":["a",2,"b",null]},{"id":"x"},{"color":"red"},7,
         {"id":3,"parts":[{"id":4},{"id":null},{"id":5,"color":[]}],"weights":{"a":1,"b":"heavy","c":2.5}},
         {"id":6,"key":["s3cret"]}]
        """#

    @Test(arguments: [false, true]) func whatCannotBeReadIsLeftOut(listens: Bool) async throws {
        let list = try await client(mixed, .skipFieldsAndElements, listens: listens).send(ListPebbles())
        #expect(list.map(\.id) == [1, 3, 6] && list[0].tags == ["a", "b"] && list[2].redactedKey == nil)
        #expect(list[1].parts?.map(\.id) == [4, 5] && list[1].weights == ["a": 1, "c": 2.5])
        let heard = heard.withLock { $0 }
        #expect(heard.isEmpty != listens)
        guard listens else { return }
        #expect(heard.count == 9 && heard.allSatisfy { $0.hasPrefix("GET /api/v4/pebbles: left out at [") }, "\(heard)")
        for part in [
            "[0].tags[1]: [0].tags[1]: a number, where a string is needed", "[0].tags[3]: [0].tags[3]: null",
            "[1]: [1].id: a string, where an integer is needed", "[2]: [2].id: missing",
            "[3]: [3]: a number, where an object",
            "[4].parts[1]: [4].parts[1].id: null", "[4].parts[2].color: [4].parts[2].color: an array",
            "[4].weights.b: [4].weights.b: a string", "[5].key: [5].key: an array, where a string is needed",
        ] {
            #expect(heard.contains { $0.contains(part) }, "\(part)")
        }
        #expect(!"\(heard)".contains("s3cret") && !"\(heard)".contains("heavy"))
    }

    private let odd = #"""
        [{"id":1,"color":[],"tags":["a",2],"weights":{"a":"1.5","b":-2},"key":{"s3cret":1}},{"id":"2","rank":"10"},
         {"id":3,"rank":"ten","parts":[{"id":4,"tags":7}]},{"id":5,"parts":[{"color":"red"}]}]
        """#

    @Test(arguments: [false, true]) func anOddOptionalFieldCostsThatFieldAlone(listens: Bool) async throws {
        let list = try await client(odd, .skipFields, listens: listens).send(ListPebbles())
        #expect(list.map(\.id) == [1, 2, 3, 5] && list[0].color == nil && list[0].tags == nil)
        #expect(list[0].weights == ["a": 1.5, "b": -2] && list[0].redactedKey == nil && list[1].rank?.rawValue == 10)
        #expect(list[2].rank == nil && list[2].parts?.map(\.id) == [4] && list[2].parts?[0].tags == nil)
        let place = "GET /api/v4/pebbles: "
        #expect(
            heard.withLock { $0 }
                == (listens
                    ? [
                        "\(place)left out at [0].color: [0].color: an array, where a string is needed",
                        "\(place)left out at [0].tags: [0].tags[1]: a number, where a string is needed",
                        "\(place)number in text at [0].weights.a",
                        "\(place)left out at [0].key: [0].key: an object, where a string is needed",
                        "\(place)number in text at [1].id", "\(place)number in text at [1].rank",
                        "\(place)left out at [2].rank: [2].rank: a string, where an integer is needed",
                        "\(place)left out at [2].parts[0].tags: [2].parts[0].tags: a number, where an array is needed",
                        "\(place)left out at [3].parts: [3].parts[0].id: missing",
                    ] : []))
    }

    @Test func thatIsTheDefault() async throws {
        let list = try await GitLabClient.scripted(ScriptedTransport { _, _ in .json(odd) }).send(ListPebbles())
        #expect(list.map(\.id) == [1, 2, 3, 5])
        #expect(GitLabClient.Configuration().unreadableContent == .skipFields)
    }

    @Test(arguments: [
        "\"1 \"", "\" 1\"", "\"\"", "\"0x1\"", "\"1.5\"", "\"1\\u0030\"", "\"1e400\"", "\"99999999999999999999\"",
    ])
    func onlyWholeNumbersInTextAreIDs(text: String) async throws {
        let error = try await gitLabError {
            try await client(#"{"id":\#(text)}"#, .skipFields, listens: false).send(GetPebble())
        }
        #expect(error.message.hasPrefix("the response could not be read: id: a string, where an integer is needed"))
    }

    @Test func requiredFieldsAreAlwaysRead() async throws {
        for json in [#"[{"id":1},{"id":true}]"#, #"[{"id":1},{"color":"red"}]"#, #"[{"id":1},{"id":null}]"#] {
            let error = try await gitLabError {
                try await client(json, .skipFields, listens: false).send(ListPebbles())
            }
            #expect(error.kind == .decoding && error.message.contains("[1].id: "))
        }
    }

    @Test func oneBadElementFailsAListOtherwise() async throws {
        let error = try await gitLabError { try await client(mixed, .fail, listens: true).send(ListPebbles()) }
        #expect(error.kind == .decoding && error.message.contains("[0].tags[1]: a number, where a string is needed: 2"))
        #expect((error.underlying as? JSONError)?.path == "[0].tags[1]")
        #expect(heard.withLock { $0.count } == 1)
        #expect(heard.withLock { $0[0] }.hasPrefix("GET /api/v4/pebbles: unreadable response: [0].tags[1]: a number"))
    }

    @Test(arguments: [
        #"[{"id":1},{"id":2}"#, #"[{"id":1},{"id":tru}]"#, #"[{"id":1},{"x":"\q"}]"#, "[{\"id\":1},\u{1}]",
    ])
    func whatIsNoJSONIsNeverRead(json: String) async throws {
        let error = try await gitLabError {
            try await client(json, .skipFieldsAndElements, listens: true).send(ListPebbles())
        }
        #expect(error.kind == .decoding && error.message.contains("not valid JSON"))
    }

    @Test func nothingIsLeftOutToMakeSomethingFit() async throws {
        for json in [#"[{"id":1},{"id":"x"}]"#, #"[{"id":"x"}]"#, #"{"id":"x"}"#] {
            let error = try await gitLabError {
                try await client(json, .skipFieldsAndElements, listens: false).send(GetPebble())
            }
            #expect(error.kind == .decoding)
        }
        let error = try await gitLabError {
            try await client(#"{"message":"no"}"#, .skipFieldsAndElements, listens: false).send(ListPebbles())
        }
        #expect(error.kind == .decoding)
        #expect(try await client(#"[{"id":9}]"#, .skipFieldsAndElements, listens: false).send(GetPebble()).id == 9)
    }

    /// Other findings in an element do not matter once it is left out.
    @Test func ofWhatIsLeftOutNothingElseIsReported() async throws {
        let json = #"[{"new":1,"color":"mauve","tags":[1],"id":"x"},{"id":2,"parts":[{"new":[2],"id":3}]}]"#
        let list = try await client(json, .skipFieldsAndElements, listens: true).send(ListPebbles())
        #expect(list.map(\.id) == [2])
        #expect(
            heard.withLock { $0 } == [
                "GET /api/v4/pebbles: left out at [0]: [0].id: a string, where an integer is needed",
                "GET /api/v4/pebbles: unknown field at [1].parts[0].new",
            ])
    }

    @Test func newFieldsAndValuesAreReported() async throws {
        let json = #"""
            [{"id":1,"shape":{"round":true},"color":"red"},{"id":2,"color":"blue","rank":10},
             {"id":3,"color":"mauve","rank":15,"parts":[{"n\u0065w":1,"id":4,"color":null}]}]
            """#
        let list = try await client(json, .fail, listens: true).send(ListPebbles())
        #expect(list[2].color?.rawValue == "mauve" && list[2].color?.isKnown == false && list[1].color?.isKnown == true)
        #expect(
            heard.withLock { $0 } == [
                "GET /api/v4/pebbles: unknown field at [0].shape",
                "GET /api/v4/pebbles: unknown value at [2].color: \"mauve\"",
                "GET /api/v4/pebbles: unknown value at [2].rank: \"15\"",
                "GET /api/v4/pebbles: unknown field at [2].parts[0].new",
            ])
    }

    @Test func knownResponsesAreNotReported() async throws {
        let json = #"[{"id":1,"color":"green","rank":null,"tags":[],"weights":{"new":1}}]"#
        _ = try await client(json, .skipFieldsAndElements, listens: true).send(ListPebbles())
        #expect(heard.withLock { $0 } == [])
        #expect(Color.knownValues.map(\.rawValue) == ["red", "green"])
    }

    @Test func typesOfOnesOwnAreReadByJSONDecoder() async throws {
        let client = client(#"[{"id":1,"new":2},{"id":"x"}]"#, .skipFieldsAndElements, listens: true)
        let error = try await gitLabError { try await client.send(ListOwn()) }
        #expect(error.underlying is DecodingError && heard.withLock { $0.count } == 1)
    }

    @Test(arguments: [
        (#"{"id":"x"}"#, #"id: a string, where an integer is needed: "x""#), ("{}", "id: missing: an empty object"),
        (#"{"color":"v","tags":[]}"#, "id: missing: an object with color, tags"),
        (#"{"id":{"a":1,"b":"v"}}"#, "id: an object, where an integer is needed: an object with a, b"),
        (#"{"id":null}"#, "id: null, where an integer is needed"),
        ("[]", "an array, where an object is needed: an array of 0"),
        (#"{"id":1.5}"#, "id: a number with a fraction, where an integer is needed: 1.5"),
        (#"{"id":1"#, "7 bytes that are not valid JSON: id: the JSON ends too early (byte 7)"),
        ("Retry later", #"it is not JSON and begins with "Retry later""#),
        (#"{"id":1,"key":{"s3cret":"s3cret"}}"#, "key: an object, where a string is needed"),
        (#"{"id":1,"parts":[{"id":2,"key":["s3cret"]}]}"#, "parts[0].key: an array, where a string is needed"),
        (
            #"{"id":"https://u:pw@example.com/"}"#,
            #"id: a string, where an integer is needed: "https://[redacted]@example.com/""#
        ),
    ]) func errorsSayPlaceReasonAndValue(json: String, words: String) async throws {
        let error = try await gitLabError { try await client(json, .fail, listens: false).send(GetPebble()) }
        #expect(error.message == "the response could not be read: " + words)
    }
}
