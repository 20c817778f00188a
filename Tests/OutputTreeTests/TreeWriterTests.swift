// Writing the tree: changes on the disk, unchanged files, and no lost ones.

import FileSystem
import Foundation
import TestFolders
import Testing

@testable import OutputTree

@Suite struct TreeWriterTests {
    let output: SampleOutput
    private let old = ["Same.swift": "same", "Sub/Changed.swift": "old", "Gone/Old.swift": "old"]
    private let new = ["Same.swift": "same", "Sub/Changed.swift": "new", "Added/New.swift": "new"]

    init() throws {
        output = try SampleOutput()
    }

    private var staging: Path { output.home.path.appending(".GitLab.gitlab-codegen-staging") }

    private func expectNoLeftovers() throws {
        #expect(try output.home.path.names() == ["GitLab"])
    }

    @Test func aFirstRunMakesTheFolder() throws {
        let result = try output.folder.write(old)
        #expect(result.written.map(\.string) == ["Gone/Old.swift", "Same.swift", "Sub/Changed.swift"])
        #expect(result.removed.isEmpty && result.unchanged.isEmpty && result.notes.isEmpty && !result.wasCurrent)
        #expect(try output.contents() == samples(old))
        try expectNoLeftovers()
    }

    /// Replacements of the new texts for the old ones.
    private func replacements() throws -> [GeneratedTree.Replacement] {
        var tree = try sampleTree(["Same.swift": "same", "Sub/Changed.swift": "old"])
        let result = tree.replace([(path: "Sub/Changed.swift", text: sample("new"))])
        return try #require(result)
    }

    @Test func singleFilesAreReplacedInTheirPlaces() throws {
        try output.folder.write(old)
        let before = try output.statuses()
        #expect(try output.folder.replace(replacements()))
        #expect(try output.contents()["Sub/Changed.swift"] == samples(new)["Sub/Changed.swift"])
        let after = try output.statuses()
        let touched = before.keys.filter { before[$0]?.inode != after[$0]?.inode }
        #expect(touched == ["GitLab/Sub/Changed.swift"])
        try expectNoLeftovers()
    }

    @Test(arguments: ["another text", nil]) func nothingIsReplacedIfSomebodyElseChangedAFile(text: String?) throws {
        try output.folder.write(old)
        let place = output.path.appending("Sub/Changed.swift")
        try place.removeFile()
        if let text { try place.writeNew(Array(text.utf8)) }
        #expect(try !output.folder.replace(replacements()))
        #expect(try output.contents()["Sub/Changed.swift"] == text)
    }

    @Test func nothingIsReplacedBesideAStoppedRun() throws {
        try output.folder.write(old)
        try output.home.write("", to: ".GitLab.gitlab-codegen-staging/about.txt")
        #expect(try !output.folder.replace(replacements()))
        #expect(try output.contents() == samples(old))
    }

    @Test func nothingIsReplacedThroughALink() throws {
        try output.folder.write(old)
        let place = output.path.appending("Sub/Changed.swift")
        try output.home.write(samples(old)["Sub/Changed.swift"] ?? "", to: "elsewhere.swift")
        try place.removeFile()
        try output.home.symlink("GitLab/Sub/Changed.swift", to: "../../elsewhere.swift")
        #expect(try !output.folder.replace(replacements()))
    }

    @Test func theFoldersAroundAreMadeToo() throws {
        let deep = try OutputFolder(output.home.path.appending("a/b/GitLab"))
        try deep.write(old)
        #expect(try deep.compare(with: sampleTree(old)).isCurrent)
    }

    @Test func aChangeWritesWhatDiffersAndRemovesWhatIsNotWanted() throws {
        try output.folder.write(old)
        let result = try output.folder.write(new)
        #expect(result.written.map(\.string) == ["Added/New.swift", "Sub/Changed.swift"])
        #expect(result.removed.map(\.string) == ["Gone/Old.swift"])
        #expect(result.unchanged.map(\.string) == ["Same.swift"])
        #expect(result.notes.isEmpty)
        #expect(try output.contents() == samples(new))
        #expect(try output.path.appending("Gone").status() == nil, "a folder goes with its last file")
        try expectNoLeftovers()
    }

