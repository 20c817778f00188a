// The comparison of the generated tree with the folder, for each kind of difference.

import FileSystem
import Foundation
import OutputTree
import Testing

@Suite struct TreeComparisonTests {
    let output: SampleOutput

    init() throws {
        output = try SampleOutput()
        try output.folder.write(["A.swift": "a", "Sub/B.swift": "b"])
    }

    @Test func aFolderAsItShouldBe() throws {
        let comparison = try output.compare(["A.swift": "a", "Sub/B.swift": "b"])
        #expect(comparison.isCurrent)
        #expect(comparison.unchanged.map(\.string) == ["A.swift", "Sub/B.swift"])
    }

    /// The self-test: a byte, a file less, a file more.
    @Test func eachDifferenceIsFound() throws {
        let comparison = try output.compare(["A.swift": "A", "Sub/C.swift": "c"])
        #expect(!comparison.isCurrent && comparison.needsWriting)
        #expect(comparison.changed.map(\.path.string) == ["A.swift"])
        #expect(comparison.changed.first?.found == Array(sample("a").utf8))
        #expect(comparison.changed.first?.text == sample("A"))
        #expect(comparison.missing.map(\.path.string) == ["Sub/C.swift"])
        #expect(comparison.orphaned.map(\.path.string) == ["Sub/B.swift"])
        #expect(comparison.orphaned.first?.found == Array(sample("b").utf8))
        #expect(comparison.foreign.isEmpty && comparison.unchanged.isEmpty)
    }

    @Test func aFolderThatIsNotThere() throws {
        try output.path.removeTree()
        let comparison = try output.compare(["A.swift": "a"])
        #expect(comparison.missing.map(\.path.string) == ["A.swift"])
        #expect(try TreeComparison(of: GeneratedTree(), with: output.path).isCurrent)
    }

    @Test func whatIsNotGeneratedIsForeign() throws {
        try output.home.write("notes", to: "GitLab/notes.txt")
        try output.home.symlink("GitLab/Sub/link.swift", to: "B.swift")
        #expect(mkfifo(output.path.appending("pipe").string, 0o600) == 0)
        let comparison = try output.compare(["A.swift": "a", "Sub/B.swift": "b"])
        #expect(!comparison.isCurrent && !comparison.needsWriting)
        #expect(comparison.foreign.map(\.path.string) == ["Sub/link.swift", "notes.txt", "pipe"])
        #expect(comparison.foreign.map(\.kind) == [.symbolicLink, .file, .special])
        #expect(comparison.obstructions.isEmpty)
    }

    @Test func anEmptyFileIsTheGenerators() throws {
        try output.home.write("", to: "GitLab/A.swift")
        try output.home.write("", to: "GitLab/Old.swift")
        let comparison = try output.compare(["A.swift": "a", "Sub/B.swift": "b"])
        #expect(comparison.changed.map(\.path.string) == ["A.swift"])
        #expect(comparison.orphaned.map(\.path.string) == ["Old.swift"])
        #expect(comparison.foreign.isEmpty)
    }

    @Test func theFindersFilesAreOfNoInterest() throws {
        try output.home.write("x", to: "GitLab/.DS_Store")
        try output.home.write("x", to: "GitLab/Sub/.DS_Store")
        #expect(try output.compare(["A.swift": "a", "Sub/B.swift": "b"]).isCurrent)
    }

    @Test(arguments: [
        ("mine.swift", "mine.swift"), ("mine.swift", "MINE.swift"), ("mine", "mine/A.swift"), ("MINE", "mine/A.swift"),
        ("mine.swift/x.txt", "mine.swift"),
    ])
    func aFileInTheWay(present: String, wanted: String) throws {
        try output.home.write("mine", to: "GitLab/" + present)
        let comparison = try output.compare(["A.swift": "a", "Sub/B.swift": "b", wanted: "x"])
        let obstruction = try #require(comparison.obstructions.first { $0.path.string == present })
        #expect(obstruction.obstructs?.string == wanted)
    }

    @Test func aFolderOrLinkInTheWay() throws {
        try output.path.appending("C.swift").makeFolder()
        try output.home.symlink("GitLab/D.swift", to: "A.swift")
        try output.home.symlink("GitLab/E", to: "Sub")
        let comparison = try output.compare(["C.swift": "c", "D.swift": "d", "E/F.swift": "f"])
        #expect(comparison.obstructions.map(\.path.string) == ["C.swift", "D.swift", "E"])
        #expect(comparison.obstructions.map(\.kind) == [.folder, .symbolicLink, .symbolicLink])
    }

    @Test(arguments: ["file", "link"])
    func onlyAFolderCanBeCompared(kind: String) throws {
        let place = output.home.path.appending("other")
        if kind == "file" {
            try output.home.write("x", to: "other")
        } else {
            try output.home.symlink("other", to: "GitLab")
        }
        #expect(throws: OutputTreeError.notAFolder(place, kind == "file" ? .file : .symbolicLink)) {
            try TreeComparison(of: GeneratedTree(), with: place)
        }
    }
}
