// The changes from one spec to another: on the wire, in Swift, and in words.

import Generator
import OutputTree
import SpecModel
import SpecSyntax

/// The changes between two specs.
public struct Comparison: Sendable {
    /// Every change, by layer, the weightiest first.
    public let changes: [Change]
    /// The lines for the changelog, without line breaks.
    public let changelog: [String]

    /// Compares the results of generating from two specs; nil if one of them has errors.
    ///
    /// - Parameter folder: the output folder, as people know it.
    /// - Throws: `GeneratedTreeError`, as `Generation.fixtures()` does.
    public init?(_ before: Generation, _ after: Generation, in folder: String) throws(GeneratedTreeError) {
        guard let old = before.api, let oldSurface = try SwiftSurface(before, in: folder), let new = after.api,
            let newSurface = try SwiftSurface(after, in: folder)
        else { return nil }
        let differences = SpecDifferences(old, new)
        let all =
            differences.collector.changes
            + SurfaceDifferences(oldSurface, newSurface).changes
        changes = ChangeRule.Layer.allCases.flatMap { layer in
            let changes = all.filter { $0.rule.layer == layer }
            return Verdict.allCases.reversed().flatMap { verdict in changes.filter { $0.rule.verdict == verdict } }
        }
        let renames = Renames(old, new, types: differences.renames)
        changelog = ChangelogLines(changes, renames, from: old, to: new).lines
    }

    /// The version change that all changes require; nil if nothing changed.
    public var verdict: Verdict? { changes.map(\.rule.verdict).max() }

    /// The version change that the changes of a layer require; nil if there are none.
    public func verdict(of layer: ChangeRule.Layer) -> Verdict? {
        changes.filter { $0.rule.layer == layer }.map(\.rule.verdict).max()
    }
}

extension SwiftSurface {
    /// The client, and the examples that GitLabTesting passes on; nil for a spec with errors.
    fileprivate init?(_ generation: Generation, in folder: String) throws(GeneratedTreeError) {
        guard let client = generation.client, let examples = try generation.fixtures() else { return nil }
        self.init([client, examples], in: folder)
    }
}
