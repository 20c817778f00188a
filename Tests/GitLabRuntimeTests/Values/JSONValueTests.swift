// JSON values: reading and changing them, their text, and other types.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct JSONValueTests {
    @Test func accessors() throws {
        let json = try JSONValue(json: #"{"n":null,"b":true,"i":-3,"d":1.5,"w":2e0,"s":"x","a":[1],"o":{"k":1}}"#)
        #expect(json["n"]?.isNull == true && json["b"]?.isNull == false)
        #expect(json["b"]?.boolValue == true && json["i"]?.boolValue == nil)
        #expect(json["i"]?.intValue == -3 && json["w"]?.intValue == 2 && json["d"]?.intValue == nil)
        #expect(JSONValue.double(3).intValue == 3 && JSONValue.double(1e300).intValue == nil)
        #expect(JSONValue.double(.nan).intValue == nil && json["s"]?.intValue == nil)
        #expect(json["d"]?.doubleValue == 1.5 && json["i"]?.doubleValue == -3 && json["s"]?.doubleValue == nil)
        #expect(json["s"]?.stringValue == "x" && json["i"]?.stringValue == nil)
        #expect(json["a"]?.arrayValue == [1] && json["o"]?.arrayValue == nil)
        #expect(json["o"]?.objectValue == ["k": 1] && json["a"]?.objectValue == nil)
    }

    @Test func pathsReadWithoutQuestionMarks() throws {
        let json = try JSONValue(json: #"{"a":{"b":[{"c":"deep"},null]}}"#)
        #expect(json["a"]["b"][0]["c"]?.stringValue == "deep")
        #expect(json["a"]?["b"]?[0]?["c"] == "deep")
        #expect(json["a"]["none"][0]["c"] == nil)
        #expect(json["a"]["b"][1] == .some(.null) && json["a"]["b"][2] == nil && json["a"]["b"]["c"] == nil)
    }

    @Test func membersAreAssigned() throws {
        var json: JSONValue = ["a": 1]
        json["b"] = "two"
        json["a"] = nil
        json["c"] = .null
        json["d"]["e"]["f"] = true
        json["d"]["g"][0] = 1
        json["d"]["g"][1] = 2
        #expect(json.description == #"{"b":"two","c":null,"d":{"e":{"f":true},"g":[1,2]}}"#)
        json["d"]["e"]["f"] = nil
        json["d"]["none"]["f"] = nil
        #expect(json["d"] == ["e": [:], "g": [1, 2]])
        // An assigned value can be read, whatever the value was before.
        json["b"]["x"] = 1
        #expect(json["b"] == ["x": 1])
        var empty = JSONValue.null
        empty["a"] = nil
        #expect(empty == .null)
        empty["a"] = 1
        #expect(empty == ["a": 1])
    }

    @Test func elementsAreAssigned() {
        var json: JSONValue = [1, 2]
        json[0] = "one"
        json[2] = 3
        json[4] = 5
        json[-1] = 0
        #expect(json == ["one", 2, 3])
        json[1] = nil
        json[7] = nil
        json[0] = .null
        #expect(json == [nil, 3])
        var empty = JSONValue.null
        empty[1] = 1
        #expect(empty == .null)
        empty[0] = 1
        #expect(empty == [1])
    }

    @Test(arguments: [
        "null", "true", "false", "0", "-9223372036854775808", "9223372036854775807", "1.5", "\"\"", "[]", "{}",
        #"[[],{},[[]]]"#, #"{"a":[1,{"b":null}],"b":{"c":{}},"ü":"日本"}"#, #"["\"\\\n\r\t\u0000\u001f/"]"#,
    ])
    func descriptionIsCompactJSON(text: String) throws {
        let value = try JSONValue(json: text)
        #expect(value.description == text && value.debugDescription == text && "\(value)" == text)
    }

    @Test func descriptionIsSortedAndCanBeReadAgain() throws {
        let value: JSONValue = ["b": 1, "a": [1e300, -0.0, 0.1, 1e-7], "aa": nil, "A": "x,]}"]
        #expect(value.description == #"{"A":"x,]}","a":[1e+300,-0.0,0.1,1e-07],"aa":null,"b":1}"#)
        #expect(try JSONValue(json: value.description)["a"] == [1e300, 0, 0.1, 1e-7])
        #expect(JSONValue.array([.double(.infinity), .double(.nan)]).description == "[null,null]")
    }

    /// A value by hand may be nested deeper than any document; its text needs no deep stack.
    @Test func deepValues() throws {
        var value = JSONValue.null
        for _ in 0..<4_000 { value = .array([.object(["a": value])]) }
        let text = value.description
        #expect(text == String(repeating: #"[{"a":"#, count: 4_000) + "null" + String(repeating: "}]", count: 4_000))
        #expect(throws: JSONError.self) { try JSONValue(json: text) }
        #expect(throws: JSONError.self) { try value.decode(as: JSONValue.self) }
    }

    /// The parts of requests are read with a stack.
    @Test func deepValuesAreNotEncoded() throws {
        func nested(_ levels: Int) -> JSONValue { (0..<levels).reduce(.null) { value, _ in .object(["a": value]) } }
        #expect(try JSONValue(encoding: nested(512)) == nested(512))
        #expect(throws: JSONError.self) { try JSONValue(encoding: nested(513)) }
        #expect(throws: JSONError.self) { try CustomRequest(.post, "/x", json: nested(10_000)) }
    }

    /// Assigning below changes in place: the storage around the assigned value moves only to grow.
    @Test func assigningBelowCopiesNothingAround() {
        func storage(_ json: JSONValue) -> [UInt] {
            [
                unsafeBitCast(json["variables"]?.objectValue ?? [:], to: UInt.self),
                unsafeBitCast(json["list"]?.arrayValue ?? [], to: UInt.self),
            ]
        }
        var json: JSONValue = ["variables": [:], "list": []]
        var (moves, last) = (0, storage(json))
        for index in 0..<1_000 {
            json["variables"]["\(index)"] = 1
            json["list"][index]["id"] = 1
            let now = storage(json)
            moves += zip(last, now).filter { $0 != $1 }.count
            last = now
        }
        #expect(json["variables"]?.objectValue?.count == 1_000 && json["list"][999]["id"] == 1)
        #expect(moves < 50, "doubling for 1,000 members and elements takes about ten moves each")
    }

    @Test func aChangeThatFailsLeavesTheValue() {
        struct Failure: Error {}
        func fail(_ value: inout JSONValue?) throws { throw Failure() }
        var json: JSONValue = ["a": ["b": [1, 2]]]
        let before = json
        for change: (inout JSONValue) throws -> Void in [
            { try fail(&$0["a"]) }, { try fail(&$0["a"]["b"]) }, { try fail(&$0["a"]["b"][1]) },
            { try fail(&$0["x"]["y"]) },
            { try fail(&$0["a"]["b"][2]["z"]) }, { try fail(&$0[0]) },
        ] {
            #expect(throws: Failure.self) { try change(&json) }
            #expect(json == before)
        }
    }

    @Test func otherTypes() throws {
        let json: JSONValue = ["id": 7, "name": "x", "created_at": "2024-02-29T00:00:00Z", "visibility": "private"]
        let thing = try json.decode(as: Thing.self)
        #expect(thing.id == 7 && thing.visibility == .private)
        #expect(thing.createdAt == Timestamp.date("2024-02-29T00:00:00Z"))
        #expect(try JSONValue(encoding: thing) == json)
        #expect(try JSONValue.array([1, 2]).decode(as: [Int].self) == [1, 2])
        let text: String = try JSONValue.string("x").decode()
        #expect(text == "x")
        #expect(throws: DecodingError.self) { try JSONValue.object([:]).decode(as: Thing.self) }
        #expect(throws: JSONError.self) { try JSONValue.string("x").decode(as: Int.self) }
        // No element is taken for its array, as responses allow.
        #expect(throws: JSONError.self) { try JSONValue.object(["a": 1]).decode(as: [JSONValue].self) }
        #expect(try JSONValue(encoding: ["a": [1, nil]]) == ["a": [1, nil]])
        #expect(try JSONValue(encoding: json) == json && JSONValue(encoding: "x") == "x")
        #expect(throws: EncodingError.self) { try JSONValue(encoding: [Double.nan]) }
        #expect(throws: EncodingError.self) { try JSONValue(encoding: Date(timeIntervalSince1970: 1e14)) }
    }
}
