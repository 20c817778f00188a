// The suppression of a rule by a row, with the reason.

/// A suppressed rule, for a row or for a whole declaration.
public struct Suppression: Sendable {
    /// The name of the rule, where the suppression stands.
    public let rule: Located<String>
    /// The subject of the suppression: a row with its name, or a whole declaration.
    public let scope: SourceRange

    public init(of rule: Located<String>, in scope: SourceRange) {
        self.rule = rule
        self.scope = scope
    }
}
