// A row that does without a rule, and says why.

/// That a rule does not hold for a row, or for all that a declaration holds.
public struct Suppression: Sendable {
    /// The name of the rule, where the suppression stands.
    public let rule: Located<String>
    /// What the suppression is for: a row with its name, or a whole declaration.
    public let scope: SourceRange

    public init(of rule: Located<String>, in scope: SourceRange) {
        self.rule = rule
        self.scope = scope
    }
}
