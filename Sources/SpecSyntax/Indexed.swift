// Look-ups by name.

extension Dictionary {
    /// Pairs by their keys; of several with the same key, the first.
    public init(firstOf pairs: some Sequence<(Key, Value)>) {
        self.init(pairs, uniquingKeysWith: { first, _ in first })
    }
}

extension Sequence {
    /// The elements by a key of theirs; of several with the same key, the first.
    public func indexed<Key: Hashable>(by key: (Element) -> Key) -> [Key: Element] {
        Dictionary(firstOf: map { (key($0), $0) })
    }
}
