// A rule of the spec as data: its requirement, its severity, and an example of either kind, which are its tests.

/// A rule of the spec.
public struct Rule: Sendable, Hashable {
    /// The severity of a rule.
    public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// Nothing is generated from a spec that breaks the rule.
        case error
        /// The client can be generated, with worse documentation or names. `lint` fails; a row can suppress the rule,
        /// with a reason.
        case warning
    }

    /// The name, in kebab case: `unknown-key`. It is in every message, and in suppressions.
    public let id: String
    /// The requirement, in one sentence.
    public let purpose: String
    public let severity: Severity
    /// A spec that breaks this rule and no other.
    public let failing: Example
    /// The same spec, fixed.
    public let passing: Example

    public init(
        _ id: String, _ purpose: String, severity: Severity = .error, failing: Example, passing: Example
    ) {
        self.id = id
        self.purpose = purpose
        self.severity = severity
        self.failing = failing
        self.passing = passing
    }

    /// Whether a row can suppress it, with a reason.
    public var isSuppressible: Bool { severity == .warning }

    public static func == (left: Rule, right: Rule) -> Bool { left.id == right.id }

    public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}
