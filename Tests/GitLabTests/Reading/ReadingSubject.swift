// The types whose reading is compared, and documents of each to begin with.

import Foundation
import GitLab
import TestClient

/// A type, and documents of it.
struct ReadingSubject: Sendable {
    let name: String
    let originals: [[UInt8]]
    let compare: @Sendable ([UInt8]) -> ReadingComparison

    private init<Value: JSONReadable & Sendable>(_ name: String, _ type: Value.Type, _ originals: [[UInt8]]) {
        self.name = name
        self.originals = originals
        compare = { ReadingComparison.of(Value.self, $0) }
    }

    /// Every model of the client, and any JSON.
    static let all: [ReadingSubject] = {
        let documents = Self.documents
        var models: [ReadingSubject] = []
        for (model, json) in allModelExamples { models.append(subject(of: model, json)) }
        return models + [
            subject("JSONValue", JSONValue.self, documents), subject("[JSONValue]", [JSONValue].self, documents),
            subject("[Project]", [Project].self, documents.filter { $0.first == UInt8(ascii: "[") }),
            subject(
                "[String: Double]", [String: Double].self, [Array(#"{"Ruby": 66.69, "HTML": 9, "Go": 1.5e1}"#.utf8)]),
        ]
    }()

    private static func subject(of model: any GitLabModel.Type, _ json: String) -> ReadingSubject {
        func opened<Model: GitLabModel>(_ type: Model.Type) -> ReadingSubject {
            ReadingSubject("\(type)", type, [Array(json.utf8)])
        }
        return opened(model)
    }

    private static func subject<Value: JSONReadable & Sendable>(
        _ name: String, _ type: Value.Type, _ originals: [[UInt8]]
    ) -> ReadingSubject {
        ReadingSubject(name, type, originals)
    }

    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Responses as GitLab documents them, and the examples of the spec.
    private static var documents: [[UInt8]] {
        (contents(of: "Tests/GitLabTests/Fixtures", ending: ".json") + contents(of: "spec/examples", ending: ".json"))
            .filter { $0.count < 20_000 }
    }

    private static func contents(of folder: String, ending: String) -> [[UInt8]] {
        let folder = root.appendingPathComponent(folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().filter { $0.hasSuffix(ending) }.compactMap { name in
            (try? Data(contentsOf: folder.appendingPathComponent(name))).map { [UInt8]($0) }
        }
    }
}
