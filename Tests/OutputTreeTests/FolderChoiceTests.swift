// Which folders can be the output folder, and which files of a folder are the spec.

import FileSystem
import OutputTree
import SpecSyntax
import Testing

@Suite struct OutputFolderTests {
    @Test(arguments: [".", "..", "a/..", "/"])
    func theFolderHasToBeNamed(path: String) {
        #expect(throws: OutputTreeError.unnamed(Path(path))) { try OutputFolder(Path(path)) }
    }

    @Test func aFolderThatHoldsTheProjectIsRefused() throws {
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
