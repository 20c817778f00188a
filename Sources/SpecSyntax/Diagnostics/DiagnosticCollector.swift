// Collecting the diagnostics of a run: every stage reports here and runs to its end, so that all problems are reported
// together.

/// The diagnostics of one run, in the order of their places.
public final class DiagnosticCollector {
    private var collected: [Diagnostic] = []
    /// The names of rows that could not be read.
    private var unreadNames: Set<String> = []
    private var suppressions: [Suppression] = []

    public init() {}

    /// The reports of a collector, to be added to another one.
    public struct Reports: Sendable {
        fileprivate let collected: [Diagnostic]
        fileprivate let unreadNames: Set<String>
        fileprivate let suppressions: [Suppression]
        fileprivate let hasUnreadDeclarations: Bool
    }

    /// The diagnostics so far.
    public var reports: Reports {
        Reports(
            collected: collected, unreadNames: unreadNames, suppressions: suppressions,
            hasUnreadDeclarations: hasUnreadDeclarations)
    }

    /// Adds the reports of another collector, as if they were reported here.
    public func report(_ reports: Reports) {
        collected += reports.collected
        unreadNames.formUnion(reports.unreadNames)
        suppressions += reports.suppressions
        if reports.hasUnreadDeclarations { hasUnreadDeclarations = true }
    }

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

    /// Whether whole declarations could not be read, so that the tables that they use are not known.
    public private(set) var hasUnreadDeclarations = false

    /// Reports an unknown name, unless its row is one of those that could not be read.
    public func reportMissing(
        _ name: String, _ rule: Rule, _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [],
        fix: Fix? = nil
    ) {
        guard !unreadNames.contains(name) else { return }
        report(rule, message, at: range, notes: notes, fix: fix)
    }

    /// More uses of the same thing than these are not named.
    private static let mostUses = 3

    /// Runs checks of something with parts that others use too, and adds the use to what they report.
    ///
    /// The same error of several uses is one diagnostic, with a note for each of the first three.
    ///
    /// - Parameter use: where a diagnostic is about a part that is shared, a note on who uses it here; else nil.
    public func report(_ checks: () -> Void, withUse use: (Diagnostic) -> Diagnostic.Note?) {
        let known = collected.count
        checks()
        for diagnostic in Array(collected[known...]) {
            guard let note = use(diagnostic) else { continue }
            // The checks are those of one user, so that the same diagnostic is theirs or that of an earlier one.
            guard let place = collected.firstIndex(where: { $0.isSame(as: diagnostic) }) else { continue }
            let uses = collected[place].notes.count - diagnostic.notes.count
            if uses < Self.mostUses { collected[place] = collected[place].adding(note) }
            if place < known, let own = collected[known...].firstIndex(of: diagnostic) { collected.remove(at: own) }
        }
    }

    /// Whether some rows could not be read, so that the types and fields that they use are not known.
    public var hasUnreadRows: Bool { !unreadNames.isEmpty }

    public var hasErrors: Bool { collected.contains { $0.severity == .error } }

    /// Notes a suppression of a rule by a row.
    public func note(_ suppression: Suppression) {
        suppressions.append(suppression)
    }

    /// Removes suppressed diagnostics, once all of these rules have been checked.
    ///
    /// - Returns: the suppressions of these rules that were not needed.
    public func settleSuppressions(of rules: [Rule]) -> [Suppression] {
        let checked = Set(rules.map(\.id))
        let settled = suppressions.filter { checked.contains($0.rule.value) }
        if settled.isEmpty { return [] }
        // The diagnostics of a rule in a file, so that a suppression is not compared with the whole spec.
        var open = Dictionary(grouping: collected.indices) {
            Subject(rule: collected[$0].rule, path: collected[$0].range.path)
        }
        var suppressed: Set<Int> = []
        var unneeded: [Suppression] = []
        for suppression in settled {
            let subject = Subject(rule: suppression.rule.value, path: suppression.scope.path)
            let (own, others) = (open[subject] ?? []).divided { suppression.scope.holdsStart(of: collected[$0].range) }
            if own.isEmpty { unneeded.append(suppression) }
            suppressed.formUnion(own)
            open[subject] = others
        }
        collected = collected.indices.filter { !suppressed.contains($0) }.map { collected[$0] }
        return unneeded
    }

    /// The subject of a suppression.
    private struct Subject: Hashable {
        let rule: String
        let path: String
    }

    /// All diagnostics by file, line and column, each once.
    public var sorted: [Diagnostic] {
        let order = collected.indices.sorted { left, right in
            let (first, second) = (collected[left].range, collected[right].range)
            if first.source != second.source { return first.path < second.path }
            return (first.start, left) < (second.start, right)
        }
        var sorted: [Diagnostic] = []
        sorted.reserveCapacity(order.count)
        for index in order {
            let diagnostic = collected[index]
            // The same one could only be among those of the same place.
            let neighbours = sorted.reversed().prefix {
                $0.range.start == diagnostic.range.start && $0.range.source == diagnostic.range.source
            }
            if !neighbours.contains(diagnostic) { sorted.append(diagnostic) }
        }
        return sorted
    }
}

extension Sequence {
    /// The elements that keep a condition, and the others, both in their order.
    fileprivate func divided(by isIncluded: (Element) -> Bool) -> (included: [Element], others: [Element]) {
        reduce(into: ([], [])) { parts, element in
            if isIncluded(element) { parts.0.append(element) } else { parts.1.append(element) }
        }
    }
}
