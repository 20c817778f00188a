// Every model compared and hashed: equal exactly if all its fields are.

import Foundation
import GitLab
import TestClient
import Testing

@Suite struct ModelEqualityTests {
    @Test(arguments: allModelExamples.indices) func equalExactlyIfAllFieldsAre(index: Int) throws {
        try check(allModelExamples[index].model, json: allModelExamples[index].json)
    }

    private func check<Model: GitLabModel>(_ type: Model.Type, json: String) throws {
        let full = try Model(json: Array(json.utf8))
        #expect(try full == Model(json: Array(json.utf8)) && full.hashValue == full.hashValue, "\(type)")
        guard case .object(let members) = try JSONValue(json: Array(json.utf8)) else {
            Issue.record("\(type): the example is no object")
            return
        }
        var seen = [full: 1]
        let names = members.keys.sorted()
        // Of a model with hundreds of fields, some forty: each costs a dozen models.
        for name in stride(from: 0, to: names.count, by: max(1, names.count / 200 * 5)).map({ names[$0] }) {
            // Without the field, or with another value in it, whichever of these the model can hold.
            let variants = (others + changed(members[name]) + [nil]).compactMap { other -> Model? in
                var changed = members
                changed[name] = other
                return try? Model(json: Array(JSONEncoder().encode(JSONValue.object(changed))))
            }
            #expect(try variants.contains { try stored($0) != stored(full) }, "\(type).\(name) never changes")
            for variant in variants {
                let same = try stored(variant) == stored(full)
                #expect((variant == full) == same && (full == variant) == same, "\(type).\(name)")
                if same { #expect(variant.hashValue == full.hashValue, "\(type).\(name)") }
                #expect((seen[variant] == 1) == same, "\(type).\(name): found by its hash")
                if seen[variant] == nil { seen[variant] = 2 }
            }
            // The hash is of all fields: hardly ever two are alike.
            let hashes = try variants.filter { try stored($0) != stored(full) }.map(\.hashValue)
            #expect(!hashes.contains(full.hashValue), "\(type).\(name) is not hashed")
        }
    }

    /// An object with one text in it changed, for a type with fields that are always there.
    private func changed(_ value: JSONValue?) -> [JSONValue?] {
        guard case .object(let members) = value else { return [] }
        return members.compactMap { name, member in
            guard case .string = member else { return nil }
            return .object(members.merging([name: .string("another")]) { $1 })
        }
    }

    private let others: [JSONValue?] = [
        .bool(true), .bool(false), .integer(7777), .string("another"), .string("2001-02-03"),
        .object(["id": .integer(7777), "username": .string("another"), "name": .string("Another")]),
        .string("2001-02-03T04:05:06.789Z"), .array([]), .array([.string("another")]), .object([:]),
        .object(["another": .string("value")]), .object(["another": .integer(7777)]),
    ]

    /// All that a value holds.
    private func stored(_ model: some GitLabModel) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(model), as: UTF8.self)
    }
}
