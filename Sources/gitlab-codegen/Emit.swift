// `gitlab-codegen emit`: generates into a build folder. The build plugin RegenerateClient calls it.

import ArgumentParser
import FileSystem
import Generator
import OutputTree

struct Emit: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Generates the client into a build folder, for the plugin RegenerateClient.", shouldDisplay: false)

    @Option(help: ArgumentHelp("The folder that holds the spec.", valueName: "folder"))
    var spec: String

    @Option(help: ArgumentHelp("A Swift file for a whole module.", valueName: "file"))
    var singleFile: String

    @Option(help: ArgumentHelp("The module of the single file.", valueName: "name"))
    var module: String

    func run() throws {
        let reporting = Reporting.forBuilds
        let generation = try reporting.generation(of: SpecFolder(Path(spec)))
        reporting.report(generation.diagnostics, of: generation, in: spec)
        try BuildFile(Path(singleFile)).write(generation.requiredTree().singleFile(of: module))
    }
}

/// A file of a build. It is written only if it changes, so that nothing is compiled again needlessly.
private struct BuildFile {
    let path: Path

    init(_ path: Path) {
        self.path = path
    }

    func write(_ text: String) throws {
        let content = Array(text.utf8)
        if try path.status() != nil {
            if try path.bytes() == content { return }
            try path.removeFile()
        }
        try path.parent.makeFolders()
        try path.writeNew(content)
    }
}
