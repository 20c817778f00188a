// Rules between attributes that GitLab enforces, checked on the built parameters before sending.

/// A rule between the attributes of one operation.
///
/// An attribute counts as set when it would be sent, with null too. A request that breaks a rule is not sent:
/// ``GitLabError`` of kind ``GitLabError/Kind/invalidRequest`` names the attributes.
public struct Constraint: Sendable, Hashable {
    enum Rule: Sendable, Hashable {
        case anyOfBody
        case atLeastOne([String])
        case exclusive([String])
        case needs(attribute: String, other: String, value: String)
        case needsAny(attribute: String, other: String)
        case only(attribute: String, parents: [String])
    }

    let rule: Rule

    /// The rule that at least one attribute of the body must be set.
    public static let atLeastOne = Constraint(rule: .anyOfBody)

    /// Requires at least one of these attributes.
    public static func atLeastOne(of attributes: [String]) -> Constraint {
        Constraint(rule: .atLeastOne(attributes))
    }

    /// Allows at most one of these attributes.
    public static func exclusive(_ attributes: [String]) -> Constraint {
        Constraint(rule: .exclusive(attributes))
    }

    /// Requires that `other` is set to `value` if `attribute` is set.
    public static func needs(_ attribute: String, _ other: String, equals value: String) -> Constraint {
        Constraint(rule: .needs(attribute: attribute, other: other, value: value))
    }

    /// Requires that `other` is set if `attribute` is set, and not to false.
    public static func needs(_ attribute: String, _ other: String) -> Constraint {
        Constraint(rule: .needsAny(attribute: attribute, other: other))
    }

    /// Allows `attribute` only below the parents with these names (``ParentTemplate/name``).
    public static func only(_ attribute: String, on parents: [String]) -> Constraint {
        Constraint(rule: .only(attribute: attribute, parents: parents))
    }
}

extension Constraint {
    /// Returns why these parameters break the rule; nil if they do not.
    ///
    /// - Parameter parent: the parent of the request; nil where it has none.
    func violation(query: Parameters, body: Parameters, parent: GivenParent? = nil) -> ValidationError? {
        func value(_ name: String) -> ParameterValue? { query[name] ?? body[name] }
        switch rule {
        case .anyOfBody:
            guard body.isEmpty else { return nil }
            return ValidationError("this request changes nothing: set at least one attribute")
        case .atLeastOne(let attributes):
            guard !attributes.contains(where: { value($0) != nil }) else { return nil }
            return ValidationError("at least one of \(listing(attributes, joined: "or")) must be set")
        case .exclusive(let attributes):
            let present = attributes.filter { value($0) != nil }
            guard present.count > 1 else { return nil }
            return ValidationError("\(listing(present, joined: "and")) are mutually exclusive: set only one of them")
        case .needsAny(let attribute, let other):
            guard let present = value(attribute), present != .bool(false), value(other) == nil else { return nil }
            return ValidationError("`\(attribute)` needs `\(other)` to be set too")
        case .only(let attribute, let names):
            guard value(attribute) != nil, let parent, !names.contains(parent.kind.name) else { return nil }
            return ValidationError(
                "`.\(parent.kind.function)` has no `\(attribute)`: leave it out, or use "
                    + ParentChoice.listing(parent.choice.templates(named: names)))
        case .needs(let attribute, let other, let wanted):
            guard value(attribute) != nil, value(other)?.scalarText != wanted else { return nil }
            return ValidationError("`\(attribute)` needs `\(other)` to be set to `\(wanted)`")
        }
    }

    private func listing(_ names: [String], joined word: String) -> String {
        let quoted = names.map { "`\($0)`" }
        guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
        return quoted.dropLast().joined(separator: ", ") + " \(word) \(last)"
    }
}
