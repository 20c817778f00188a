// The values of a mapping after its shape has checked them.

import SpecSyntax

/// The known keys of a mapping with values of the right kind.
struct Fields {
    /// In the order of the file. A row has a few of them, which are found faster one by one than by hashing.
    private var values: [Mapping.Entry] = []
    let range: SourceRange
    /// Whether the mapping is written in braces, so that its keys have no lines of their own.
    let isFlow: Bool

    init(in range: SourceRange, isFlow: Bool) {
        self.range = range
        self.isFlow = isFlow
    }

    mutating func add(_ entry: Mapping.Entry) { values.append(entry) }

    mutating func remove(_ key: String) { values.removeAll { $0.key.text == key } }

    func has(_ key: String) -> Bool { values.indices.contains { values[$0].key.text == key } }

    /// The name of a key, where it stands.
    func key(_ key: String) -> Scalar? { values.first { $0.key.text == key }?.key }

    func node(_ key: String) -> Node? {
        for index in values.indices where values[index].key.text == key { return values[index].value }
        return nil
    }

    func text(_ key: String) -> Located<String>? {
        guard case .scalar(let scalar)? = node(key)?.content else { return nil }
        return Located(scalar.text, at: scalar.range)
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
