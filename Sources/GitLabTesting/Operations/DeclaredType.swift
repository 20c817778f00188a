// The type of an attribute, a field or a response, as the spec writes it.

indirect enum DeclaredType: Sendable, Hashable {
    /// `integer`, `string`, `datetime`
    case builtIn(String)
    /// `[Badge]`
    case array(DeclaredType)
    /// `{string: integer}`
    case openHash(DeclaredType)
    /// A model, a hash or an enum.
    case named(String)

    private static let builtIns: Set<String> = [
        "boolean", "integer", "number", "string", "datetime", "date", "file", "content", "json", "id_or_path",
    ]

    init(_ words: String) {
        if words.hasPrefix("["), words.hasSuffix("]") {
            self = .array(DeclaredType(String(words.dropFirst().dropLast())))
        } else if words.hasPrefix("{string: "), words.hasSuffix("}") {
            self = .openHash(DeclaredType(String(words.dropFirst("{string: ".count).dropLast())))
        } else {
            self = Self.builtIns.contains(words) ? .builtIn(words) : .named(words)
        }
    }

    /// The declared name of a value that is no list.
    var name: String? {
        if case .named(let name) = self { name } else { nil }
    }

    /// The name of a type of the spec language.
    var builtIn: String? {
        if case .builtIn(let name) = self { name } else { nil }
    }

    /// The type of the elements of a list.
    var element: DeclaredType? {
        if case .array(let element) = self { element } else { nil }
    }
}
