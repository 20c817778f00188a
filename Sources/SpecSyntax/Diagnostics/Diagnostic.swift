// A problem in the spec as a value: message, place and fix.

/// Something that a person who edits the spec should know.
public struct Diagnostic: Sendable, Hashable {
    /// A related place, such as the first of two duplicates.
    public struct Note: Sendable, Hashable {
        public let message: String
        public let range: SourceRange

        public init(_ message: String, at range: SourceRange) {
            self.message = message
            self.range = range
        }
    }

    /// The name of the rule that was broken, in kebab case: `unknown-key`.
    public let rule: String
    public let severity: Rule.Severity
    /// One sentence on the problem, without a full stop.
    public let message: String
    public let range: SourceRange
    public let notes: [Note]
    public let fix: Fix?

    public init(_ rule: Rule, _ message: String, at range: SourceRange, notes: [Note] = [], fix: Fix? = nil) {
        self.init(rule.id, rule.severity, message, at: range, notes: notes, fix: fix)
    }

    /// A problem that is not one of the spec, such as a generated file that is not current.
    public init(
        _ rule: String, _ severity: Rule.Severity, _ message: String, at range: SourceRange, notes: [Note] = [],
        fix: Fix? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.message = message.utf8.count > Self.longestMessage ? message.prefix(Self.longestMessage) + "…" : message
        self.range = range
        self.notes = notes
        self.fix = fix
    }

    /// The diagnostic with another note.
    func adding(_ note: Note) -> Diagnostic {
        Diagnostic(rule, severity, message, at: range, notes: notes + [note], fix: fix)
    }

    /// Whether it has the same content as another one, which has no more notes, and may lack the fix.
    func isSame(as other: Diagnostic) -> Bool {
        range == other.range && rule == other.rule && message == other.message && notes.starts(with: other.notes)
            && (fix == other.fix || other.fix == nil)
    }

    /// A message quotes the spec, which may be of any length.
    private static let longestMessage = 600
}

/// The fix of a diagnostic.
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

    /// The advice in words: `write 'boolean'`.
    public let advice: String
    /// The edits of the advice, where it is unambiguous; empty where a person has to decide.
    public let edits: [Edit]

    public init(_ advice: String, edits: [Edit] = []) {
        self.advice = advice
        self.edits = edits
    }
}
