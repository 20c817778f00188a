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
        if node.isRejected { return nil }
        guard case .mapping(let mapping) = node.content else {
            file.diagnostics.report(
                .wrongShape, "\(title) is a mapping", at: node.range,
                fix: Fix(mapping: node, of: self, named: name?.text))
            return nil
        }
        var fields = Fields(in: node.range, isFlow: mapping.isFlow)
        var misspelt: Set<String> = []
        let remainder = restOfSentence(in: mapping)
        for (index, entry) in mapping.entries.enumerated() {
            if index == remainder {
                reportRest(entry, of: file)
                break
            }
            guard let place = places[entry.key.text] else {
                if let meant = reportUnknown(entry, in: mapping, besides: misspelt, of: file) { misspelt.insert(meant) }
                continue
            }
            // A table whose rows were left out because they are not YAML is not reported as empty.
            if entry.value.isRejected { continue }
            if file.isPartial, entry.value.scalar?.text.isEmpty == true { continue }
            if keys[place].value.accepts(entry.value, for: entry.key, in: file) {
                fields.add(entry)
            }
        }
        // The rest of the sentence is incomplete.
        if remainder != nil { fields.remove("about") }
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

    /// Where the rest of a sentence that lacks its quotes begins, so that its comma made keys of it; nil where no
    /// sentence does.
    private func restOfSentence(in mapping: Mapping) -> Int? {
        // Most rows end in their sentence.
        guard mapping.isFlow, let last = mapping.entries.last, last.key.text != "about",
            let about = mapping.entries.firstIndex(where: { $0.key.text == "about" }),
            mapping.entries[about].value.scalar?.isPlain == true
        else { return nil }
        return mapping.entries[about...].firstIndex { entry in
            guard places[entry.key.text] == nil else { return false }
            // A misspelt key has a value.
            let isMisspelt = nearestSpelling(to: entry.key.text, among: keys.map(\.name)) != nil
            return !isMisspelt || entry.value.scalar?.text.isEmpty == true
        }
    }

    private func reportRest(_ entry: Mapping.Entry, of file: FileReading) {
        file.diagnostics.report(
            .unquotedSentence, "the comma ends the sentence, and '\(entry.key.text)' becomes a key",
            at: entry.key.range, fix: UnquotedSentence(line: entry.key.range.start.line, of: file.source)?.fix)
    }

    /// Reports a key that is not in the table, and returns the one that was probably meant.
    private func reportUnknown(
        _ entry: Mapping.Entry, in mapping: Mapping, besides misspelt: Set<String>, of file: FileReading
    ) -> String? {
        let names = keys.map(\.name)
        // Where the nearest one is there already, the next one is not what was meant.
        let nearest = nearestSpelling(to: entry.key.text, among: names).flatMap {
            mapping[$0] == nil && !misspelt.contains($0) ? $0 : nil
        }
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
