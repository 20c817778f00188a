// Prepared changes of a spec, each with its report: places, verdict, lines for the changelog.
//
//     base.yaml                  the spec that all of them begin with
//     Changes/NAME.change        what the change is, its verdict, and the change itself, written like a diff
//     Changes/NAME.txt           the report; and the verdict the other way round
//
//     GITLAB_SWIFT_UPDATE_CASES=1 swift test --filter ChangeTests     writes what comes now; look at the diff
//
// scripts/diagnose-changes.py compares the same changes with SwiftPM's diagnosis of API breakage.

import Foundation
import Generator
import SpecComparison
import SpecSyntax
import Testing

@Suite struct ChangeTests {
    private static let isUpdating = ProcessInfo.processInfo.environment["GITLAB_SWIFT_UPDATE_CASES"] == "1"

    @Test(arguments: PreparedChange.all)
    func theVerdictIsRight(_ change: PreparedChange) throws {
        let comparison = try change.comparison()
        #expect(comparison.verdict?.rawValue ?? "nothing" == change.verdict)
    }

    @Test(arguments: PreparedChange.all)
    func whatChangedIsTold(_ change: PreparedChange) throws {
        let text = try change.text()
        if Self.isUpdating { try text.write(to: change.expected, atomically: true, encoding: .utf8) }
        let expected = try String(contentsOf: change.expected, encoding: .utf8)
        #expect(
            text == expected, "look at `git diff` after GITLAB_SWIFT_UPDATE_CASES=1 swift test --filter ChangeTests")
    }

    /// Each place names a line with the subject, or with the declaration around it.
    @Test(arguments: PreparedChange.all)
    func everyPlaceIsInTheFileThatItNames(_ change: PreparedChange) throws {
        let (before, after) = try change.generations()
        let comparison = try #require(try Comparison(before, after, in: "Generated"))
        for found in comparison.changes {
            #expect(found.before != nil || found.after != nil, "\(found.message)")
            for (range, generation) in [(found.before, before), (found.after, after)] {
                guard let range else { continue }
                let line = try #require(try generation.line(of: range), "\(found.message): no such line")
                #expect(line.trimmingCharacters(in: .whitespaces).isEmpty == false, "\(found.message)")
                if found.rule.layer == .swift {
                    #expect(line.contains("public "), "\(found.message): \(line)")
                }
            }
        }
    }

    @Test func nothingIsNothing() throws {
        let base = try PreparedChange.generation(of: PreparedChange.base())
        let comparison = try #require(try Comparison(base, base, in: "Generated"))
        #expect(comparison.verdict == nil && comparison.changes.isEmpty && comparison.changelog.isEmpty)
        #expect(comparison.report == "Nothing changed.\n")
    }

    @Test func everyRuleIsShownByAChangeOrItsReverse() throws {
        var shown: Set<String> = []
        for change in PreparedChange.all {
            let (before, after) = try change.generations()
            for (old, new) in [(before, after), (after, before)] {
                let comparison = try #require(try Comparison(old, new, in: "Generated"))
                shown.formUnion(comparison.changes.map(\.rule.id))
            }
        }
        let rules = ChangeRule.all.map(\.id)
        #expect(Set(rules).count == rules.count)
        #expect(Set(rules).subtracting(shown) == [])
        #expect(PreparedChange.all.count >= 40)
    }

    @Test func examplesThatTestsUseArePartOfIt() throws {
        let base = try PreparedChange.base()
        let renamed = base.replacing("\n  Sailor:\n", with: "\n  Mariner:\n").replacing(
            "type: Sailor,", with: "type: Mariner,")
        let (before, after) = try (PreparedChange.generation(of: base), PreparedChange.generation(of: renamed))
        #expect(try before.fixtures()?.tree.files.contains { $0.text.contains("extension Sailor {") } == true)
        let comparison = try #require(try Comparison(before, after, in: "Generated"))
        // A type takes its members with it, wherever they are declared.
        #expect(comparison.changes.contains { $0.rule.id == "type-removed" && $0.subject == "Sailor" })
        #expect(!comparison.changes.contains { $0.subject.hasPrefix("Sailor.") || $0.subject.hasPrefix("Mariner.") })
    }

    @Test func aRowOfASharedTableIsOneChange() throws {
        let base = try PreparedChange.base()
        let old = #"id: { type: id_or_path, of: project, required: true, about: "Number on the bow." }"#
        let new = base.replacing(old, with: old.replacing("bow", with: "stern"))
        let comparison = try #require(
            try Comparison(PreparedChange.generation(of: base), PreparedChange.generation(of: new), in: "Generated"))
        #expect(
            comparison.changes.map(\.message) == [
                "id of GetBoat, RepaintBoat and SinkBoat has a different sentence"
            ])
    }
}

