// Gathers the diagnostics of a run: every stage reports here and runs to its end, so that all problems come at once.

/// The diagnostics of one run, in the order of the places they speak of.
public final class DiagnosticCollector {
    private var collected: [Diagnostic] = []
    /// The names of rows that could not be read.
    private var unreadNames: Set<String> = []
    private var waivers: [Waiver] = []

    public init() {}

    public func report(_ diagnostic: Diagnostic) {
        collected.append(diagnostic)
    }

    /// Reports that a rule is broken; the parameters are those of `Diagnostic`.
    public func report(
        _ rule: Rule, _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [], fix: Fix? = nil
    ) {
        report(Diagnostic(rule, message, at: range, notes: notes, fix: fix))
    }

    /// Notes that the row of this name is there, but could not be read; or the declaration, with all that it names.
    public func excuse(_ name: String, isDeclaration: Bool = false) {
        unreadNames.insert(name)
        if isDeclaration { hasUnreadDeclarations = true }
    }

    /// Whether whole declarations could not be read, so that nobody can tell which tables they use.
    public private(set) var hasUnreadDeclarations = false

    /// Reports that something names what is not there, unless its row is one of those that could not be read.
    public func reportMissing(
        _ name: String, _ rule: Rule, _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [],
        fix: Fix? = nil
    ) {
        guard !unreadNames.contains(name) else { return }
        report(rule, message, at: range, notes: notes, fix: fix)
    }

    /// Whether some rows could not be read, so that nobody can tell which types and fields they speak of.
    public var hasUnreadRows: Bool { !unreadNames.isEmpty }

    public var hasErrors: Bool { collected.contains { $0.severity == .error } }

    /// Notes that a row does without a rule.
    public func note(_ waiver: Waiver) {
        waivers.append(waiver)
    }

    /// Takes out what rows waive, once all of these rules have been checked.
    ///
    /// - Returns: the waivers of these rules that were not needed.
    public func settleWaivers(of rules: [Rule]) -> [Waiver] {
        let checked = Set(rules.map(\.id))
        var unneeded: [Waiver] = []
        for waiver in waivers where checked.contains(waiver.rule.value) {
            let before = collected.count
            collected.removeAll { $0.rule == waiver.rule.value && waiver.scope.holdsStart(of: $0.range) }
            if collected.count == before { unneeded.append(waiver) }
        }
        return unneeded
    }

    /// All diagnostics by file, line and column, each once.
    public var sorted: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return collected.filter { seen.insert($0).inserted }.enumerated().sorted { left, right in
            let (first, second) = (left.element.range, right.element.range)
            return (first.path, first.start, left.offset) < (second.path, second.start, right.offset)
        }.map(\.element)
    }
}
