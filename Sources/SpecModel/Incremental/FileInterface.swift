// What other files of the spec see of a file, and the words in it that change with others.

import SpecSyntax

/// What a file has in common with others.
struct FileInterface: Sendable {
    /// Fingerprints of its types, which are equal where nothing changed that their users depend on: sentences do not count.
    private let types: [DeclaredName: Int]
    /// The words in backticks, which sentences get in Swift's spelling.
    private let quotedWords: Set<String>

    init(_ fields: Fields) {
        let entries = ["types", "hashes", "enums"].flatMap { fields.entries($0) }
        types = Dictionary(
            firstOf: entries.map { entry in
                var hasher = Hasher()
                entry.value.hashShape(into: &hasher)
                return (.type(entry.key.text), hasher.finalize())
            })
        var words: Set<String> = []
        for node in Shape.file.keys.compactMap({ fields.node($0.name) }) { node.collectQuotedWords(in: &words) }
        quotedWords = words
    }

    /// Whether users of a name depend on its sentences.
    func showsSentences(of name: DeclaredName) -> Bool { types[name] == nil }

    /// Whether users of a name depend on what changed in its declaration.
    func differs(from earlier: FileInterface, in name: DeclaredName) -> Bool {
        showsSentences(of: name) || types[name] != earlier.types[name]
    }

    func quotes(anyOf names: Set<String>) -> Bool { !quotedWords.isDisjoint(with: names) }
}

extension Node {
    private static let sentences: Set<String> = ["about", "docs"]

    fileprivate func hashShape(into hasher: inout Hasher) {
        switch content {
        case .scalar(let scalar): hasher.combine(scalar.text)
        case .sequence(let elements):
            hasher.combine(elements.count)
            for element in elements { element.hashShape(into: &hasher) }
        case .mapping(let mapping):
            hasher.combine(mapping.entries.count)
            for entry in mapping.entries where !Self.sentences.contains(entry.key.text) {
                hasher.combine(entry.key.text)
                entry.value.hashShape(into: &hasher)
            }
        }
    }

    fileprivate func collectQuotedWords(in words: inout Set<String>) {
        switch content {
        case .scalar(let scalar):
            let backtick = UInt8(ascii: "`")
            guard scalar.text.utf8.contains(backtick) else { return }
            let parts = scalar.text.utf8.split(separator: backtick, omittingEmptySubsequences: false)
            for part in parts { words.insert(String(Substring(part))) }
        case .sequence(let elements): for element in elements { element.collectQuotedWords(in: &words) }
        case .mapping(let mapping): for entry in mapping.entries { entry.value.collectQuotedWords(in: &words) }
        }
    }
}
