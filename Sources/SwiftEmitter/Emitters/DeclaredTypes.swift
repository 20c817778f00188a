// The types that the spec declares, for whoever has to know what a name in a row stands for.

import SpecModel

/// The types of the spec, by name.
struct DeclaredTypes: Sendable {
    let models: [String: ModelType]
    let hashes: [String: HashType]
    let enums: [String: EnumType]

    init(_ api: API) {
        models = Dictionary(api.models.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
        hashes = Dictionary(api.hashes.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
        enums = Dictionary(api.enums.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether an optional property of the type is better kept apart from what holds it.
    ///
    /// For each field of a type the compiler makes code that copies, assigns and destroys it, and it makes that code
    /// anew for everything that has the type as a part.
    func isLarge(_ type: TypeReference) -> Bool {
        guard case .named(let name) = type else { return false }
        return models[name]?.fields.count ?? hashes[name]?.attributes.count ?? 0 > 4
    }
}
