// Which files of a folder are the spec.

import FileSystem
import Foundation
import Generator
import SpecSyntax
import TestFolders
import Testing

@Suite struct SpecFolderTests {
    let home: TemporaryFolder

    init() throws {
        home = try TemporaryFolder()
    }

    @Test func allYAMLFilesAreRead() throws {
        try home.write("1", to: "spec/projects.yaml")
        try home.write("2", to: "spec/types/project.yaml")
        try home.write("3", to: "spec/.#projects.yaml")
        try home.write("4", to: "spec/.git/x.yaml")
        try home.write("5", to: "spec/README.md")
        try home.symlink("spec/linked.yaml", to: "../outside.txt")
        try home.write("6", to: "outside.txt")
        let files = try SpecFolder(home.path.appending("spec")).files()
        #expect(
            files == [
                SpecFile(path: "spec/linked.yaml", bytes: Array("6".utf8)),
                SpecFile(path: "spec/projects.yaml", bytes: Array("1".utf8)),
                SpecFile(path: "spec/types/project.yaml", bytes: Array("2".utf8)),
            ])
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["spec/pipe.yaml", "spec/examples/Pipe.json"])
    func aPipeIsNamed(_ path: String) throws {
        try home.write("1", to: "spec/projects.yaml")
        try home.write("{}", to: "spec/examples/Project.json")
        #expect(mkfifo(home.path.appending(path).string, 0o600) == 0)
        let spec = SpecFolder(home.path.appending("spec"))
        let error = #expect(throws: FileSystemError.self) { _ = (try spec.files(), try spec.examples()) }
        #expect(error?.description.hasPrefix("cannot read \(home.path)/\(path): it is a pipe") == true)
    }

    @Test(.timeLimit(.minutes(1))) func anEndlessDeviceIsNamed() throws {
        try home.write("1", to: "spec/projects.yaml")
        try home.symlink("spec/zero.yaml", to: "/dev/zero")
        #expect(throws: FileSystemError.self) { try SpecFolder(home.path.appending("spec")).files() }
    }

    /// The reader rejects a file that is larger than any that a person writes, and needs no more of it.
    @Test func aHugeFileIsNotReadWhole() throws {
        try home.write("1", to: "spec/projects.yaml")
        let huge = home.path.appending("spec/huge.yaml")
        try huge.writeNew([])
        #expect(truncate(huge.string, 1 << 40) == 0)
        let files = try SpecFolder(home.path.appending("spec")).files()
        #expect(files.map(\.bytes.count) == [ParsedFile.usualSizeLimit + 1, 1])
    }

    @Test func aFolderGivenAsADotHasItsName() throws {
        try home.write("1", to: "spec/projects.yaml")
        let files = try SpecFolder(home.path.appending("spec/.")).files()
        #expect(files.map(\.path) == ["spec/projects.yaml"])
    }

    @Test func thereHasToBeASpec() throws {
        let missing = home.path.appending("nothing")
        #expect(throws: SpecFolderError.missing(missing)) { try SpecFolder(missing).files() }
        let file = try home.write("x", to: "file.yaml")
        #expect(throws: SpecFolderError.notAFolder(file)) { try SpecFolder(file).files() }
        try home.write("x", to: "empty/README.md")
        let empty = home.path.appending("empty")
        #expect(throws: SpecFolderError.empty(empty)) { try SpecFolder(empty).files() }
    }

    @Test func aFileThatWouldBeOverlookedIsNamed() throws {
        try home.write("1", to: "spec/projects.yaml")
        let misnamed = try home.write("1", to: "spec/types/groups.yml")
        #expect(throws: SpecFolderError.misnamed(misnamed)) { try SpecFolder(home.path.appending("spec")).files() }
    }
}
