// The report of `verify` about generated files that are out of date.

import FileSystem
import OutputTree
import SpecSyntax

/// A comparison for people: the files by name, then their differences, then the fix.
struct VerificationReport {
    let bytes: [UInt8]
    /// The same as diagnostics, for programs.
    let diagnostics: [Diagnostic]

    /// - Parameter regenerateCommand: the command that makes the files current.
    init(of comparison: TreeComparison, regenerateCommand: String) {
        let lines =
            ["\(comparison.folder) is out of date:"] + Self.names(comparison).map { "  " + $0 } + [""]
        let end = Self.advice(comparison, regenerateCommand) + "\n"
        diagnostics = Self.diagnostics(comparison, Fix("run \(regenerateCommand)"))
        bytes = Self.text(lines) + Self.diffs(comparison) + Array(end.utf8)
    }

    private static func text(_ lines: [String]) -> [UInt8] {
        Array(lines.map { $0 + "\n" }.joined().utf8)
    }

    private static func names(_ comparison: TreeComparison) -> [String] {
        let folder = comparison.folder
        return comparison.missing.map { "missing   \(folder.appending($0.path))" }
            + comparison.changed.map { "changed   \(folder.appending($0.path))" }
            + comparison.orphaned.map { "orphaned  \(folder.appending($0.path)) (not in the spec)" }
            + comparison.foreign.map { "foreign   \(folder.appending($0.path)) (\(words(for: $0)))" }
    }

    private static func diagnostics(_ comparison: TreeComparison, _ fix: Fix) -> [Diagnostic] {
        func diagnostic(_ rule: String, _ path: RelativePath, _ message: String) -> Diagnostic {
            let start = SourcePosition(line: 1, column: 1)
            return Diagnostic(
                rule, .error, message,
                at: SourceRange(path: comparison.folder.appending(path).string, start: start, end: start), fix: fix)
        }
        return comparison.missing.map { diagnostic("missing-file", $0.path, "this file is missing") }
            + comparison.changed.map { diagnostic("changed-file", $0.path, "this file is out of date") }
            + comparison.orphaned.map {
                diagnostic("orphaned-file", $0.path, "nothing in the spec generates this file")
            }
            + comparison.foreign.map { diagnostic("foreign-file", $0.path, words(for: $0)) }
    }

    private static func words(for stranger: TreeComparison.Stranger) -> String {
        let kind = stranger.kind == .file ? "not a generated file" : stranger.kind.words
        guard let wanted = stranger.obstructs else { return kind }
        return wanted == stranger.path ? kind + ", in the place of one" : kind + ", in the way of \(wanted)"
    }

    private static func diffs(_ comparison: TreeComparison) -> [UInt8] {
        func name(_ path: RelativePath) -> String { comparison.folder.appending(path).string }
        var diffs =
            comparison.missing.map { ($0.path, UnifiedDiff(of: name($0.path), from: nil, to: Array($0.text.utf8))) }
            + comparison.changed.map {
                ($0.path, UnifiedDiff(of: name($0.path), from: $0.found, to: Array($0.text.utf8)))
            }
            + comparison.orphaned.map { ($0.path, UnifiedDiff(of: name($0.path), from: $0.found, to: nil)) }
        diffs.sort { $0.0 < $1.0 }
        return diffs.flatMap { $0.1.bytes } + (diffs.isEmpty ? [] : Array("\n".utf8))
    }

    /// The fix; the command is last, on a line that can be copied.
    private static func advice(_ comparison: TreeComparison, _ regenerateCommand: String) -> String {
        guard !comparison.foreign.isEmpty else {
            return
                "Lines with - are in the folder, lines with + are what the spec generates. To fix it, run: \(regenerateCommand)"
        }
        let folder = comparison.folder
        let names = comparison.foreign.map { folder.appending($0.path).string }.joined(separator: ", ")
        return "Move the files out of \(folder) that are not generated (\(names)), then run: \(regenerateCommand)"
    }
}
