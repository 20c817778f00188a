// Reading and writing files, and the errors.

import FileSystem
import Foundation
import TestFolders
import Testing

@Suite struct FileTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test(arguments: [0, 1, 4095, 4096, 4097, 1_000_000])
    func whatIsWrittenIsRead(size: Int) throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let file = folder.path.appending("file")
        try file.writeNew(bytes)
        #expect(try file.bytes() == bytes)
        #expect(try file.bytes(limit: 100) == Array(bytes.prefix(100)))
        #expect(try file.status()?.size == size)
    }

    #if os(Linux)
    @Test func filesWithoutASizeAreReadToTheirEnd() throws {
        let memory = try Path("/proc/self/maps").bytes()
        #expect(memory.count > 4096, "more than the first buffer holds")
        #expect(memory.last == UInt8(ascii: "\n"))
    }
    #endif

    @Test func aMissingFileIsNamed() throws {
        let file = folder.path.appending("nothing")
        let error = #expect(throws: FileSystemError.self) { try file.bytes() }
        #expect(error?.description == "cannot read \(file): No such file or directory")
        #expect(try file.status() == nil)
        #expect(try file.appending("below").status() == nil)
        #expect(try file.resolved() == nil)
    }

    @Test(.timeLimit(.minutes(1))) func aPipeIsNoFile() throws {
        let pipe = folder.path.appending("pipe")
        #expect(mkfifo(pipe.string, 0o600) == 0)
        try folder.symlink("link", to: "pipe")
        for path in [pipe, folder.path.appending("link"), Path("/dev/zero")] {
            let error = #expect(throws: FileSystemError.self) { try path.bytes() }
            #expect(
                error?.description == "cannot read \(path): it is a pipe, a socket or a device, not a file")
        }
        #expect(try Path("/dev/zero").streamedBytes(limit: 70_000).count == 70_000)
    }

    @Test func aFolderIsNoFile() throws {
        #expect(throws: FileSystemError(.read, folder.path.string, code: EISDIR)) { try folder.path.bytes() }
    }

    @Test func aNewFileTakesNobodysPlace() throws {
        let file = try folder.write("old", to: "file")
        try folder.symlink("link", to: "elsewhere")
        #expect(throws: FileSystemError(.write, file.string, code: EEXIST)) { try file.writeNew([1]) }
        #expect(throws: FileSystemError.self) { try folder.path.appending("link").writeNew([1]) }
        #expect(try text(file) == "old")
        #expect(try folder.path.appending("elsewhere").status() == nil)
    }

    @Test func statusTellsKindsApart() throws {
        let file = try folder.write("x", to: "file")
        try folder.symlink("link", to: "file")
        #expect(mkfifo(folder.path.appending("pipe").string, 0o600) == 0)
        #expect(try file.status()?.kind == .file)
        #expect(try folder.path.status()?.kind == .folder)
        #expect(try folder.path.appending("link").status()?.kind == .symbolicLink)
        #expect(try folder.path.appending("pipe").status()?.kind == .special)
    }

    @Test func permissionsAreTakenOver() throws {
        let model = try folder.write("x", to: "model")
        try model.setPermissions(0o640)
        let modelStatus = try #require(try model.status())
        let copy = try folder.write("x", to: "copy")
        try copy.adopt(modelStatus)
        let status = try #require(try copy.status())
        #expect(status.permissions == 0o640)
        #expect(!status.isSameFile(as: modelStatus))
    }

    @Test func bytesSpellATextOnlyIfTheyAreItsBytes() {
        for text in ["", "a", "ab\n", "\u{E9}", "e\u{301}", String(repeating: "x", count: 1000)] {
            #expect(Array(text.utf8).spell(text))
            #expect(!Array((text + "a").utf8).spell(text) && !Array(text.utf8).spell(text + "a"))

        }
        #expect(!Array("\u{E9}".utf8).spell("e\u{301}"))
        #expect(!Array("same length".utf8).spell("some length"))
    }

    @Test func flushingFilesAndFolders() throws {
        try folder.write("x", to: "file").flush()
        try folder.path.flush()
        #expect(throws: FileSystemError.self) { try folder.path.appending("nothing").flush() }
    }
}
