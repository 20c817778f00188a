// The values of a mapping after its shape has checked them.

import SpecSyntax

/// The known keys of a mapping with values of the right kind.
struct Fields {
    let values: [String: Mapping.Entry]
    let range: SourceRange

    func node(_ key: String) -> Node? { values[key]?.value }

    func text(_ key: String) -> Located<String>? {
        values[key]?.value.scalar.map { Located($0.text, at: $0.range) }
    }

    func flag(_ key: String) -> Bool { text(key)?.value == "true" }

    func number(_ key: String) -> Located<Int>? {
        text(key).flatMap { text in Int(text.value).map { Located($0, at: text.range) } }
    }

    func texts(_ key: String) -> [Located<String>] {
        guard case .sequence(let elements)? = node(key)?.content else { return [] }
        return elements.compactMap { $0.scalar.map { Located($0.text, at: $0.range) } }
    }

    /// A text of a closed set as the value it stands for.
    func choice<Value: RawRepresentable<String> & Sendable>(_ key: String, as type: Value.Type) -> Located<Value>? {
        text(key).flatMap { text in Value(rawValue: text.value).map { Located($0, at: text.range) } }
    }

    /// The entries of a mapping below a key.
    func entries(_ key: String) -> [Mapping.Entry] {
        guard case .mapping(let mapping)? = node(key)?.content else { return [] }
        return mapping.entries
    }
}
