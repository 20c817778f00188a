// A test of the self-test: with any one comparison removed, it fails.

import FileSystem
import Foundation
import TestFolders
import Testing

@testable import OutputTree

@Suite struct SelfTestTests {
    private let folder: TemporaryFolder
    private let tree: GeneratedTree

    init() throws {
        folder = try TemporaryFolder()
        let header = GeneratedMark.opening()
        tree = try GeneratedTree(
            ["a.swift", "b/c.swift", "b/d.swift"].map { ($0, "\(header)\nlet name = \"\($0)\"\n") })
        for file in tree.files {
            let path = Path(folder.path.string).appending(file.path)
            try path.parent.makeFolders()
            try path.writeNew(Array(file.text.utf8))
        }
    }

    private func found(_ weaken: @escaping (inout TreeComparison) -> Void = { _ in }) throws -> [SelfTest.Deviation] {
        let path = folder.path
        return try SelfTest(of: tree) { tree in
            var comparison = try TreeComparison(of: tree, with: path)
            weaken(&comparison)
            return comparison
        }.results().filter(\.isFound).map(\.deviation)
    }

    @Test func theComparisonFindsAllThree() throws {
        #expect(try found() == [.mutated, .deleted, .added])
    }

    @Test func withoutTheComparisonOfMissingFilesItFails() throws {
        #expect(try found { $0.missing = [] } == [.mutated, .deleted])
    }

    @Test func withoutTheComparisonOfChangedFilesItFails() throws {
        #expect(try found { $0.changed = [] } == [.deleted, .added])
    }

    @Test func withoutTheComparisonOfOrphanedFilesItFails() throws {
        #expect(try found { $0.orphaned = [] } == [.mutated, .added])
    }

    @Test func aComparisonThatCriesWolfFailsToo() throws {
        let stray = try #require(tree.files.first)
        #expect(try found { $0.missing.append(stray) } == [])
    }

    @Test func nothingOnTheDiskChanges() throws {
        let before = try FolderTree(of: folder.path)
        _ = try found()
        #expect(try FolderTree(of: folder.path).files == before.files)
    }
}
