// Checking the kind of a key's value.

import SpecSyntax

extension Shape.Key.Value {
    /// Whether a value is of this kind; reports it if not.
    func accepts(_ node: Node, for key: Scalar, in file: FileReading) -> Bool {
        let check = ValueCheck(node: node, place: key, source: file.source, diagnostics: file.diagnostics)
        return switch self {
        // The readers of these report their errors.
        case .type, .response, .need, .suppressions: true
        case .plain: check.isPlain
        case .textsOrAny: node.scalar == nil ? check.isTexts(of: nil) : check.isChoice(of: ["any"])
        case .mapping(let shape): check.isMapping(of: shape)
        case .rows(let shape), .tables(let shape): check.isRows(of: shape)
        case .list: check.isList
        case .texts(let choices): check.isTexts(of: choices)
        case .text, .pattern: check.isText
        case .choice(let choices): check.isChoice(of: choices)
        case .flag: check.isFlag
        case .wholeNumber: check.isWholeNumber
        case .version: check.isVersion
        }
    }
}

/// The value of one key. Each question reports a `no`.
private struct ValueCheck {
    let node: Node
    /// The key itself.
    let place: Scalar
    let source: SourceText
    let diagnostics: DiagnosticCollector

    private var key: String { place.text }

    private func complain(_ expected: String, _ advice: String) -> Bool { complain(expected, Fix(advice)) }

    private func complain(_ expected: String, _ fix: Fix) -> Bool {
        diagnostics.report(.wrongValue, "'\(key)' has to be \(expected)", at: node.range, fix: fix)
        return false
    }

    func isMapping(of shape: Shape) -> Bool {
        if case .mapping = node.content { return true }
        guard case .sequence = node.content else {
            return complain("a mapping", "write one row a line below '\(key):'")
        }
        return complain("a mapping, not a list", Fix(mapping: node, of: shape, named: key))
    }

    func isRows(of shape: Shape) -> Bool {
        switch node.content {
        case .mapping: true
        case .scalar: complain("a mapping", "write one row a line below '\(key):'")
        case .sequence(let elements):
            complain("a mapping, not a list", Fix(rows: elements, below: place, of: shape, in: source))
        }
    }

    var isList: Bool {
        switch node.content {
        case .sequence: true
        case .scalar: complain("a list", Fix(list: node, for: key))
        case .mapping: complain("a list, not a mapping", Fix(list: node, for: key))
        }
    }

    var isText: Bool {
        if let scalar = node.scalar, !scalar.text.isEmpty { return true }
        return complain("a text", "write \(key): \"…\"")
    }

    var isPlain: Bool {
        if let scalar = node.scalar, !scalar.text.isEmpty || !scalar.isPlain { return true }
        if case .sequence(let elements) = node.content, elements.allSatisfy({ $0.scalar != nil }) { return true }
        return complain("a value or a list of values", "write \(key): … or \(key): [ … ]")
    }

    var isFlag: Bool {
        if let scalar = node.scalar, scalar.isPlain, scalar.text == "true" || scalar.text == "false" { return true }
        // The booleans of YAML 1.1, which people still write.
        let meant: [String: String] = ["yes": "true", "no": "false", "on": "true", "off": "false"]
        guard let scalar = node.scalar,
            let flag = meant[scalar.text.lowercased()]
                ?? ["true", "false"].first(where: { $0 == scalar.text.lowercased() })
        else {
            return complain("true or false", "write \(key): true, or leave the key out")
        }
        diagnostics.report(
            .wrongValue, "'\(key)' has to be true or false", at: node.range,
            fix: Fix("write \(key): \(flag)", edits: [Fix.Edit(node.range, flag)]))
        return false
    }

    var isWholeNumber: Bool {
        if let scalar = node.scalar, scalar.isPlain, scalar.text.isWholeNumber { return true }
        return complain("a whole number", "write digits only, the first of them not 0")
    }

    func isChoice(of choices: [String]) -> Bool {
        if let scalar = node.scalar, choices.contains(scalar.text) { return true }
        guard let scalar = node.scalar else {
            return complain("one of \(choices.joined(separator: ", "))", "write \(key): \(choices.first ?? "…")")
        }
        diagnostics.report(
            .wrongValue, "'\(key)' cannot be '\(scalar.text)'", at: node.range,
            fix: Fix(replacing: Located(scalar.text, at: node.range), among: choices))
        return false
    }

    func isTexts(of choices: [String]?) -> Bool {
        guard case .sequence(let elements) = node.content, elements.allSatisfy({ $0.scalar?.text.isEmpty == false })
        else { return complain("a list of names", Fix(texts: node, for: key)) }
        var first: [String: SourceRange] = [:]
        for case .scalar(let scalar) in elements.map(\.content) {
            if let other = first.updateValue(scalar.range, forKey: scalar.text) {
                diagnostics.report(
                    .duplicateElement, "'\(scalar.text)' appears twice in '\(key)'", at: scalar.range,
                    notes: [Diagnostic.Note("first here", at: other)], fix: Fix("remove one of the two"))
            }
        }
        guard let choices else { return true }
        let wrong = elements.compactMap(\.scalar).filter { !choices.contains($0.text) }
        for scalar in wrong {
            diagnostics.report(
                .wrongValue, "'\(key)' cannot hold '\(scalar.text)'", at: scalar.range,
                fix: Fix(replacing: Located(scalar.text, at: scalar.range), among: choices))
        }
        return wrong.isEmpty
    }

    var isVersion: Bool {
        guard let scalar = node.scalar, scalar.text.isVersion else {
            return complain("a version such as \"17.10\"", "write \(key): \"17.10\"")
        }
        guard scalar.isPlain else { return true }
        diagnostics.report(
            .unquotedVersion, "a version without quotes is a number to YAML: 17.10 is 17.1", at: scalar.range,
            fix: Fix("write \"\(scalar.text)\"", edits: [Fix.Edit(scalar.range, "\"\(scalar.text)\"")]))
        return false
    }
}

extension String {
    /// Whether every reader of YAML takes it for the same whole number: `010` is 8 to some, and `+1` and `1_000` are texts.
    public var isWholeNumber: Bool {
        let digits = utf8.first == UInt8(ascii: "-") ? utf8.dropFirst() : utf8[...]
        return Int(self) != nil && digits.allSatisfy(\.isASCIIDigit)
            && (digits.first != UInt8(ascii: "0") || digits.count == 1)
    }

    /// Whether it is a number in decimal digits, with a fraction or an exponent or without.
    public var isDecimalNumber: Bool {
        wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil && Double(self)?.isFinite == true
    }

    /// Digits, a dot, digits.
    fileprivate var isVersion: Bool {
        let parts = split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(\.isASCIIDigit) }
    }
}
