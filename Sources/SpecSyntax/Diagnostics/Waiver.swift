// A row that does without a rule, and says why.

/// That a rule does not hold for a row, or for all that a declaration holds.
public struct Waiver: Sendable {
    /// The name of the rule, where the waiver stands.
    public let rule: Located<String>
    /// What the waiver is for: a row with its name, or a whole declaration.
    public let scope: SourceRange

    public init(of rule: Located<String>, in scope: SourceRange) {
        self.rule = rule
        self.scope = scope
    }
}
