// Fixing files of the spec on the disk: whole, with their permissions, and never over somebody else's change.

import FileSystem
import Foundation
import Generator
import SpecSyntax
import TestFolders
import Testing

@Suite struct SpecFixTests {
    private let folder: TemporaryFolder
    private let spec: SpecFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("a: 1\n", to: "spec/a.yaml")
        try folder.write("b: 1\n", to: "spec/types/b.yaml")
        spec = SpecFolder(folder.path.appending("spec"))
    }

    private func fixed(_ files: [SpecFile]) -> [SpecFile] {
        files.map { SpecFile(path: $0.path, bytes: $0.bytes + Array("c: 2\n".utf8)) }
    }

    @Test func replacesFilesAndKeepsTheirPermissions() throws {
        let file = folder.path.appending("spec/a.yaml")
        try file.setPermissions(0o640)
        let read = try spec.files()
        try spec.replace(read, with: fixed(read))
        #expect(try text(file) == "a: 1\nc: 2\n")
        #expect(try text(folder.path.appending("spec/types/b.yaml")) == "b: 1\nc: 2\n")
        #expect(try file.status()?.permissions == 0o640)
        #expect(try folder.path.appending("spec").names().sorted() == ["a.yaml", "types"])
    }

    @Test func rejectsWhereAFileWasChangedMeanwhileAndWritesNone() throws {
        let read = try spec.files()
        try folder.write("b: 7\n", to: "spec/types/b.yaml")
        let changed = folder.path.appending("spec").appending("types/b.yaml")
        #expect(throws: SpecFolderError.changedMeanwhile(changed)) { try spec.replace(read, with: fixed(read)) }
        #expect(try text(folder.path.appending("spec/a.yaml")) == "a: 1\n")
        #expect(try text(folder.path.appending("spec/types/b.yaml")) == "b: 7\n")
    }

    @Test func rejectsWhereAFileIsGone() throws {
        let read = try spec.files()
        try folder.path.appending("spec/a.yaml").removeFile()
        #expect(throws: SpecFolderError.self) { try spec.replace(read, with: fixed(read)) }
        #expect(try text(folder.path.appending("spec/types/b.yaml")) == "b: 1\n")
    }

    @Test func aSymbolicLinkStaysOne() throws {
        try folder.write("x: 1\n", to: "elsewhere.yaml")
        try folder.symlink("spec/link.yaml", to: "../elsewhere.yaml")
        let read = try spec.files()
        try spec.replace(read, with: fixed(read))
        #expect(try folder.path.appending("spec/link.yaml").status()?.kind == .symbolicLink)
        #expect(try text(folder.path.appending("elsewhere.yaml")) == "x: 1\nc: 2\n")
    }
}
