// Every model printed: the names of its properties, and no more text than a person reads.

import Foundation
import GitLab
import TestClient
import Testing

@Suite struct ModelPrintingTests {
    @Test(arguments: allModelExamples.indices) func fieldsHaveTheNamesOfTheProperties(index: Int) throws {
        try check(allModelExamples[index].model, json: allModelExamples[index].json)
    }

    private func check<Model: GitLabModel>(_ type: Model.Type, json: String) throws {
        let model = try Model(json: Array(json.utf8))
        let names = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]).keys
        let labels = Mirror(reflecting: model).children.compactMap(\.label)
        // The same letters: `web_url` is `webURL`. Those that the spec names otherwise are a few.
        let others = [
            "selfLink": "self", "externalKubernetesProxyURL": "external_k8s_proxy_url", "jobIDs": "build_ids",
            "deletePath": "delete_api_path",
        ]
        #expect(Set(labels.map { letters(others[$0] ?? $0) }) == Set(names.map(letters)), "\(type)")
        #expect(labels.allSatisfy { !$0.contains("_") && !$0.hasPrefix("redacted") }, "\(labels)")
        let printed = "\(model)"
        #expect(printed.hasPrefix("\(type)(") && printed.utf8.count < 18_000, "\(printed)")
        // A long text ends with the number of fields that are left out.
        let isWhole = !printed.contains(" more)")
        for label in labels where isWhole { #expect(printed.contains("\(label): "), "\(type).\(label)") }
        #expect(!printed.contains("Optional(") && !printed.contains("GitLab."), "\(printed)")
    }

    @Test func abbreviationsAreThoseOfTheProperties() throws {
        let json = try #require(allModelExamples.first { $0.model == Project.self }).json
        let labels = Set(Mirror(reflecting: try Project(json: Array(json.utf8))).children.compactMap(\.label))
        for name in ["webURL", "sshURLToRepo", "importURL", "creatorID", "namespace", "links"] {
            #expect(labels.contains(name), "\(name)")
        }
    }

    private func letters(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }
}