/// A file below `Changes`.
struct PreparedChange: Sendable, CustomTestStringConvertible {
    let name: String

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    static let all: [PreparedChange] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "Changes").path)) ?? []
        return names.filter { $0.hasSuffix(".change") }.sorted().map { PreparedChange(name: String($0.dropLast(7))) }
    }()

    var testDescription: String { name }
    var expected: URL { Self.folder.appending(path: "Changes/\(name).txt") }

    private var lines: [String] {
        let file = Self.folder.appending(path: "Changes/\(name).change")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The description of the change.
    var verdict: String? { lines.first { $0.hasPrefix("# verdict: ") }.map { String($0.dropFirst(11)) } }

    static func base() throws -> String {
        try String(contentsOf: folder.appending(path: "base.yaml"), encoding: .utf8)
    }

    static func generation(of spec: String) throws -> Generation {
        let generation = try Generation(spec: [SpecFile(path: "spec/harbour.yaml", bytes: Array(spec.utf8))])
        try #require(generation.tree != nil, "\(generation.report)")
        return generation
    }

    /// The results of the spec before any change, and after each: made once for all tests.
    private static let made = Result { try (base: base(), before: generation(of: base())) }
    private static let changed: [String: Result<Generation, any Error>] = Dictionary(
        uniqueKeysWithValues: all.map { change in
            (change.name, Result { try generation(of: change.changed(made.get().base)) })
        })

    func generations() throws -> (before: Generation, after: Generation) {
        try (Self.made.get().before, #require(Self.changed[name]).get())
    }

    func comparison() throws -> Comparison {
        let (before, after) = try generations()
        return try #require(try Comparison(before, after, in: "Generated"))
    }

    /// The report, and the verdict the other way round with its rules.
    func text() throws -> String {
        let (before, after) = try generations()
        let backwards = try #require(try Comparison(after, before, in: "Generated"))
        let rules = Set(backwards.changes.map(\.rule.id)).sorted()
        // Places in generated files change with every emitter; another test checks them.
        let report = try comparison().report.replacing(/(Generated\/[^:]+\.swift):\d+:\d+/) { String($0.1) }
        return report
            + "\nBackwards: \(backwards.verdict?.rawValue ?? "nothing")\(rules.map { "\n  \($0)" }.joined())\n"
    }

    /// The spec after the change. Each hunk is found by its lines, which stand once in the spec.
    private func changed(_ base: String) throws -> String {
        let (lines, name) = (lines, name)
        return try lines.split(separator: "@@").dropFirst().reduce(base) { spec, hunk in
            func side(without sign: String) -> String {
                let own = hunk.filter { !$0.hasPrefix(sign) && !($0.isEmpty && $0 == hunk.last) }
                return own.map { $0.dropFirst() + "\n" }.joined()
            }
            let before = side(without: "+")
            try #require(spec.ranges(of: before).count == 1, "\(name): a hunk has to fit one place: \(before)")
            return spec.replacing(before, with: side(without: "-"))
        }
    }
}

extension Generation {
    /// The line of a spec file or of a generated one.
    fileprivate func line(of range: SourceRange) throws -> String? {
        if let file = files.first(where: { $0.path == range.path }) { return SourceText(file).line(range.start.line) }
        let places = try [(wholeTree(), "Generated/")]
        guard let (tree, folder) = places.first(where: { range.path.hasPrefix($0.1) }),
            let text = tree?[String(range.path.dropFirst(folder.count))]
        else { return nil }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.indices.contains(range.start.line - 1) ? String(lines[range.start.line - 1]) : nil
    }
}
