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
    var singleFile: String?

    @Option(help: ArgumentHelp("The module of the single file.", valueName: "name"))
    var module: String?

    @Option(help: ArgumentHelp("A folder for the folders of all modules.", valueName: "folder"))
    var tree: String?

    @Option(help: ArgumentHelp("A Swift file that will tell where that folder is.", valueName: "file"))
    var index: String?

    func validate() throws {
        if singleFile == nil || module == nil, tree == nil || index == nil {
            throw ValidationError("give --single-file and --module, or --tree and --index")
        }
    }

    func run() throws {
        let reporting = Reporting.forBuilds
        let generation = try reporting.generation(of: SpecFolder(Path(spec)))
        reporting.report(generation.diagnostics, of: generation, in: spec)
        let fresh = try generation.requiredTree()
        if let singleFile, let module { try BuildFile(Path(singleFile)).write(fresh.singleFile(of: module)) }
        if let tree, let index {
            let folder = Path(tree)
            _ = try OutputFolder(folder).write(fresh)
            try BuildFile(Path(index)).write(Self.indexText(folder))
        }
    }

    private static func indexText(_ folder: Path) -> String {
        """
        /// The tree of the spec, generated for this build.
        enum RegeneratedTree {
            static let folder = #"\(folder)"#
        }

        """
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
