// What a mapping of the spec may hold, as a table: it reads the mapping, and every complaint about keys comes from it.

import SpecSyntax

/// The keys that a kind of mapping takes.
struct Shape {
    struct Key {
        enum Value {
            /// A text, such as a sentence or a name.
            case text
            /// A text of a closed set.
            case choice([String])
            /// `true` or `false`.
            case flag
            case wholeNumber
            /// A version in quotes, so that YAML tools do not read 17.10 as 17.1.
            case version
            /// A list of texts.
            case texts
            /// A mapping of rows or of declarations, read by its own shape.
            case mapping
            /// A list, read by what takes it.
            case list
            /// Anything: what takes it checks it.
            case anything
        }

        let name: String
        let value: Value
        let isRequired: Bool
        /// What the key says, in a few words.
        let purpose: String
    }

    /// What the mapping is, with its article: `an attribute row`.
    let title: String
    let keys: [Key]

    init(_ title: String, _ keys: [Key]) {
        self.title = title
        self.keys = keys
    }

    /// Reads a mapping by the table. Keys that are unknown, missing or of the wrong kind are reported and left out.
    func read(_ node: Node, named name: Scalar? = nil, in file: FileReading) -> Fields? {
        guard case .mapping(let mapping) = node.content else {
            file.diagnostics.error(
                "wrong-shape", "\(title) is a mapping", at: node.range,
                fix: Fix("write { \(keys.filter(\.isRequired).map { "\($0.name): …" }.joined(separator: ", ")) }"))
            return nil
        }
        var values: [String: Mapping.Entry] = [:]
        var misspelt: Set<String> = []
        for entry in mapping.entries {
            guard let key = keys.first(where: { $0.name == entry.key.text }) else {
                if let meant = reportUnknown(entry, in: mapping, of: file) { misspelt.insert(meant) }
                if file.isBrokenSentence(mapping) { break }
                continue
            }
            // A table whose rows were left out because they are not YAML is empty through no fault of its own.
            if file.isPartial, entry.value.scalar?.text.isEmpty == true { continue }
            if key.value.accepts(entry.value, for: key.name, diagnostics: file.diagnostics) {
                values[key.name] = entry
            }
        }
        let place = name?.range ?? node.range.startPoint
        for key in keys where key.isRequired && mapping[key.name] == nil && !misspelt.contains(key.name) {
            file.diagnostics.error(
                "missing-key", "\(title) needs '\(key.name)': \(key.purpose)", at: place,
                fix: Fix("add '\(key.name): …'"))
        }
        return Fields(values: values, range: node.range)
    }

    /// Reports a key that is not in the table, and returns the one that was probably meant.
    private func reportUnknown(_ entry: Mapping.Entry, in mapping: Mapping, of file: FileReading) -> String? {
        if file.isBrokenSentence(mapping),
            let quoted = UnquotedSentence(line: entry.key.range.start.line, of: file.source)
        {
            file.diagnostics.error(
                "unquoted-sentence", "the comma ends the sentence, and '\(entry.key.text)' becomes a key",
                at: entry.key.range,
                fix: quoted.fix)
            return nil
        }
        let names = keys.map(\.name)
        let nearest = nearestSpelling(to: entry.key.text, among: names)
        let fix =
            nearest.map { Fix("write '\($0)'", edits: [Fix.Edit(entry.key.range, $0)]) }
            ?? Fix("remove it, or use one of: \(names.joined(separator: ", "))")
        file.diagnostics.error("unknown-key", "\(title) has no key '\(entry.key.text)'", at: entry.key.range, fix: fix)
        return nearest
    }
}

extension Shape.Key {
    static func required(_ name: String, _ value: Value, _ purpose: String) -> Self {
        Self(name: name, value: value, isRequired: true, purpose: purpose)
    }

    static func optional(_ name: String, _ value: Value, _ purpose: String) -> Self {
        Self(name: name, value: value, isRequired: false, purpose: purpose)
    }
}

extension Shape.Key.Value {
    /// Whether a value is of this kind; reports it if not.
    fileprivate func accepts(_ node: Node, for key: String, diagnostics: DiagnosticCollector) -> Bool {
        func complain(_ expected: String, _ advice: String) -> Bool {
            diagnostics.error("wrong-value", "'\(key)' has to be \(expected)", at: node.range, fix: Fix(advice))
            return false
        }
        switch self {
        case .anything: return true
        case .mapping:
            if case .mapping = node.content { return true }
            return complain("a mapping", "write one row a line below '\(key):'")
        case .list:
            if case .sequence = node.content { return true }
            return complain("a list", "write \(key): [ … ]")
        case .texts:
            if case .sequence(let elements) = node.content, elements.allSatisfy({ $0.scalar != nil }) { return true }
            return complain("a list of names", "write \(key): [ … ]")
        case .text:
            if let scalar = node.scalar, !scalar.text.isEmpty { return true }
            return complain("a text", "write \(key): \"…\"")
        case .choice(let choices):
            if let scalar = node.scalar, choices.contains(scalar.text) { return true }
            let nearest = node.scalar.flatMap { nearestSpelling(to: $0.text, among: choices) }
            let fix =
                nearest.map { Fix("write '\($0)'", edits: [Fix.Edit(node.range, $0)]) }
                ?? Fix("write one of: \(choices.joined(separator: ", "))")
            diagnostics.error(
                "wrong-value", "'\(key)' can not be '\(node.scalar?.text ?? "…")'", at: node.range, fix: fix)
            return false
        case .flag:
            if let scalar = node.scalar, scalar.isPlain, scalar.text == "true" || scalar.text == "false" { return true }
            return complain("true or false", "write \(key): true, or leave the key out")
        case .wholeNumber:
            if let scalar = node.scalar, scalar.isPlain, Int(scalar.text) != nil { return true }
            return complain("a whole number", "write digits only")
        case .version:
            guard let scalar = node.scalar, scalar.text.isVersion else {
                return complain("a version such as \"17.10\"", "write \(key): \"17.10\"")
            }
            guard scalar.isPlain else { return true }
            diagnostics.error(
                "unquoted-version", "a version without quotes is a number to YAML: 17.10 is 17.1", at: scalar.range,
                fix: Fix("write \"\(scalar.text)\"", edits: [Fix.Edit(scalar.range, "\"\(scalar.text)\"")]))
            return false
        }
    }
}

extension Node {
    var scalar: Scalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }
}

extension String {
    /// Digits, a dot, digits.
    fileprivate var isVersion: Bool {
        let parts = split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
    }
}
