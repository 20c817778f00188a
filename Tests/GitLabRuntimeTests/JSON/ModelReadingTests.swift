// Models: fields in any order, null, missing, unknown, twice and of another type; and their errors.

import Foundation
import Testing

@testable import GitLabRuntime

private struct Sort: OpenEnum {
    let rawValue: String
}

private struct Rank: OpenEnum {
    let rawValue: Int
}

private struct Part: GitLabModel, Equatable {
    var id = 0
    var label: String?

    static let modelFields = ModelFields(of: emptyModel)
    static var emptyModel: Part { Part() }
    mutating func recordFields(in fields: inout FieldRecorder) {
        fields.integer("id", always: &id)
        fields.string("label", &label)
    }
}

private struct Whole: GitLabModel, Equatable {
    var id = 0
    var name = ""
    var isArchived: Bool?
    var isPublic = false
    var count: Int?
    var share: Double?
    var size = 0.0
    var created: Date?
    var updated = Date(timeIntervalSinceReferenceDate: 0)
    var due: CalendarDate?
    var kind: Sort?
    var level: Rank?
    var tags: [String]?
    var parts: [Part]?
    var part: Part?
    var anything: JSONValue?
    var amounts: [String: Double]?
    var matrix: [[Int]]?
    var redactedToken: Redacted<String>?
    var redactedKey = Redacted("")

    static let modelFields = ModelFields(of: emptyModel)
    static var emptyModel: Whole { Whole() }

    mutating func recordFields(in fields: inout FieldRecorder) {
        fields.integer("id", always: &id)
        fields.string("name", always: &name)
        fields.boolean("archived", &isArchived)
        fields.boolean("public", always: &isPublic)
        fields.integer("count", &count)
        fields.number("share", &share)
        fields.number("size", always: &size)
        fields.moment("created_at", &created)
        fields.moment("updated_at", always: &updated)
        fields.value("due", &due)
        fields.enumeration("kind", &kind)
        fields.value("level", &level)
        fields.strings("tags", &tags)
        fields.value("parts", &parts)
        fields.value("part", &part)
        fields.value("anything", &anything)
        fields.value("amounts", &amounts)
        fields.value("matrix", &matrix)
        fields.secret("token", &redactedToken)
        fields.secret("key", always: &redactedKey)
    }
}

private let full: [String: String] = [
    "id": "1", "name": "\"n\"", "archived": "true", "public": "false", "count": "2", "share": "0.5", "size": "3",
    "created_at": "\"2024-02-29T12:00:00.500+01:00\"", "updated_at": "\"2024-02-29\"", "due": "\"2024-03-01\"",
    "kind": "\"new\"", "level": "99", "tags": #"["a","b\n"]"#, "parts": #"[{"id":1},{"id":2,"label":"x"}]"#,
    "part": #"{"label":null,"id":3}"#, "anything": #"{"a":[1,null]}"#, "amounts": #"{"x":1,"y":2.5}"#,
    "matrix": "[[1],[],[2,3]]", "token": "\"t\"", "key": "\"k\"",
]

@Suite struct ModelReadingTests {
    /// Returns the value from the bytes and from a decoder over them, which have to agree.
    private func read(_ members: [(String, String)]) throws -> Result<Whole, JSONError> {
        let text = "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
        let own = Result { () throws(JSONError) in try Whole(json: Array(text.utf8)) }
        let theirs = try? ResponseDecoder.decode(Whole.self, from: Array(text.utf8))
        #expect((try? own.get()) == theirs, "\(text)")
        return own
    }

    private func sorted(_ members: [String: String]) -> [(String, String)] { members.sorted { $0.key < $1.key } }

    @Test func fieldsAreReadInAnyOrder() throws {
        let names = Whole.modelFields.labels.map(\.name)
        let whole = try read(names.map { ($0, full[$0] ?? "") }).get()
        #expect(
            whole.id == 1 && whole.name == "n" && whole.isArchived == true && whole.count == 2 && whole.share == 0.5)
        #expect(whole.created == Timestamp.date("2024-02-29T11:00:00.5Z") && whole.due?.description == "2024-03-01")
        #expect(whole.updated == Timestamp.date("2024-02-29T00:00:00Z") && whole.kind?.rawValue == "new")
        #expect(whole.level?.rawValue == 99 && whole.tags == ["a", "b\n"] && whole.matrix == [[1], [], [2, 3]])
        #expect(whole.parts?.map(\.id) == [1, 2] && whole.parts?[1].label == "x" && whole.part?.id == 3)
        #expect(whole.anything == ["a": [1, nil]] && whole.amounts == ["x": 1, "y": 2.5] && whole.size == 3)
        #expect(whole.redactedToken?.value == "t" && whole.redactedKey.value == "k")
        for _ in 0..<50 { #expect(try read(full.shuffled().map { ($0, $1) }).get() == whole) }
    }

