// Filters and orders of lists.

import GitLab

/// What a list keeps, and in which order.
struct ItemFilter {
    /// Attributes that choose no items.
    private static let controls: Set<String> = [
        "page", "per_page", "pagination", "cursor", "order_by", "sort", "scope", "with_labels_details", "statistics",
        "with_custom_attributes", "simple", "id_after", "id_before",
    ]

    let table: OperationTable
    let match: RouteMatch

    /// Whether the fake applies an attribute of a list.
    func applies(_ attribute: String) -> Bool {
        attribute == "search" || kind(of: attribute) != nil
            || ["page", "per_page", "pagination", "order_by", "sort", "id_after", "id_before"].contains(attribute)
    }

    func items(_ all: [StoredItem], for sent: [String: JSONValue]) -> [StoredItem] {
        let declared = match.operation.parameters(onPath: match.path)
        let kept = all.filter { item in
            declared.allSatisfy { attribute in
                guard let value = sent[attribute.name], value != .null, value != "" else { return true }
                return isKept(item.members, by: attribute.name, value)
            }
        }
        func setting(_ name: String) -> String? {
            sent[name]?.stringValue ?? declared.first { $0.name == name }?.defaultValue?.first
        }
        return ordered(kept, by: setting("order_by"), isDescending: setting("sort") == "desc")
    }

    private func ordered(_ items: [StoredItem], by field: String?, isDescending: Bool) -> [StoredItem] {
        var sorted = items
        if let field, items.contains(where: { $0.members[field]?.scalarText != nil }) {
            sorted = items.sorted { one, other in
                Self.isLess(one.members[field], other.members[field]) ?? (one.number < other.number)
            }
        }
        return isDescending ? sorted.reversed() : sorted
    }

    /// Whether a value comes before another; nil where they are equal.
    private static func isLess(_ one: JSONValue?, _ other: JSONValue?) -> Bool? {
        if let first = one?.doubleValue, let second = other?.doubleValue {
            return first == second ? nil : first < second
        }
        let (first, second) = (one?.scalarText ?? "", other?.scalarText ?? "")
        return first == second ? nil : first < second
    }

    private enum Kind { case equal(String), among(String), contains(String), after(String), before(String) }

    /// How an attribute chooses items; nil where it does not.
    private func kind(of attribute: String) -> Kind? {
        guard !Self.controls.contains(attribute), let model = match.operation.model else { return nil }
        let fields = table.models[model] ?? []
        if let field = fields.first(where: { $0.name == attribute }) {
            switch field.type {
            case .builtIn: return .equal(attribute)
            case .named(let name): return table.enums[name] == nil ? nil : .equal(attribute)
            case .array(.builtIn("string")): return .contains(attribute)
            case .array, .openHash: return nil
            }
        }
        func has(_ name: String) -> Bool { fields.contains { $0.name == name } }
        if attribute.hasSuffix("_after"), has(attribute.dropLast(5) + "at") {
            return .after(attribute.dropLast(5) + "at")
        }
        if attribute.hasSuffix("_before"), has(attribute.dropLast(6) + "at") {
            return .before(attribute.dropLast(6) + "at")
        }
        return attribute.hasSuffix("s") && has(String(attribute.dropLast()))
            ? .among(String(attribute.dropLast())) : nil
    }

    private func isKept(_ members: [String: JSONValue], by attribute: String, _ value: JSONValue) -> Bool {
        if attribute == "search" { return Self.isFound(members, value.scalarText ?? "") }
        let wanted = value.arrayValue?.compactMap(\.scalarText) ?? value.commaParts?.compactMap(\.scalarText) ?? []
        switch kind(of: attribute) {
        case .equal(let field):
            guard let text = value.scalarText, text != "all" else { return true }
            if case .bool(let flag)? = members[field] { return value.flag == flag }
            return members[field]?.scalarText == text
        case .among(let field): return members[field]?.scalarText.map(wanted.contains) ?? false
        case .contains(let field): return wanted.allSatisfy { (members[field]?.texts ?? []).contains($0) }
        case .after(let field): return (members[field]?.stringValue ?? "") >= (value.scalarText ?? "")
        case .before(let field): return (members[field]?.stringValue ?? "") <= (value.scalarText ?? "")
        case nil: return true
        }
    }

    private static func isFound(_ members: [String: JSONValue], _ text: String) -> Bool {
        let texts = ["name", "title", "path", "full_path", "username", "description"].compactMap {
            members[$0]?.stringValue?.lowercased()
        }
        return text.lowercased().split(separator: " ").allSatisfy { word in texts.contains { $0.contains(word) } }
    }
}
