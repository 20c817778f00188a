// Gathers the diagnostics of a run: every stage reports here and runs to its end, so that all problems come at once.

/// The diagnostics of one run, in the order of the places they speak of.
public final class DiagnosticCollector {
    private var collected: [Diagnostic] = []
    /// The names of rows that could not be read.
    private var unreadNames: Set<String> = []

    public init() {}

    public func report(_ diagnostic: Diagnostic) {
        collected.append(diagnostic)
    }

    /// Reports an error; the parameters are those of `Diagnostic`.
    public func error(
        _ rule: String, _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [], fix: Fix? = nil
    ) {
        report(Diagnostic(rule, message, at: range, notes: notes, fix: fix))
    }

    /// Notes that the row of this name is there, but could not be read.
    public func excuse(_ name: String) {
        unreadNames.insert(name)
    }

    /// Reports that something names what is not there, unless its row is one of those that could not be read.
    public func errorIfMissing(
        _ name: String, _ rule: String, _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [],
        fix: Fix? = nil
    ) {
        guard !unreadNames.contains(name) else { return }
        error(rule, message, at: range, notes: notes, fix: fix)
    }

    public var hasErrors: Bool { collected.contains { $0.severity == .error } }

    /// All diagnostics by file, line and column, each once.
    public var sorted: [Diagnostic] {
        var seen: Set<Diagnostic> = []
        return collected.filter { seen.insert($0).inserted }.enumerated().sorted { left, right in
            let (first, second) = (left.element.range, right.element.range)
            return (first.path, first.start, left.offset) < (second.path, second.start, right.offset)
        }.map(\.element)
    }
}
