// Fails when Generated/ differs by a byte from the tree of the spec. The plugin RegenerateClient has generated the
// fresh tree for this build; `RegeneratedTree.folder` says where it is.

import Foundation
import Testing

@Suite struct GeneratedIsCurrentTests {
    private static let committed = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Generated")
    private static let fresh = URL(filePath: RegeneratedTree.folder).deletingLastPathComponent()

    @Test(arguments: ["GitLab", "GitLabFixtures"]) func theSameFiles(folder: String) throws {
        let (committed, fresh) = (Self.committed.appending(path: folder), Self.fresh.appending(path: folder))
        let names = try files(below: fresh)
        #expect(names.count > 5, "the fresh tree has files at all")
        #expect(try files(below: committed) == names, "run `make generate`")
    }

    @Test(arguments: ["GitLab", "GitLabFixtures"]) func theSameBytes(folder: String) throws {
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