    @Test func unchangedAndForeignFilesStayTheSameFiles() throws {
        try output.folder.write(old)
        try output.home.write("mine", to: "GitLab/Sub/notes.txt")
        try output.home.symlink("GitLab/link", to: "nowhere")
        let before = try output.statuses()

        let result = try output.folder.write(new)
        let after = try output.statuses()
        for file in ["GitLab/Same.swift", "GitLab/Sub/notes.txt", "GitLab/link"] {
            #expect(after[file] == before[file], "\(file)")
        }
        #expect(after["GitLab/Sub/Changed.swift"]?.inode != before["GitLab/Sub/Changed.swift"]?.inode)
        #expect(result.foreign.map(\.path.string) == ["Sub/notes.txt", "link"])
        #expect(try output.contents()["Sub/notes.txt"] == "mine")
    }

    @Test func aCurrentFolderIsNotTouchedAtAll() throws {
        try output.folder.write(old)
        try output.home.write("mine", to: "GitLab/notes.txt")
        let before = try output.statuses()
        let result = try output.folder.write(old)
        #expect(result.wasCurrent && result.unchanged.count == 3)
        #expect(try output.statuses() == before)
    }

    @Test func permissionsArePreserved() throws {
        try output.folder.write(old)
        try output.path.setPermissions(0o2750)
        try output.path.appending("Sub").setPermissions(0o700)
        try output.path.appending("Sub/Changed.swift").setPermissions(0o600)
        try output.folder.write(new)
        #expect(try output.path.status()?.permissions == 0o2750)
        #expect(try output.path.appending("Sub").status()?.permissions == 0o700)
        #expect(try output.path.appending("Sub/Changed.swift").status()?.permissions == 0o600)
    }

    @Test func emptyFoldersThatWereThereStay() throws {
        try output.folder.write(old)
        try output.path.appending("Mine/Empty").makeFolders()
        try output.folder.write(new)
        #expect(try output.path.appending("Mine/Empty").status()?.kind == .folder)
    }

    @Test func aFileTakesThePlaceOfAFolderAndTheReverse() throws {
        try output.folder.write(["A/B.swift": "1", "C": "2"])
        try output.folder.write(["C/D.swift": "3"])
        #expect(try output.contents() == samples(["C/D.swift": "3"]))
    }

    @Test func conflictMarkersAreWrittenOver() throws {
        try output.folder.write(old)
        let conflict = "<<<<<<< HEAD\n\(sample("mine"))=======\n\(sample("theirs"))>>>>>>> branch\n"
        try output.home.write(conflict, to: "GitLab/Sub/Changed.swift")
        #expect(try output.folder.write(new).written.map(\.string).contains("Sub/Changed.swift"))
        #expect(try output.contents() == samples(new))
    }

