// The keys of a mapping of the spec, as a table: it reads the mapping, every diagnostic about keys comes from it, and
// so does the JSON Schema that editors complete and check by.

import SpecSyntax

/// The keys that a kind of mapping takes.
final class Shape: Sendable {
    struct Key: Sendable {
        indirect enum Value: Sendable {
            /// A text, such as a sentence.
            case text
            /// A text that a regular expression describes; its reader checks it.
            case pattern(String)
            /// A text of a closed set.
            case choice([String])
            /// `true` or `false`.
            case flag
            case wholeNumber
            /// A version in quotes, so that YAML tools do not read 17.10 as 17.1.
            case version
            /// A list of texts; of a closed set, if one is given.
            case texts([String]?)
            /// A type expression: `boolean`, `[string]`, `{string: string}`, `Project`.
            case type
            /// A type expression, `nothing` or `download`.
            case response
            /// A text, a number, a boolean, or a list of these.
            case plain
            /// A list of texts, or the word `any`.
            case textsOrAny
            /// The name of an attribute, or a mapping of one name to a value.
            case need
            /// A mapping with keys of its own.
            case mapping(Shape)
            /// A mapping of names to mappings of one kind.
            case rows(Shape)
            /// A mapping of names to mappings of rows of one kind.
            case tables(Shape)
            /// A list of mappings of one kind.
            case list(Shape)
            /// Rules that the mapping suppresses, each with the reason.
            case suppressions
        }

        let name: String
        let value: Value
        let isRequired: Bool
        /// The meaning of the key, in a few words.
        let purpose: String
        /// The rule that is broken where a required key is missing.
        var absence: Rule = .missingKey
    }

    /// The name of the mapping, with its article: `an attribute row`.
    let title: String
    let keys: [Key]
    /// Of which keys exactly one has to be there; the reader of the mapping checks it, the schema says it.
    let alternatives: [[String]]
    /// Keys that require another; checked likewise.
    let dependencies: [(key: String, needs: String)]
    /// The pattern of the names of such mappings, as a regular expression for the schema.
    let namePattern: String?
    /// Where each key stands among the keys.
    private let places: [String: Int]
    private let requiredPlaces: [Int]

    init(
        _ title: String, _ keys: [Key], named namePattern: String? = nil, alternatives: [[String]] = [],
        dependencies: [(key: String, needs: String)] = []
    ) {
        self.title = title
        self.keys = keys
        self.namePattern = namePattern
        self.alternatives = alternatives
        self.dependencies = dependencies
        places = Dictionary(firstOf: keys.enumerated().map { ($0.element.name, $0.offset) })
        requiredPlaces = keys.indices.filter { keys[$0].isRequired }
    }

    /// Reads a mapping by the table. Keys that are unknown, missing or of the wrong kind are reported and left out.
    func read(_ node: Node, named name: Scalar? = nil, in file: FileReading) -> Fields? {
        if node.isRefused { return nil }
        guard case .mapping(let mapping) = node.content else {
            file.diagnostics.report(
                .wrongShape, "\(title) is a mapping", at: node.range,
                fix: Fix(mapping: node, of: self, named: name?.text))
            return nil
        }
        var fields = Fields(in: node.range, isFlow: mapping.isFlow)
        var misspelt: Set<String> = []
        for entry in mapping.entries {
            guard let place = places[entry.key.text] else {
                if let meant = reportUnknown(entry, in: mapping, of: file) { misspelt.insert(meant) }
                if file.isBrokenSentence(mapping) { break }
                continue
            }
            // A table whose rows were left out because they are not YAML is not reported as empty.
            if entry.value.isRefused { continue }
            if file.isPartial, entry.value.scalar?.text.isEmpty == true { continue }
            if keys[place].value.accepts(entry.value, for: entry.key, in: file) {
                fields.add(entry)
            }
        }
        // The rest of the sentence is incomplete.
        if file.isBrokenSentence(mapping) { fields.remove("about") }
        for place in requiredPlaces where !fields.has(keys[place].name) {
            let key = keys[place]
            guard mapping[key.name] == nil, !misspelt.contains(key.name) else { continue }
            file.diagnostics.report(
                key.absence, "\(title) needs '\(key.name)': \(key.purpose)", at: name?.range ?? node.range.startPoint,
                fix: Fix("add '\(key.name): …'"))
        }
        if let suppressions = fields.node("suppress") {
            file.readSuppressions(suppressions, in: name.map { $0.range.extended(to: node.range) } ?? node.range)
        }
        return fields
    }

    /// Reports a key that is not in the table, and returns the one that was probably meant.
    private func reportUnknown(_ entry: Mapping.Entry, in mapping: Mapping, of file: FileReading) -> String? {
        if file.isBrokenSentence(mapping),
            let quoted = UnquotedSentence(line: entry.key.range.start.line, of: file.source)
        {
            file.diagnostics.report(
                .unquotedSentence, "the comma ends the sentence, and '\(entry.key.text)' becomes a key",
                at: entry.key.range,
                fix: quoted.fix)
            return nil
        }
        let names = keys.map(\.name)
        let nearest = nearestSpelling(to: entry.key.text, among: names.filter { mapping[$0] == nil })
        let fix =
            nearest.map { Fix("write '\($0)'", edits: [Fix.Edit(entry.key.range, $0)]) }
            ?? Fix("remove it, or use one of: \(names.joined(separator: ", "))")
        file.diagnostics.report(.unknownKey, "\(title) has no key '\(entry.key.text)'", at: entry.key.range, fix: fix)
        return nearest
    }
}

extension Shape.Key {
    static func required(
        _ name: String, _ value: Value, _ purpose: String, absence: Rule = .missingKey
    ) -> Self {
        Self(name: name, value: value, isRequired: true, purpose: purpose, absence: absence)
    }

    static func optional(_ name: String, _ value: Value, _ purpose: String) -> Self {
        Self(name: name, value: value, isRequired: false, purpose: purpose)
    }
}

extension Node {
    var scalar: Scalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }
}
