// Advice for a list in the place of a mapping, or the other way round.

import SpecSyntax

extension Fix {
    /// Advice for rows that are written as a list: `- name: archived`, `- archived: { … }` or `[asc, desc]`.
    ///
    /// The edits remove the dashes, where every row has one, is deeper than the key, and begins with its name.
    init(rows elements: [Node], below key: Scalar, of shape: Shape, in source: SourceText) {
        guard let first = elements.first else {
            self.init("remove '\(key.text)', or write one row a line below it")
            return
        }
        let edits = elements.compactMap { Edit(row: $0, in: source) }
        let isExact =
            edits.count == elements.count
            && edits.allSatisfy { $0.range.start.column > key.range.start.column }
        self.init(
            "write names as keys, without dashes: \(Self.row(first, of: shape))", edits: isExact ? edits : [])
    }

    /// Advice for a mapping whose keys are written as a list: `- type: boolean`.
    init(mapping node: Node, of shape: Shape, named name: String?) {
        let sample = "{ \(shape.keys.filter(\.isRequired).map { "\($0.name): …" }.joined(separator: ", ")) }"
        guard case .sequence(let elements) = node.content else {
            self.init("write \(sample)")
            return
        }
        let entries = elements.flatMap { element in
            if case .mapping(let mapping) = element.content { mapping.entries } else { [Mapping.Entry]() }
        }
        let text = entries.isEmpty ? sample : Node(.mapping(Mapping(entries, isFlow: true)), at: node.range).flowText
        self.init("write keys without dashes: \(name.map { $0 + ": " } ?? "")\(text)")
    }

    /// Advice for a list of mappings of which one stands alone.
    init(list node: Node, for key: String) {
        guard case .mapping(let mapping) = node.content, !mapping.entries.isEmpty else {
            self.init("write \(key): [ … ]")
            return
        }
        let range = node.range
        self.init(
            "write \(key): [\(node.flowText)], or begin each element with a dash",
            // The end of a block is where the next thing begins.
            edits: mapping.isFlow
                ? [
                    Edit(range.startPoint, "["),
                    Edit(SourceRange(range.source, start: range.end, end: range.end), "]"),
                ] : [])
    }

    /// Advice for a list of names that is written as a name, or as a mapping of them.
    init(texts node: Node, for key: String) {
        switch node.content {
        case .scalar(let scalar) where !scalar.text.isEmpty:
            self.init("write \(key): [\(node.flowText)]", edits: [Edit(scalar.range, "[\(scalar.flowText)]")])
        case .mapping(let mapping) where !mapping.entries.isEmpty:
            let list = "[\(mapping.entries.map(\.key.flowText).joined(separator: ", "))]"
            // Names with values say more than the list would.
            let isList = mapping.isFlow && mapping.entries.allSatisfy { $0.value.scalar?.text.isEmpty == true }
            self.init("write \(key): \(list.clipped)", edits: isList ? [Edit(node.range, list)] : [])
        case .sequence(let elements):
            let names = elements.compactMap { element in
                if case .mapping(let mapping) = element.content {
                    return (mapping["name"]?.value.scalar ?? mapping.entries.first?.key)?.flowText
                }
                return element.scalar.flatMap { $0.text.isEmpty ? nil : $0.flowText }
            }
            self.init("write \(key): [\(names.isEmpty ? " … " : names.joined(separator: ", ").clipped)]")
        case .scalar, .mapping: self.init("write \(key): [ … ]")
        }
    }

    /// A row of a list, as it has to be written.
    private static func row(_ element: Node, of shape: Shape) -> String {
        let sample = shape.keys.filter(\.isRequired).map { "\($0.name): …" }.joined(separator: ", ")
        switch element.content {
        case .scalar(let scalar): return "\(scalar.flowText): { \(sample) }".clipped
        case .sequence: return "name: { \(sample) }"
        case .mapping(let mapping):
            guard let name = mapping["name"]?.value.scalar else {
                return mapping.entries.first.map { "\($0.key.flowText): \($0.value.flowText)".clipped }
                    ?? "name: { \(sample) }"
            }
            let others = mapping.entries.filter { $0.key.text != "name" }
            let text = Node(.mapping(Mapping(others, isFlow: true)), at: element.range).flowText
            return "\(name.flowText): \(others.isEmpty ? "{ \(sample) }" : text)".clipped
        }
    }
}

extension Fix.Edit {
    /// Removes the dash of a row: `- name: archived` is `archived:`, and what is below it stays.
    fileprivate init?(row: Node, in source: SourceText) {
        guard case .mapping(let mapping) = row.content, let first = mapping.entries.first else { return nil }
        let start = row.range.start
        let before = source.line(start.line).unicodeScalars.prefix(start.column - 1)
        guard let dash = before.lastIndex(where: { $0 != " " }), before[dash] == "-" else { return nil }
        let dashPosition = SourcePosition(
            line: start.line, column: before.distance(from: before.startIndex, to: dash) + 1)
        func edit(upTo end: SourcePosition, _ text: String) -> Self {
            Self(SourceRange(row.range.source, start: dashPosition, end: end), text)
        }
        if first.key.text == "name", let name = first.value.scalar, mapping.entries.count > 1 {
            let next = mapping.entries[1].key.range.start
            if mapping.isFlow {
                self = edit(upTo: next, "\(name.flowText): { ")
            } else if next.line > name.range.end.line {
                self = edit(upTo: name.range.end, "\(name.flowText):")
            } else {
                return nil
            }
            return
        }
        // `- archived: { … }`: what follows keeps its column.
        guard !mapping.isFlow, mapping.entries.count == 1, case .mapping = first.value.content else { return nil }
        self = edit(
            upTo: start, String(repeating: " ", count: start.column - dashPosition.column))
    }
}

extension Scalar {
    /// The text as it stands in a mapping in braces.
    fileprivate var flowText: String {
        if isPlain { return text }
        return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            + "\""
    }
}

extension Node {
    /// The value on one line, shortened if it is long.
    fileprivate var flowText: String {
        switch content {
        case .scalar(let scalar): scalar.flowText.clipped
        case .sequence(let elements): "[\(elements.prefix(20).map(\.flowText).joined(separator: ", "))]".clipped
        case .mapping(let mapping) where mapping.entries.isEmpty: "{}"
        case .mapping(let mapping):
            "{ \(mapping.entries.prefix(20).map { "\($0.key.flowText): \($0.value.flowText)" }.joined(separator: ", ")) }"
                .clipped
        }
    }
}

extension String {
    /// No more than a line of advice.
    fileprivate var clipped: String { utf8.count > 160 ? prefix(120) + "…" : self }
}
