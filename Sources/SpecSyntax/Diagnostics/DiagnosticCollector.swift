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

    /// How many diagnostics of a rule have a fix: looking for the nearest spelling among thousands of names takes time
    /// for each, and nobody reads so many.
    private static let mostFixes = 200
    private var counts: [String: Int] = [:]

    /// Reports that a rule is broken; the parameters are those of `Diagnostic`.
    ///
    /// - Parameter fix: it is only made for the first 200 diagnostics of a rule.
    public func report(
        _ rule: Rule, _ message: String, at range: SourceRange, notes: [Diagnostic.Note] = [],
        fix: @autoclosure () -> Fix? = nil
    ) {
        let count = counts[rule.id, default: 0]
        counts[rule.id] = count + 1
        report(Diagnostic(rule, message, at: range, notes: notes, fix: count < Self.mostFixes ? fix() : nil))
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
        fix: @autoclosure () -> Fix? = nil
    ) {
        guard !unreadNames.contains(name) else { return }
        report(rule, message, at: range, notes: notes, fix: fix())
    }

    /// More uses of the same thing than these are not named.
    private static let mostUses = 3

    /// Runs checks of something with parts that others use too, and adds the use to what they report.
    ///
    /// The same error of several uses is one diagnostic, with a note for each of the first three.
    ///
    /// - Parameter use: where a diagnostic is about a part that is shared, a note on who uses it here; else nil.
    public func report(_ checks: () -> Void, withUse use: (Diagnostic) -> Diagnostic.Note?) {
        noteSubjects()
        let known = collected.count
        checks()
        let own = Array(collected[known...])
        collected.removeLast(own.count)
        // Checks within these may have noted some of them.
        for diagnostic in own { places[Subject(diagnostic)]?.removeAll { $0 >= known } }
        notedCount = known
        for diagnostic in own {
            // The checks are those of one user, so that the same diagnostic is theirs or that of an earlier one.
            let note = use(diagnostic)
            let same = places[Subject(diagnostic)]?.first { collected[$0].isSame(as: diagnostic) }
            if let note, let same {
                let uses = collected[same].notes.count - diagnostic.notes.count
                if uses < Self.mostUses { collected[same] = collected[same].adding(note) }
            } else {
                collected.append(note.map(diagnostic.adding) ?? diagnostic)
                noteSubjects()
            }
        }
    }

    /// Where the diagnostics of a subject are among the collected ones, so that the same one is found without a search.
    private var places: [Subject: [Int]] = [:]
    private var notedCount = 0

    private func noteSubjects() {
        for index in notedCount..<collected.count { places[Subject(collected[index]), default: []].append(index) }
        notedCount = collected.count
    }

    /// Subject of a diagnostic.
    private struct Subject: Hashable {
        let range: SourceRange
        let message: String

        init(_ diagnostic: Diagnostic) { (range, message) = (diagnostic.range, diagnostic.message) }
    }

    /// Whether some rows could not be read, so that the types and fields that they use are not known.
    public var hasUnreadRows: Bool { !unreadNames.isEmpty }

    /// How many diagnostics there are.
    public var count: Int { collected.count }

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
        let inFiles = Dictionary(grouping: collected.indices) {
            RuleInFile(rule: collected[$0].rule, path: collected[$0].range.path)
        }.mapValues { $0.sorted { collected[$0].range.start < collected[$1].range.start } }
        var suppressed: Set<Int> = []
        var unneeded: [Suppression] = []
        for suppression in settled {
            let all = inFiles[RuleInFile(rule: suppression.rule.value, path: suppression.scope.path)] ?? []
            let first = all.firstIndex(fromWhere: { collected[$0].range.start >= suppression.scope.start })
            let own = all[first...].prefix { suppression.scope.holdsStart(of: collected[$0].range) }
                .filter { !suppressed.contains($0) }
            if own.isEmpty { unneeded.append(suppression) }
            suppressed.formUnion(own)
        }
        collected = collected.indices.filter { !suppressed.contains($0) }.map { collected[$0] }
        (places, notedCount) = ([:], 0)
        return unneeded
    }

    /// A rule and a file, to find its diagnostics there.
    private struct RuleInFile: Hashable {
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
            // The later one may lack the fix.
            let isKnown = neighbours.contains { $0.notes == diagnostic.notes && $0.isSame(as: diagnostic) }
            if !isKnown { sorted.append(diagnostic) }
        }
        return sorted
    }
}

extension [Int] {
    /// The first place from which on a condition holds, found by halving.
    fileprivate func firstIndex(fromWhere holds: (Int) -> Bool) -> Int {
        var range = indices
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            range = holds(self[middle]) ? range.lowerBound..<middle : middle + 1..<range.upperBound
        }
        return range.lowerBound
    }
}
