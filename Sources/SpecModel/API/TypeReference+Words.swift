// Types in words, for diagnostics.

extension TypeReference {
    /// The type as the spec writes it.
    public var words: String {
        switch self {
        case .builtIn(let type): type.rawValue
        case .array(let element): "[\(element.words)]"
        case .openHash(let value): "{string: \(value.words)}"
        case .named(let name): name
        }
    }
}
