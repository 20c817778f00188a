// The files of a folder: all of them, in order, within limits.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct FolderFileTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for (path, text) in ["b.txt": "bb", "a/c.txt": "c", "a/d/e.sh": "#!/bin/sh", ".git/config": "x", "a.txt": ""] {
            let url = folder.url.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: folder.url.appendingPathComponent("a/d/e.sh").path)
    }

    @Test("All files are there, sorted by path, without those of Git")
    func sorted() throws {
        let files = try FolderFile.all(in: folder.url)
        #expect(files.map(\.path) == ["a.txt", "a/c.txt", "a/d/e.sh", "b.txt"])
        #expect(files.map(\.length) == [0, 1, 9, 2])
        #expect(files.map(\.isExecutable) == [false, false, true, false])
        #expect(files[1].content == .file(at: files[1].url))
    }

    @Test("What is not included is left out, a folder with all that it holds")
    func filter() throws {
        var asked: [String] = []
        let files = try FolderFile.all(in: folder.url) { path in
            asked.append(path)
            return path != "a/"
        }
        #expect(files.map(\.path) == ["a.txt", "b.txt"])
        #expect(Set(asked) == ["a.txt", "a/", "b.txt"])
    }

    @Test("A symbolic link throws, unless it is left out")
    func links() throws {
        try FileManager.default.createSymbolicLink(
            at: folder.url.appendingPathComponent("a/link"), withDestinationURL: folder.url)
        let error = #expect(throws: GitLabError.self) { try FolderFile.all(in: folder.url) }
        #expect(error?.kind == .file)
        #expect(error?.message.contains("a/link") == true)
        #expect(try FolderFile.all(in: folder.url) { $0 != "a/link" }.count == 4)
    }

    @Test("Limits of number and length throw, and so does what is no folder")
    func limits() throws {
        #expect(try FolderFile.all(in: folder.url, maximumFiles: 4, maximumLength: 12).count == 4)
        #expect(throws: GitLabError.self) { try FolderFile.all(in: folder.url, maximumFiles: 3) }
        #expect(throws: GitLabError.self) { try FolderFile.all(in: folder.url, maximumLength: 11) }
        let missing = folder.url.appendingPathComponent("missing")
        #expect(#expect(throws: GitLabError.self) { try FolderFile.all(in: missing) }?.kind == .file)
    }
}
