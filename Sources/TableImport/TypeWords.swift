// The types of GitLab's tables in the words of the spec.

import SpecModel

/// The type in a cell.
struct TypeWords: Equatable {
    var type: TypeReference
    var isNullable = false
    var isCommaSeparated = false
    /// Whether the table leaves open what elements or members are.
    var isGuess = false

    /// nil for unknown words.
    init?(_ cell: String) {
        var words = cell.plainText.replacing("`", with: "").lowercased()
        words = words.replacing(/\((iso ?8601|utc|[^)]*yyyy[^)]*)\)/, with: "").replacing(/\ +/, with: " ").trimmed
        var isNullable = false
        for suffix in [" or null", "/null", " or `null`", ", null", " (nullable)"] where words.hasSuffix(suffix) {
            words = String(words.dropLast(suffix.count)).trimmed
            isNullable = true
        }
        guard let found = Self.read(words) else { return nil }
        self = found
        self.isNullable = isNullable
    }

    private init(_ type: TypeReference, isCommaSeparated: Bool = false, isGuess: Bool = false) {
        self.type = type
        self.isCommaSeparated = isCommaSeparated
        self.isGuess = isGuess
    }

    private static func read(_ words: String) -> TypeWords? {
        if let type = scalars[words] { return TypeWords(.builtIn(type)) }
        if hashes.contains(words) { return TypeWords(anyHash, isGuess: true) }
        if words == "array" || words == "list" { return TypeWords(.array(.builtIn(.string)), isGuess: true) }
        if words.contains(/comma[- ]separated/) { return TypeWords(.array(.builtIn(.string)), isCommaSeparated: true) }
        let element: Substring? =
            if let match = words.wholeMatch(of: /(?:array|list)(?: of |\[|<)([^\]>]+)[\]>]?/) {
                match.1
            } else {
                words.wholeMatch(of: /(.+?)(?: array|\[\])/)?.1
            }
        guard let element, let inner = read(singular(String(element))) else { return nil }
        return TypeWords(.array(inner.type), isGuess: inner.isGuess)
    }

    private static let anyHash = TypeReference.openHash(.builtIn(.json))

    private static func singular(_ word: String) -> String {
        if word == "hashes" { return "hash" }
        return word.hasSuffix("s") ? String(word.dropLast()) : word
    }

    private static let hashes: Set<String> = ["hash", "object", "json object", "dictionary", "map"]

    private static let scalars: [String: BuiltInType] = [
        "boolean": .boolean, "bool": .boolean, "boolean/string": .boolean, "boolean or string": .boolean,
        "string/boolean": .boolean,
        "integer": .integer, "int": .integer, "id": .integer, "number": .number, "float": .number, "double": .number,
        "decimal": .number,
        "string": .string, "text": .string, "url": .string, "markdown": .string,
        "datetime": .datetime, "date time": .datetime, "date-time": .datetime, "timestamp": .datetime,
        "iso 8601 datetime": .datetime, "date": .date, "iso 8601 date": .date,
        "file": .file, "json": .json,
        "integer/string": .idOrPath, "string/integer": .idOrPath, "integer or string": .idOrPath,
        "string or integer": .idOrPath, "id or path": .idOrPath,
    ]

    /// The known words, for advice.
    static var known: [String] {
        (Array(scalars.keys) + Array(hashes) + [
            "array", "array of strings", "array of integers", "string array", "integer array",
        ]).sorted()
    }
}
