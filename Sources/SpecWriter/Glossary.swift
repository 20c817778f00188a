// Sentences for rows that say the same everywhere, by name and type. People edit the file; importers use it, so that only
// new rows have to be worded.

import SpecSyntax

/// The sentences of a glossary.
public struct Glossary: Sendable {
    /// Kind of row.
    public enum Place: String, Sendable {
        case attributes, fields
    }

    /// Entry of the glossary for a name and a type.
    public struct Entry: Sendable {
        public let about: String
        public let unit: String?
        public let since: String?

        /// The keys of a row, without the sentence.
        public var keys: [String] {
            [unit.map { "unit: \($0)" }, since.map { "since: \(SpecText.quoted($0))" }].compactMap { $0 }
        }
    }

    /// Several for a name and a type are about several things.
    private var entries: [String: [Entry]] = [:]

    /// A glossary without sentences.
    public init() {}

    /// Reads the sentences of files; those without `sentences` have none.
    public init(_ files: [SpecFile], diagnostics: DiagnosticCollector) {
        for file in files {
            let parsed = ParsedFile(SourceText(file), diagnostics: diagnostics)
            guard let places = parsed.root?.glossaryMapping?["sentences"]?.value.glossaryMapping else { continue }
            for place in places.entries {
                guard let known = Place(rawValue: place.key.text) else {
                    diagnostics.report(
                        Diagnostic(
                            "wrong-fact", .error,
                            "sentences are of 'attributes' or 'fields', not of '\(place.key.text)'",
                            at: place.key.range))
                    continue
                }
                for name in place.value.glossaryMapping?.entries ?? [] {
                    for type in name.value.glossaryMapping?.entries ?? [] {
                        let key = Self.key(name.key.text, type.key.text, known)
                        for entry in type.value.glossaryElements { read(entry, as: key) }
                    }
                }
            }
        }
    }

    private mutating func read(_ node: Node, as key: String) {
        guard let keys = node.glossaryMapping, let about = keys["about"]?.value.glossaryText else { return }
        entries[key, default: []].append(
            Entry(about: about, unit: keys["unit"]?.value.glossaryText, since: keys["since"]?.value.glossaryText))
    }

    /// The first entry for a row whose sentence names no thing but those that the row is about; nil if there is none.
    ///
    /// - Parameter context: the words of what the row belongs to: the request, or the name of the type.
    public func entry(_ name: String, _ type: String, in place: Place, of context: [String]) -> Entry? {
        let words = context + name.split { $0 == "_" || $0 == "-" }.map(String.init)
        let known = Set(words.map(Self.singular))
        return entries[Self.key(name, type, place)]?.first { Self.things(in: $0.about).isSubset(of: known) }
    }

    /// The things that a sentence names, outside of code.
    private static func things(in sentence: String) -> Set<String> {
        let prose = sentence.split(separator: "`", omittingEmptySubsequences: false).enumerated().filter {
            $0.offset % 2 == 0
        }
        let words = prose.flatMap { $0.element.lowercased().split { !$0.isLetter } }
        return things.intersection(words.map { singular(String($0)) })
    }

    /// Things that a sentence can name: it fits only where the row is about them.
    private static let things: Set<String> = [
        "account", "badge", "branch", "commit", "fork", "group", "hook", "import", "invitation", "issue", "job", "key",
        "member", "membership", "milestone", "mirror", "namespace", "note", "package", "page", "pipeline", "project",
        "release", "request", "rule", "runner", "snippet", "tag", "template", "token", "upload", "user", "variable",
        "webhook",
    ]

    private static func singular(_ word: String) -> String {
        word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") ? String(word.dropLast()) : word
    }

    private static func key(_ name: String, _ type: String, _ place: Place) -> String {
        "\(place.rawValue) \(name) \(type)"
    }
}

extension Node {
    fileprivate var glossaryMapping: Mapping? {
        if case .mapping(let mapping) = content { mapping } else { nil }
    }

    fileprivate var glossaryElements: [Node] {
        if case .sequence(let elements) = content { elements } else { [self] }
    }

    fileprivate var glossaryText: String? {
        if case .scalar(let scalar) = content { scalar.text } else { nil }
    }
}