    @Test func aForeignFileInTheWayEndsTheRunBeforeItBegins() throws {
        try output.folder.write(old)
        try output.home.write("mine", to: "GitLab/Added/New.swift")
        let before = try output.statuses()
        let error = #expect(throws: OutputTreeError.self) { try output.folder.write(new) }
        let path = output.path.appending("Added/New.swift")
        #expect(
            error?.description
                == "\(path) was not written by gitlab-codegen (it lacks the header line) and is where a generated file of "
                + "this name belongs: move it away, or empty it to have it replaced")
        #expect(try output.statuses() == before)
    }

    @Test func aLinkInTheWayIsNotFollowed() throws {
        try output.folder.write(old)
        let outside = try output.home.write("outside", to: "outside.swift")
        try output.path.appending("Sub/Changed.swift").removeFile()
        try output.home.symlink("GitLab/Sub/Changed.swift", to: outside.string)
        let before = try output.statuses()
        let error = #expect(throws: OutputTreeError.self) { try output.folder.write(new) }
        #expect(error?.description.contains("is a symbolic link where a generated file") == true)
        #expect(try output.statuses() == before)
        #expect(try text(outside) == "outside")
    }

    // MARK: What earlier runs left

    /// A run that was stopped before the exchange, or after it: the staging folder with a tree.
    private func leaveStaging(tree: [String: String]) throws {
        try output.home.write("", to: ".GitLab.gitlab-codegen-staging/about.txt")
        for (path, text) in tree { try output.home.write(text, to: ".GitLab.gitlab-codegen-staging/tree/" + path) }
    }

    @Test func aMountPointIsNamed() throws {
        try output.folder.write(old)
        var writer = TreeWriter(folder: output.path)
        writer.exchange = { throw FileSystemError(.exchange(with: $1.string), $0.string, code: FileSystemError.busy) }
        #expect(throws: OutputTreeError.mountPoint(output.path)) { try writer.write(sampleTree(new)) }
        #expect(try output.contents() == samples(old))
        try expectNoLeftovers()
    }

    #if os(Linux)
    private static let hasMountPoint: Bool = {
        guard let inner = try? Path("/dev/shm").status(), let outer = try? Path("/dev").status() else { return false }
        return inner.device != outer.device
    }()

    @Test(.enabled(if: hasMountPoint)) func aMountPointOfAnotherFileSystemIsNamed() throws {
        let error = #expect(throws: OutputTreeError.self) {
            try TreeWriter(folder: Path("/dev/shm")).write(sampleTree(new))
        }
        #expect(error == .mountPoint(Path("/dev/shm")))
    }
    #endif

    @Test func aLinkAmongLeftoversIsNotFollowed() throws {
        try output.folder.write(old)
        try leaveStaging(tree: [:])
        let outside = try output.home.write(sample("outside"), to: "outside/Old.swift")
        try output.home.write("mine", to: "outside/notes.txt")
        try output.home.symlink(".GitLab.gitlab-codegen-staging/tree", to: "../outside")
        let before = try output.statuses()
        #expect(throws: OutputTreeError.stagingTaken(staging.appending("tree"))) { try output.folder.write(new) }
        #expect(try output.statuses() == before)
        #expect(try text(outside) == sample("outside"))
        #expect(try outside.parent.names().sorted() == ["Old.swift", "notes.txt"])
    }

    @Test func aLeftoverDoesNotMoveThroughALink() throws {
        try output.folder.write(old)
        let outside = try output.home.write("x", to: "outside/x.txt").parent
        try output.home.symlink("GitLab/Mine", to: "../outside")
        try leaveStaging(tree: ["Mine/notes.txt": "mine"])
        #expect(throws: OutputTreeError.self) { try output.folder.write(old) }
        #expect(try outside.names() == ["x.txt"])
        #expect(try text(staging.appending("tree/Mine/notes.txt")) == "mine")
    }

    @Test func aFileThatALinkHidesIsNotTakenForALeftover() throws {
        try output.folder.write(old)
        try output.home.write("mine", to: "outside/notes.txt")
        try output.home.symlink("GitLab/Mine", to: "../outside")
        try leaveStaging(tree: ["Mine/notes.txt": "mine"])
        #expect(throws: OutputTreeError.self) { try output.folder.write(old) }
        #expect(try text(staging.appending("tree/Mine/notes.txt")) == "mine")
    }

    @Test func leftoversAreRemovedEvenIfNothingElseIsToBeDone() throws {
        try output.folder.write(old)
        try leaveStaging(tree: ["Same.swift": sample("x"), "Empty.swift": ""])
        try output.home.write("half of a fi", to: ".GitLab.gitlab-codegen-staging/part")
        try output.path.appending("Same.swift").link(to: staging.appending("tree/Linked.swift"))
        #expect(try output.folder.write(old).wasCurrent)
        #expect(try output.contents() == samples(old))
        try expectNoLeftovers()
    }

    @Test func anEmptyStagingFolderIsALeftoverToo() throws {
        try staging.makeFolder()
        try output.folder.write(old)
        #expect(try output.contents() == samples(old))
        try expectNoLeftovers()
    }

    @Test func aForeignFileInALeftoverIsBroughtBack() throws {
        try output.folder.write(old)
        try output.home.write("the same", to: "GitLab/copy.txt")
        try leaveStaging(tree: ["lost.txt": "mine", "copy.txt": "the same"])
        let result = try output.folder.write(old)
        #expect(result.notes == [.broughtBack(output.path.appending("lost.txt"))])
        #expect(result.foreign.map(\.path.string) == ["copy.txt", "lost.txt"])
        #expect(try output.contents()["lost.txt"] == "mine")
        try expectNoLeftovers()
    }

    @Test func aForeignFileInALeftoverThatDiffersIsNotDecidedUpon() throws {
        try output.folder.write(old)
        try output.home.write("later", to: "GitLab/notes.txt")
        try leaveStaging(tree: ["notes.txt": "earlier"])
        let error = #expect(throws: OutputTreeError.self) { try output.folder.write(new) }
        #expect(error?.description.contains("keep the one you want") == true)
        #expect(try text(staging.appending("tree/notes.txt")) == "earlier")
        #expect(try output.contents()["notes.txt"] == "later")
        #expect(try output.compare(old).needsWriting == false)
    }

    @Test(arguments: ["mine.txt", "tree/mine.txt"])
    func aFolderOfThatNameThatIsNotTheGeneratorsIsLeftAlone(file: String) throws {
        try output.folder.write(old)
        try output.home.write("mine", to: ".GitLab.gitlab-codegen-staging/" + file)
        let before = try output.statuses()
        #expect(throws: OutputTreeError.stagingTaken(staging)) { try output.folder.write(new) }
        #expect(try output.statuses() == before)
    }

    @Test func aFileOrLinkOfThatNameIsLeftAlone() throws {
        try output.folder.write(old)
        try output.home.symlink(".GitLab.gitlab-codegen-staging", to: "GitLab")
        #expect(throws: OutputTreeError.stagingTaken(staging)) { try output.folder.write(new) }
        #expect(try output.contents() == samples(old))
        #expect(try staging.status()?.kind == .symbolicLink)
    }

    // MARK: What happens meanwhile

    @Test func aFileThatIsPutThereDuringTheExchangeIsNotLost() throws {
        try output.folder.write(old)
        let path = output.path
        let writer = TreeWriter(folder: path) { staged, folder in
            try path.appending("late.txt").writeNew(Array("mine".utf8))
            try staged.exchange(with: folder)
        }
        let result = try writer.write(sampleTree(new))
        #expect(result.notes == [.broughtBack(path.appending("late.txt"))])
        #expect(try output.contents() == samples(new).merging(["late.txt": "mine"]) { $1 })
        try expectNoLeftovers()
    }

    @Test func aFailureBeforeTheExchangeLeavesTheOldTreeAndNothingElse() throws {
        try output.folder.write(old)
        try output.home.write("mine", to: "GitLab/notes.txt")
        let before = try output.contents()
        let failure = FileSystemError(.exchange(with: "x"), "y", code: EIO)
        let writer = TreeWriter(folder: output.path) { _, _ in throw failure }
        #expect(throws: failure) { try writer.write(sampleTree(new)) }
        #expect(try output.contents() == before)
        try expectNoLeftovers()
    }

    @Test func runsAtTheSameTimeDoNotMix() async throws {
        try output.folder.write(old)
        let folder = output.folder
        let versions = [old, new, ["Only.swift": "x"]]
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<12 { group.addTask { try folder.write(versions[number % 3]) } }
            try await group.waitForAll()
        }
        #expect(versions.map(samples).contains(try output.contents()))
        try expectNoLeftovers()
    }
}
