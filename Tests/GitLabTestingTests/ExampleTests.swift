// The examples of the models: all can be read, and have a value in every field.

import Foundation
import GitLab
import TestClient
import Testing

@Suite struct ExampleTests {
    @Test func theyAreTheSameEachTime() {
        #expect(Project.example.id == 42 && Project.example.pathWithNamespace == "tools/compiler")
        #expect(Branch.example == Branch.example)
    }

    /// No field of a model is nil, except those that would hold a model within itself.
    @Test func eachCanBeReadAndHasAValueInEveryField() throws {
        #expect(allModelExamples.count > 50)
        for (model, json) in allModelExamples {
            let children = Mirror(reflecting: try model.init(json: Array(json.utf8))).children
            let unset = children.filter {
                Mirror(reflecting: $0.value).displayStyle == .optional && "\($0.value)" == "nil"
            }
            #expect(!children.isEmpty && unset.compactMap(\.label) == recursive["\(model)"] ?? [], "\(model)")
        }
    }

    private let recursive: [String: [String]] = [:]
}
