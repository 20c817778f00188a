// Fails when Generated/ differs by a byte from the tree of the spec. The plugin RegenerateClient has generated the
// fresh tree for this build; `RegeneratedTree.folder` says where it is.

import Foundation
import Testing

@Suite struct GeneratedIsCurrentTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let committed = root.appending(path: "Generated")
    private static let fresh = URL(filePath: RegeneratedTree.folder)

    /// The folders of the modules and of their examples.
    private static let folders = (try? FileManager.default.contentsOfDirectory(atPath: fresh.path).sorted()) ?? []

    @Test func thePackageHasTheModulesOfTheSpec() throws {
        #expect(Self.folders.contains("GitLab") && Self.folders.contains("GitLabFixtures"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: Self.committed.path).sorted() == Self.folders)
        let manifest = try String(contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8)
        let list = try #require(manifest.firstMatch(of: /let clientModules = \[([^\]]*)\]/)).1
        let named = list.matches(of: /"(\w+)"/).map { String($0.1) } + ["GitLabCommon"]
        let folders = named.flatMap { [$0, "\($0)Fixtures"] } + ["GitLabOperations"]
        #expect(folders.sorted() == Self.folders, "keep the list in Package.swift")
    }

    @Test(arguments: folders) func theSameFiles(folder: String) throws {
        let (committed, fresh) = (Self.committed.appending(path: folder), Self.fresh.appending(path: folder))
        let names = try files(below: fresh)
        #expect(!names.isEmpty, "the fresh tree has files at all")
        #expect(try files(below: committed) == names, "run `make generate`")
    }

    @Test(arguments: folders) func theSameBytes(folder: String) throws {
        let (committed, fresh) = (Self.committed.appending(path: folder), Self.fresh.appending(path: folder))
        for name in try files(below: fresh) {
            let expected = try Data(contentsOf: fresh.appending(path: name))
            let found = try? Data(contentsOf: committed.appending(path: name))
            #expect(found == expected, "\(name) is not current: run `make generate`")
        }
    }

    private func files(below folder: URL) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted().filter { name in
            try folder.appending(path: name).resourceValues(forKeys: [.isDirectoryKey]).isDirectory != true
        }
    }
}
