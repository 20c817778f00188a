// Types that are stored apart from their owners.

import SpecModel

extension TypesByName {
    /// Whether an optional property of the type is stored apart from its owner.
    ///
    /// For each field of a type the compiler makes code that copies, assigns and destroys it, and it makes that code
    /// again for everything that has the type as a part.
    func isLarge(_ type: TypeReference) -> Bool {
        guard case .named(let name) = type else { return false }
        return models[name]?.fields.count ?? hashes[name]?.attributes.count ?? 0 > 4
    }
}
