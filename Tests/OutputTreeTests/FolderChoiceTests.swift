// Which folders can be the output folder.

import FileSystem
import OutputTree
import TestFolders
import Testing

@Suite struct OutputFolderTests {
    @Test(arguments: [".", "..", "a/..", "/"])
    func theFolderHasToBeNamed(path: String) {
        #expect(throws: OutputTreeError.unnamed(Path(path))) { try OutputFolder(Path(path)) }
    }

    @Test func aFolderThatHoldsTheProjectIsRejected() throws {
        let home = try TemporaryFolder()
        let project = home.path.appending("project")
        let spec = project.appending("spec")
        try spec.makeFolders()
        let around = [(path: spec, words: "the spec")]
        for path in [project, spec, home.path] {
            #expect(throws: OutputTreeError.holds(path, reason: "the spec")) {
                try OutputFolder(path, notHolding: around)
            }
        }
        try home.symlink("link", to: "project")
        #expect(throws: OutputTreeError.self) { try OutputFolder(home.path.appending("link"), notHolding: around) }

        for path in ["project/GitLab", "project/spec-output", "project/spec/Generated", "other"] {
            try home.path.appending(path).makeFolders()
            _ = try OutputFolder(home.path.appending(path), notHolding: around)
        }
    }
}
