// Unified diffs: their exact form, which git accepts, and their minimal length.

import Foundation
import TestFolders
import Testing

@testable import OutputTree

@Suite struct UnifiedDiffTests {
    private func diff(_ old: String?, _ new: String?, path: String = "f") -> String {
        let diff = UnifiedDiff(of: path, from: old.map { Array($0.utf8) }, to: new.map { Array($0.utf8) })
        return String(decoding: diff.bytes, as: UTF8.self)
    }

    @Test func aChangeWithItsSurroundings() {
        let path = "Generated/GitLab/A.swift"
        #expect(
            diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n", path: path) == """
                --- a/Generated/GitLab/A.swift
                +++ b/Generated/GitLab/A.swift
                @@ -2,7 +2,7 @@
                 2
                 3
                 4
                -5
                +five
                 6
                 7
                 8

                """)
    }

    @Test func equalTextsGiveNothing() {
        #expect(diff("1\n2", "1\n2") == "")
        #expect(diff("", "") == "")
        #expect(diff(nil, nil) == "")
    }

    @Test func missingAndSuperfluousFiles() {
        #expect(diff(nil, "1\n2\n") == "--- /dev/null\n+++ b/f\n@@ -0,0 +1,2 @@\n+1\n+2\n")
        #expect(diff("1\n", nil) == "--- a/f\n+++ /dev/null\n@@ -1 +0,0 @@\n-1\n")
        #expect(diff("", "1\n") == "--- a/f\n+++ b/f\n@@ -0,0 +1 @@\n+1\n")
    }

    @Test func aMissingLineBreakAtTheEndIsSaid() {
        #expect(
            diff("1\n2", "1\n2\n")
                == "--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n 1\n-2\n\\ No newline at end of file\n+2\n")
        #expect(
            diff("1\n2\n3", "0\n2\n3")
                == "--- a/f\n+++ b/f\n@@ -1,3 +1,3 @@\n-1\n+0\n 2\n 3\n\\ No newline at end of file\n")
    }

    @Test func changesFarApartGetHunksOfTheirOwn() {
        let lines = (1...20).map { "\($0)" }
        func text(_ changed: Set<Int>) -> String {
            lines.enumerated().map { (changed.contains($0.offset + 1) ? "x" : $0.element) + "\n" }.joined()
        }
        #expect(diff(text([]), text([5, 12])).components(separatedBy: "@@ -").count - 1 == 1, "six lines between")
        #expect(diff(text([]), text([5, 13])).components(separatedBy: "@@ -").count - 1 == 2, "seven lines between")
    }

    @Test func namesAndContentsThatNeedCare() {
        #expect(diff("1\n", "2\n", path: "/tmp/a b").hasPrefix("--- a/tmp/a b\t\n+++ b/tmp/a b\t\n@@"))
        #expect(diff("1\0\n", "2\n") == "Binary files a/f and b/f differ\n")
    }

    @Test(arguments: 0..<120)
    func gitMakesTheOtherTextOfIt(seed: UInt64) throws {
        var random = SmallRandom(state: seed)
        let old = random.text()
        let new = seed.isMultiple(of: 3) ? random.text() : random.variation(of: old)
        let folder = try TemporaryFolder()
        let file = try folder.write(old, to: "f")
        let patch = try folder.write(diff(old, new), to: "patch")
        guard old != new else { return }

        let run = Process()
        run.executableURL = URL(filePath: "/usr/bin/env")
        run.arguments = ["git", "apply", "--whitespace=nowarn", patch.string]
        run.currentDirectoryURL = URL(filePath: folder.path.string)
        try run.run()
        run.waitUntilExit()
        let pair = Comment("\(old.debugDescription) to \(new.debugDescription)")
        #expect(run.terminationStatus == 0, pair)
        #expect(try (file.status() == nil ? "" : text(file)) == new, pair)
    }

    @Test(arguments: 0..<200)
    func noDiffIsShorter(seed: UInt64) {
        var random = SmallRandom(state: seed)
        let old = random.lines()
        let new = random.lines()
        let difference = LineDifference(slices(old), slices(new))
        let kept = zip(old, difference.removed).filter { !$0.1 }.map(\.0)
        #expect(kept == zip(new, difference.inserted).filter { !$0.1 }.map(\.0), "what stays is the same in both")
        #expect(kept.count == longestCommonLines(old, new))
    }

    @Test func hugeDifferencesAreFoundInBoundedTime() {
        let old = (0..<20_000).map { "old \($0)" }
        var new = (0..<20_000).map { "new \($0)" }
        for shared in stride(from: 0, to: 20_000, by: 100) { new[shared] = old[shared] }
        let clock = ContinuousClock()
        var difference = LineDifference([], [])
        let time = clock.measure { difference = LineDifference(slices(old), slices(new)) }
        let kept = zip(old, difference.removed).filter { !$0.1 }.map(\.0)
        #expect(kept == zip(new, difference.inserted).filter { !$0.1 }.map(\.0))
        #expect(!kept.isEmpty, "what is shared at the beginning at least")
        // Without a bound these are 1.6 thousand million steps, minutes in a debug build.
        #expect(time < .seconds(60))
    }

    @Test func equalTextsCostNothing() {
        let lines = slices((0..<200_000).map { "line \($0)" })
        let difference = LineDifference(lines, lines)
        #expect(!difference.removed.contains(true) && !difference.inserted.contains(true))
    }

    private func slices(_ lines: [String]) -> [ArraySlice<UInt8>] {
        lines.map { Array($0.utf8)[...] }
    }

    /// The length of the longest sequence of lines that both texts have, by a table of all pairs.
    private func longestCommonLines(_ old: [String], _ new: [String]) -> Int {
        var row = Array(repeating: 0, count: new.count + 1)
        for line in old {
            var above = row
            swap(&above, &row)
            for (index, other) in new.enumerated() {
                row[index + 1] = line == other ? above[index] + 1 : max(above[index + 1], row[index])
            }
        }
        return row[new.count]
    }
}

/// Small random texts, the same ones in each run.
private struct SmallRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func lines() -> [String] {
        (0..<Int.random(in: 0...40, using: &self)).map { _ in
            ["a", "b", "c", "", "-", "+ x"].randomElement(using: &self) ?? ""
        }
    }

    mutating func text() -> String {
        joined(lines())
    }

    mutating func variation(of text: String) -> String {
        var lines = text.components(separatedBy: "\n")
        for _ in 0..<Int.random(in: 0...4, using: &self) {
            let place = Int.random(in: 0..<lines.count, using: &self)
            switch Int.random(in: 0...2, using: &self) {
            case 0: lines.insert("new", at: place)
            case 1: lines[place] = "other"
            default: if lines.count > 1 { lines.remove(at: place) }
            }
        }
        return lines.joined(separator: "\n")
    }

    private mutating func joined(_ lines: [String]) -> String {
        lines.joined(separator: "\n") + (Bool.random(using: &self) ? "\n" : "")
    }
}
