// The name of an operation in Swift: `listForUser` is `list(forUser:)`.

import SpecSyntax

extension Operation {
    /// The name of the method: the name of the operation without a variant that a label says.
    public var methodName: String { String(variant == nil ? name.value[...] : name.value.verb) }

    /// The label of an argument: its own name, or the variant that the name of the operation says. The first
    /// placeholder of the path is the subject of the call and has no label.
    public func label(of attribute: Attribute, isFirst: Bool) -> String? {
        if let label = attribute.parentLabel { return label }
        if let variant, attribute.location == .path, attribute.name.value == placeholder(of: variant),
            !isNamed(by: variant)
        {
            return variant.uncapitalised
        }
        return isFirst && attribute.location == .path ? nil : attribute.swiftName.text
    }

    /// The part behind the verb, if it distinguishes things of one kind: `ForUser`, `ContributedToBy`.
    private var variant: String? {
        let rest = name.value.dropFirst(name.value.verb.count)
        let words = rest.swiftWords
        guard words.count > 1, !path.placeholders.isEmpty else { return nil }
        return Self.prepositions.contains(words[0]) || words.last == "By" ? String(rest) : nil
    }

    private static let prepositions: Set = ["For", "Including", "By"]

    /// The placeholder that a variant labels: of `ForGroup` the one behind `groups` in the path; else the last one.
    private func placeholder(of variant: String) -> String? {
        let words = variant.swiftWords.dropFirst().prefix { !Self.prepositions.contains($0) }
        let noun = words.map { $0.lowercased() }.joined(separator: "_")
        let segments = path.text.value.split(separator: "/")
        let container = zip(segments, segments.dropFirst()).first { $0 == "\(noun)s" && $1.hasPrefix(":") }
        let named = variant.hasPrefix("For") ? container.map { String($0.1.dropFirst()) } : nil
        return named ?? path.placeholders.last?.value
    }

    /// Whether the variant only repeats an argument: `BySecret`, where there is an argument `secret`.
    private func isNamed(by variant: String) -> Bool {
        attributes.contains { $0.location == .path && variant == "By" + $0.swiftName.text.capitalised }
    }
}

extension StringProtocol {
    /// The small letters that a name begins with.
    var verb: Self.SubSequence { prefix { !$0.isUppercase } }

    /// The words of a name, each with the capitals that it has: `For`, `User`.
    fileprivate var swiftWords: [String] {
        var words: [String] = []
        for character in self {
            if character.isUppercase || words.isEmpty { words.append("") }
            words[words.count - 1].append(character)
        }
        return words
    }

    fileprivate var uncapitalised: String { prefix(1).lowercased() + dropFirst() }
}
