// The types that the spec declares, by name.

import SpecSyntax

/// Looks up the type of a name in a row.
public struct TypesByName: Sendable {
    public let models: [String: ModelType]
    public let hashes: [String: HashType]
    public let enums: [String: EnumType]

    init(models: [ModelType], hashes: [HashType], enums: [EnumType]) {
        self.models = models.indexed(by: \.name.value)
        self.hashes = hashes.indexed(by: \.name.value)
        self.enums = enums.indexed(by: \.name.value)
    }
}
