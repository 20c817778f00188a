// Fails when Generated/ differs by a byte from the tree of the spec, which the generator makes here in memory.

import FileSystem
import Foundation
import Generator
import OutputTree
import Testing

@Suite struct GeneratedIsCurrentTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let committed = Path(root.appending(path: "Generated").path)

    /// The tree of the spec.
    private static func fresh() throws -> GeneratedTree {
        let spec = SpecFolder(Path(root.appending(path: "spec").path))
        let tree = try Generation(spec: spec.files()).wholeTree()
        return try #require(tree, "run `make generate`, which lists the errors")
    }

    @Test func thePackageHasTheModulesOfTheSpec() throws {
        let folders = Set(try Self.fresh().files.compactMap { $0.path.ancestors.first?.string }).sorted()
        #expect(folders.contains("GitLab") && folders.contains("GitLabFixtures"))
        let manifest = try String(contentsOf: Self.root.appending(path: "Package.swift"), encoding: .utf8)
        let list = try #require(manifest.firstMatch(of: /let clientModules = \[([^\]]*)\]/)).1
        let named = list.matches(of: /"(\w+)"/).map { String($0.1) } + ["GitLabCommon", "GitLabWebhookEvents"]
        let modules = named.flatMap { [$0, "\($0)Fixtures"] } + ["GitLabOperations"]
        #expect(modules.sorted() == folders, "keep the list in Package.swift")
    }

    @Test func theSameFilesWithTheSameBytes() throws {
        let comparison = try TreeComparison(of: Self.fresh(), with: Self.committed)
        #expect(comparison.unchanged.count > 0, "the fresh tree has files at all")
        #expect(comparison.missing.isEmpty, "run `make generate`")
        #expect(comparison.changed.isEmpty, "run `make generate`")
        #expect(comparison.orphaned.isEmpty && comparison.foreign.isEmpty, "run `make generate`")
    }
}
