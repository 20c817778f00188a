// Folders: listing, making, moving, exchanging and locking them.

import FileSystem
import Foundation
import TestFolders
import Testing

@Suite struct FolderTests {
    let folder: TemporaryFolder
    var path: Path { folder.path }

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func aTreeIsListedInTheOrderOfPathsAndLinksAreNotFollowed() throws {
        for file in ["b.swift", "B/z.swift", "B/C/d.swift", "a.swift", ".hidden", "outside/x.swift"] {
            try folder.write("x", to: "root/" + file)
        }
        try folder.path.appending("root/empty").makeFolder()
        try folder.symlink("root/link", to: "outside")
        try folder.symlink("root/loop", to: ".")
        let tree = try FolderTree(of: path.appending("root"), leavingOut: { $0.string == "outside" })
        #expect(
            tree.files.map(\.path.string)
                == [".hidden", "B/C/d.swift", "B/z.swift", "a.swift", "b.swift", "link", "loop"])
        #expect(tree.folders.map(\.path.string) == ["B", "B/C", "empty"])
        #expect(tree.files.last?.status.kind == .symbolicLink)
    }

    #if os(Linux)
    @Test func aNameThatIsNoTextIsAnErrorAndNotAnotherName() throws {
        let name: [CChar] = [CChar(bitPattern: 0xFF), 0]
        #expect(makeFile(in: path, named: name))
        #expect(throws: FileSystemError(.list, path.string, code: EILSEQ)) { try FolderTree(of: path) }
    }

    /// Makes a file by the bytes of its name.
    private func makeFile(in folder: Path, named name: [CChar]) -> Bool {
        let bytes = Array((folder.string + "/").utf8CString.dropLast()) + name
        let descriptor = open(bytes, O_WRONLY | O_CREAT, 0o600)
        return descriptor >= 0 && close(descriptor) == 0
    }
    #endif

    @Test func aMissingFolderCannotBeListed() {
        let missing = path.appending("nothing")
        #expect(throws: FileSystemError(.list, missing.string, code: ENOENT)) { try FolderTree(of: missing) }
    }

    @Test func foldersAreMadeWithThoseAroundThem() throws {
        let deep = path.appending("a/b/c")
        try deep.makeFolders()
        try deep.makeFolders()
        #expect(try deep.status()?.kind == .folder)
        try folder.symlink("link", to: "a")
        try path.appending("link/b/d").makeFolders()
        #expect(try path.appending("a/b/d").status()?.kind == .folder)

        let file = try folder.write("x", to: "file")
        #expect(throws: FileSystemError(.makeFolder, file.string, code: EEXIST)) { try file.makeFolders() }
        #expect(throws: FileSystemError.self) { try file.appending("below").makeFolders() }
    }

    @Test func aSecondNameIsTheSameFile() throws {
        let file = try folder.write("x", to: "file")
        let other = path.appending("other")
        try file.link(to: other)
        let status = try #require(try other.status())
        #expect(status.links == 2)
        #expect(try file.status()?.isSameFile(as: status) == true)
        #expect(throws: FileSystemError(.link(to: other.string), file.string, code: EEXIST)) {
            try file.link(to: other)
        }
    }

    #if os(Linux)
    @Test func aLinkIsLinkedItself() throws {
        try folder.symlink("link", to: "nowhere")
        try path.appending("link").link(to: path.appending("second"))
        #expect(try path.appending("second").status()?.kind == .symbolicLink)
    }
    #endif

    @Test func renamingReplacesAFile() throws {
        let file = try folder.write("new", to: "file")
        let other = try folder.write("old", to: "other")
        try file.rename(to: other)
        #expect(try text(other) == "new")
        #expect(try file.status() == nil)
    }

    @Test func aTreeIsRemovedWithoutFollowingLinks() throws {
        let outside = try folder.write("x", to: "outside/file")
        try folder.write("x", to: "root/a/b/file")
        try folder.symlink("root/a/link", to: path.appending("outside").string)
        try path.appending("root").removeTree()
        #expect(try path.appending("root").status() == nil)
        #expect(try text(outside) == "x")
    }

    @Test func foldersChangePlaces() throws {
        try folder.write("one", to: "one/file")
        try folder.write("two", to: "two/deep/file")
        let one = path.appending("one")
        let two = path.appending("two")
        let inode = try one.status()?.inode
        try one.exchange(with: two)
        #expect(try text(two.appending("file")) == "one")
        #expect(try text(one.appending("deep/file")) == "two")
        #expect(try two.status()?.inode == inode)
    }

    @Test func anExchangeNeedsBoth() throws {
        let one = path.appending("one")
        try one.makeFolder()
        let nothing = path.appending("nothing")
        let error = #expect(throws: FileSystemError.self) { try one.exchange(with: nothing) }
        #expect(error?.code == ENOENT)
        #expect(error?.description == "cannot exchange \(one) with \(nothing): No such file or directory")
    }
}

@Suite struct FolderLockTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func isFree(for kind: FolderLock.Kind) throws -> Bool {
        do {
            return try FolderLock(folder.path, for: kind, timeout: 0).hold { true }
        } catch let error as FileSystemError where error.meansLocked {
            return false
        }
    }

    @Test func aWriterKeepsEverybodyOut() throws {
        try FolderLock(folder.path, for: .writing).hold { () throws in
            #expect(try !isFree(for: .writing))
            #expect(try !isFree(for: .reading))
        }
        #expect(try isFree(for: .writing))
    }

    @Test func readersKeepOnlyWritersOut() throws {
        try FolderLock(folder.path, for: .reading).hold { () throws in
            #expect(try isFree(for: .reading))
            #expect(try !isFree(for: .writing))
        }
        #expect(try isFree(for: .writing))
    }

    @Test func aFailureEndsTheLock() throws {
        struct Failure: Error {}
        #expect(throws: Failure.self) { try FolderLock(folder.path, for: .writing).hold { throw Failure() } }
        #expect(try isFree(for: .writing))
    }

    @Test func waitingEndsWhenTheOtherIsDone() async throws {
        let path = folder.path
        try await withThrowingTaskGroup(of: Int.self) { group async throws in
            for number in 0..<2 {
                group.addTask {
                    try FolderLock(path, for: .writing).hold {
                        // Fails if the other one is between the same two lines.
                        try path.appending("busy").makeFolder()
                        usleep(50_000)
                        try path.appending("busy").removeEmptyFolder()
                        return number
                    }
                }
            }
            var done: Set<Int> = []
            for try await number in group { done.insert(number) }
            #expect(done == [0, 1])
        }
    }

    @Test func lockingLeavesNoTrace() throws {
        let before = try folder.path.status()
        try FolderLock(folder.path, for: .writing).hold {}
        #expect(try folder.path.status() == before)
        #expect(try folder.path.names().isEmpty)
    }

    @Test func aMissingFolderCannotBeLocked() {
        let missing = folder.path.appending("nothing")
        #expect(throws: FileSystemError(.lock, missing.string, code: ENOENT)) {
            try FolderLock(missing, for: .writing).hold {}
        }
    }

    @Test func aLinkToAFolderIsNotListed() throws {
        try folder.write("x", to: "real/file")
        try folder.symlink("link", to: "real")
        #expect(throws: FileSystemError.self) { try folder.path.appending("link").names() }
        #expect(throws: FileSystemError.self) { try folder.path.appending("link").removeTree() }
        #expect(try folder.path.appending("real").names() == ["file"])
    }
}