    @Test func nullAndMissingAreNil() throws {
        for (name, _) in full {
            let isNeeded = Whole.modelFields.always.contains { Whole.modelFields.labels[$0].name == name }
            var members = full
            members[name] = "null"
            let null = try read(sorted(members))
            members[name] = nil
            let missing = try read(sorted(members))
            if isNeeded {
                for (result, kind) in [(null, JSONError.Kind.wrongType), (missing, .missing)] {
                    guard case .failure(let error) = result else {
                        Issue.record("\(name) is not needed")
                        continue
                    }
                    #expect(error.kind == kind && error.path == name)
                }
            } else {
                #expect(try null.get() == missing.get())
            }
        }
    }

    @Test func otherTypesAreRejectedWithTheirPlace() throws {
        for (name, _) in full where name != "anything" {
            for other in ["[true]", #"{"z":true}"#, "true", "\"?\"", "1e999", "1.5", "7"] {
                var members = full
                members[name] = other
                guard case .failure(let error) = try read(sorted(members)) else { continue }
                #expect(error.path.hasPrefix(name) && error.kind != .notJSON && error.offset > 0, "\(error)")
            }
        }
    }

    @Test func unknownMembersAreReadOver() throws {
        let expected = try read(sorted(full)).get()
        var members = sorted(full)
        for (index, value) in ["1", "null", #"{"id":5}"#, "[[{}]]", #""\u00e9""#, "1e999"].enumerated() {
            members.insert(("unknown_\(index)", value), at: index * 3)
        }
        members.insert(("", "1"), at: 0)
        members.insert(("i", "1"), at: 0)
        members.insert(("ids", "1"), at: 0)
        members.insert(("created_aT", "1"), at: 0)
        #expect(try read(members).get() == expected)
        members.append(("last", "[1,]"))
        #expect(throws: JSONError.self) { try Whole(json: Array("{\(members)}".utf8)) }
    }

    @Test func theFirstOfTwoCounts() throws {
        #expect(try read(sorted(full) + [("id", "2"), ("count", "null"), ("tags", "[]")]).get().id == 1)
        #expect(try read([("count", "null")] + sorted(full)).get().count == nil)
        #expect(try read(sorted(full) + [("id", "\"x\"")]).get().id == 1)
    }

    @Test func escapedNamesAreNames() throws {
        #expect(try read([(#"\u0069d"#, "7")] + sorted(full)).get().id == 7)
        #expect(try read([(#"created\u005fat"#, "null")] + sorted(full)).get().created == nil)
    }

    @Test(arguments: [
        (#"{"id":"x"}"#, "id", 6, "a string, where an integer is needed"),
        (#" {"id":1.5}"#, "id", 7, "a number with a fraction, where an integer is needed"),
        (#"{"id":1,"label":[]}"#, "label", 16, "an array, where a string is needed"),
        (#"{"label":"l"}"#, "id", 0, "missing"), ("{}", "id", 0, "missing"),
        ("[]", "", 0, "an array, where an object is needed"), ("null", "", 0, "null, where an object is needed"),
        (#"{"id":1"#, "id", 7, "the JSON ends too early"), (#"{"id":1,}"#, "id", 8, "`}` is not valid JSON here"),
        (#"{"x":{"y":[0,"\q"]}}"#, "x.y[1]", 14, "a string with an escape that JSON does not have"),
        (#"{"id":1} 2"#, "", 9, "`2` is not valid JSON here"),
    ]) func errorsNamePlaceAndReason(text: String, path: String, offset: Int, reason: String) {
        let error = #expect(throws: JSONError.self) { try Part(json: Array(text.utf8)) }
        #expect(error?.path == path && error?.offset == offset && error?.reason == reason, "\(error as Any)")
        let nested = #expect(throws: JSONError.self) {
            try [String: [Part]](json: Array(#"{"a":[],"b":[{"id":1},\#(text)]}"#.utf8))
        }
        if error?.kind != .notJSON {
            #expect(nested?.path == (path.isEmpty ? "b[1]" : "b[1].\(path)") && nested?.offset == offset + 22)
        }
    }

    @Test func storageGivesTheSameBack() throws {
        let whole = try read(sorted(full)).get()
        let stored = try JSONEncoder().encode(whole)
        #expect(try JSONDecoder().decode(Whole.self, from: stored) == whole)
        let object = try #require(try JSONSerialization.jsonObject(with: stored) as? [String: Any])
        #expect(Set(object.keys) == Set(full.keys))
        let list = try PropertyListEncoder().encode([whole])
        #expect(try PropertyListDecoder().decode([Whole].self, from: list) == [whole])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Whole.self, from: Data("{}".utf8)) }
    }
}
