// The effects of actions are about fields that the spec has, with values that it knows.

import GitLab
import Testing

@testable import GitLabTesting

@Suite struct ActionEffectTests {
    private let table = OperationTable.shared

    @Test(arguments: ActionEffects.byOperation.keys.sorted())
    func fieldsAndValuesAreThoseOfTheSpec(operation name: String) throws {
        let effect = try #require(ActionEffects.byOperation[name])
        let operation = try #require(table.operations.first { $0.name == name }, "there is no such operation")
        let map = ResourceMap(table)
        for (index, path) in operation.paths.enumerated() {
            let match = RouteMatch(operation: operation, path: index, pattern: RoutePattern(path))
            #expect(Imitation(match, map: map) == .action(effect))
            let item = map.collections[match.pattern.parent.parent.shape]?.model
            let model = try #require(effect.result == nil ? item : operation.model)
            for (field, value) in effect.sets {
                let declared = try #require(table.models[model]?.first { $0.name == field }, "\(model) has no \(field)")
                guard case .fixed(let value) = value, let type = declared.type.name else { continue }
                #expect(table.enums[type]?.contains(value) == true, "\(type) has no \(value)")
            }
        }
    }
}
