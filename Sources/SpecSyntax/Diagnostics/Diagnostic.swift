// A problem in the spec as a value: what is wrong, where, and what to write instead.

/// Something that a person who edits the spec should know.
public struct Diagnostic: Sendable, Hashable {
    public enum Severity: String, Sendable, Hashable {
        case error, warning
    }

    /// A related place, such as the first of two duplicates.
    public struct Note: Sendable, Hashable {
        public let message: String
        public let range: SourceRange

        public init(_ message: String, at range: SourceRange) {
            self.message = message
            self.range = range
        }
    }

    /// The rule that was broken, in kebab case: `unknown-key`.
    public let rule: String
    public let severity: Severity
    /// One sentence that says what is wrong, without a full stop.
    public let message: String
    public let range: SourceRange
    public let notes: [Note]
    public let fix: Fix?

    public init(
        _ rule: String, _ message: String, at range: SourceRange,
        severity: Severity = .error, notes: [Note] = [], fix: Fix? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message
        self.range = range
        self.notes = notes
        self.fix = fix
    }
}

/// What to write instead.
public struct Fix: Sendable, Hashable {
    /// A replacement of a stretch of the file by other text.
    public struct Edit: Sendable, Hashable {
        public let range: SourceRange
        public let replacement: String

        public init(_ range: SourceRange, _ replacement: String) {
            self.range = range
            self.replacement = replacement
        }
    }

    /// The advice as a person would say it: `write 'boolean'`.
    public let advice: String
    /// The change that follows the advice, where the tool knows it exactly; empty where a person has to decide.
    public let edits: [Edit]

    public init(_ advice: String, edits: [Edit] = []) {
        self.advice = advice
        self.edits = edits
    }
}
