// Every model, read from bytes and decoded by JSONDecoder: the same values, and the same documents rejected.

import Foundation
import GitLab
import TestClient
import Testing

@Suite struct ModelReadingTests {
    @Test(arguments: allModelExamples.indices) func bytesAndDecoderAgree(index: Int) throws {
        try compare(allModelExamples[index].model, json: allModelExamples[index].json)
    }

    private func compare<Model: GitLabModel>(_ type: Model.Type, json: String) throws {
        let example = try JSONValue(json: Array(json.utf8))
        guard case .object(let members) = example else {
            Issue.record("\(type): the example is no object")
            return
        }
        let full = members.sorted { $0.key < $1.key }.map { ($0.key, text($0.value)) }
        #expect(try agreedValue(type, full) != nil, "\(type)")
        #expect(try agreedValue(type, full.reversed()) == agreedValue(type, full), "\(type): the order matters")
        // Each field of a large model meets every fourth of the others: its neighbours meet the rest.
        let step = full.count > 40 ? 4 : 1
        for index in full.indices {
            for other in others.indices where other % step == index % step {
                var variant = full
                variant[index].1 = others[other]
                _ = try agreedValue(type, variant)
                // Of two the first counts.
                #expect(try agreedValue(type, full + [variant[index]]) == agreedValue(type, full), "\(type)")
            }
            var without = full
            without.remove(at: index)
            _ = try agreedValue(type, without)
            without.insert((full[index].0 + "_", "[null,{\"unknown\":1e999}]"), at: index)
            _ = try agreedValue(type, without)
        }
        for other in others { _ = try agreed(type, other) }
        _ = try agreedValue(type, [])
        try checkStorage(type, json)
    }

    /// Values in the place of another kind.
    private let others = [
        "null", "true", "\"?\"", "\"\"", "7", "-7", "7.0", "7.5", "7e300", "\"2026-02-15T09:30:00.123+05:30\"",
        "\"2026-02-15 09:30:00\"", "\"2026-02-15\"", "\"2026-02-30\"", "[]", "[null]", "[\"x\"]", "[7]", "[[]]", "{}",
        "{\"x\":\"y\"}", "{\"x\":7}", "{\"id\":7}", "[{}]", "[{\"id\":7}]", "\"\\ud83d\\ude00\"",
    ]

    private func agreedValue<Model: GitLabModel>(_ type: Model.Type, _ members: [(String, String)]) throws -> String? {
        try agreed(type, "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}")
    }

    /// The value as a text, which both have to agree on; nil if both reject the document.
    private func agreed<Model: GitLabModel>(_ type: Model.Type, _ json: String) throws -> String? {
        let own = try (try? Model(json: Array(json.utf8))).map(stored)
        let theirs = try (try? decoder.decode(Model.self, from: Data(json.utf8))).map(stored)
        #expect(own == theirs, "\(type): \(json)")
        return own
    }

    /// As responses were read before there was a reader.
    private let decoder: JSONDecoder = {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .custom { decoder in
            let container = try decoder.singleValueContainer()
            guard let date = Timestamp.date(try container.decode(String.self)) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "no date")
            }
            return date
        }
        return decoder
    }()

    /// Stored values are read back unchanged, dates and secrets included.
    private func checkStorage<Model: GitLabModel>(_ type: Model.Type, _ json: String) throws {
        let model = try Model(json: Array(json.replacingOccurrences(of: ":00Z\"", with: ":00.123Z\"").utf8))
        let bytes = Data(try stored(model).utf8)
        #expect(try everything(JSONDecoder().decode(Model.self, from: bytes)) == everything(model), "\(type)")
        let names = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any]).keys
        let responded = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]).keys
        #expect(Set(names) == Set(responded), "\(type)")
        let list = try PropertyListEncoder().encode([model])
        #expect(
            try everything(PropertyListDecoder().decode([Model].self, from: list)[0]) == everything(model), "\(type)")
    }

    /// All that a value holds, and all that it shows.
    private func everything(_ model: some GitLabModel) throws -> String {
        var shown = ""
        dump(model, to: &shown)
        return try shown + stored(model)
    }

    private func stored(_ model: some GitLabModel) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(model), as: UTF8.self)
    }

    private func text(_ value: JSONValue) -> String {
        String(decoding: (try? JSONEncoder().encode(value)) ?? Data(), as: UTF8.self)
    }
}
