// Writing the values, tiers and versions of rows as the second paragraph of a documentation comment.

import SpecModel
import SpecSyntax

extension Attribute {
    /// The comment above the attribute's property: its sentence, then the facts of the row's other keys.
    func documentation(_ vocabulary: Vocabulary, _ parent: OperationParent? = nil) -> DocComment {
        var facts = limits.sentences
        let kinds = parent?.cases.filter { !parents.isEmpty && exists(on: $0) }.map { "`.\($0.swiftName)`" } ?? []
        if !kinds.isEmpty { facts.append("Only for \(kinds.joined(separator: " and ")).") }
        if let defaultValue {
            let values = defaultValue.value.map { "`\(vocabulary.swiftValue($0, of: type.value))`" }
            facts.append("Default: \(values.joined(separator: ", ")).")
        }
        if isCommaSeparated { facts.append("No element may hold a comma: GitLab splits on them.") }
        if isNullable { facts.append("Assigning nil sends null, which unsets it.") }
        if isSecret { facts.append("A secret, which no description shows.") }
        facts += availability.sentences(vocabulary)
        return DocComment(
            vocabulary.swiftSentence(about.value), paragraphs: facts.isEmpty ? [] : [facts.joined(separator: " ")])
    }
}

extension Field {
    func documentation(_ vocabulary: Vocabulary) -> DocComment {
        var facts: [String] = []
        if let unit { facts.append("In \(unit.value).") }
        if isNullable { facts.append("GitLab may return null.") }
        if isSecret { facts.append("A secret, which no description shows.") }
        facts += availability.sentences(vocabulary)
        return DocComment(
            vocabulary.swiftSentence(about.value), paragraphs: facts.isEmpty ? [] : [facts.joined(separator: " ")])
    }
}

extension EnumType.Value {
    func documentation(_ vocabulary: Vocabulary) -> DocComment {
        let facts = availability.sentences(vocabulary)
        return DocComment(
            vocabulary.swiftSentence(about.value), paragraphs: facts.isEmpty ? [] : [facts.joined(separator: " ")])
    }
}

extension Limits {
    fileprivate var sentences: [String] {
        var sentences: [String] = []
        if let unit { sentences.append("In \(unit.value).") }
        switch (minimum?.value, maximum?.value) {
        case (let minimum?, let maximum?): sentences.append("From \(minimum) to \(maximum).")
        case (let minimum?, nil): sentences.append("At least \(minimum).")
        case (nil, let maximum?): sentences.append("At most \(maximum).")
        case (nil, nil): break
        }
        if let maximumLength { sentences.append("At most \(maximumLength.value) characters.") }
        return sentences
    }
}

extension Availability {
    func sentences(_ vocabulary: Vocabulary) -> [String] {
        var sentences: [String] = []
        if let condition { sentences.append("Only when \(vocabulary.swiftSentence(condition.value).asSentence)") }
        if isAdminOnly { sentences.append("For administrators.") }
        if let role { sentences.append(role.value == "owner" ? "Role: owner." : "Role: \(role.value) or higher.") }
        if let tier { sentences.append(tier.value.sentence) }
        if !offering.isEmpty { sentences.append("Only on \(offering.map(\.value).joined(separator: ", ")).") }
        if let since { sentences.append("Since GitLab \(since.value).") }
        if let since = deprecation?.since { sentences.append("Deprecated since GitLab \(since.value).") }
        return sentences
    }
}

extension Tier {
    fileprivate var sentence: String {
        switch self {
        case .premium: "Needs GitLab Premium."
        case .ultimate: "Needs GitLab Ultimate."
        }
    }
}

extension Deprecation {
    /// The attribute that warns users, such as `@available(*, deprecated, renamed: "topics")`.
    ///
    /// A rename is offered only where the types agree, so that accepting it compiles.
    func attribute(type: TypeReference, among candidates: [(name: String, swiftName: SwiftName, type: TypeReference)])
        -> String
    {
        guard let replacement else { return "@available(*, deprecated)" }
        guard let other = candidates.first(where: { $0.name == replacement.value }) else {
            return "@available(*, deprecated, message: \("use \(replacement.value)".swiftLiteral))"
        }
        if other.type == type, !isInverted {
            return "@available(*, deprecated, renamed: \(other.swiftName.text.swiftLiteral))"
        }
        let inversion = isInverted ? ", which means the opposite" : ""
        return "@available(*, deprecated, message: \("use `\(other.swiftName)`\(inversion)".swiftLiteral))"
    }
}

extension String {
    /// The text with a full stop.
    fileprivate var asSentence: String { hasSuffix(".") ? self : self + "." }

    /// A link for documentation comments.
    var asDocumentationLink: String { "[GitLab's documentation](\(self))" }
}
