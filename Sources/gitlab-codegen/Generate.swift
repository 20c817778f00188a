// `gitlab-codegen generate`: makes the generated files what the spec says.

import ArgumentParser
import FileSystem
import OutputTree

struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the generated files.",
        discussion: """
            The folder is replaced as a whole: whenever a run is stopped, it holds the old files or the new ones. \
            Unchanged files are not touched. Generated files that the spec does not ask for any more are removed, \
            others are kept. The schema and the page of rules beside the spec are written too. With an error in the spec, nothing is changed and the exit code is 1; warnings are printed.

            Example, after editing the spec:
              gitlab-codegen generate

            Example, mending misspelt keys and the like first:
              gitlab-codegen generate --fix
            """
    )

    @OptionGroup var folders: Folders
    @OptionGroup var reporting: Reporting

    func run() throws {
        let output = try folders.outputFolder()
        let generation = try reporting.generation(of: SpecFolder(Path(folders.spec)))
        reporting.reportButUnfinished(generation, in: folders.spec)
        try write(generation.requiredTree(), to: output)
        if let folder = try folders.fixtureFolder(), let fixtures = try generation.fixtures() {
            try write(fixtures, to: folder)
        }
        for path in try SpecReference(in: Path(folders.spec)).write() { reporting.say("  written  \(path)") }
    }

    private func write(_ tree: GeneratedTree, to output: OutputFolder) throws {
        let result = try output.write(tree)
        reporting.say(summary(of: result, in: output.path))
        for note in result.notes { StandardStream.error.print("note: \(note)") }
        for stranger in result.foreign {
            StandardStream.error.print(
                "note: \(output.path.appending(stranger.path)) is not a generated file: it was kept, and has to be "
                    + "moved away to pass `gitlab-codegen verify`")
        }
    }

    private func summary(of result: WriteResult, in folder: Path) -> String {
        if result.wasCurrent { return "\(folder) is current." }
        let counts =
            "\(result.written.count) written, \(result.removed.count) removed, \(result.unchanged.count) unchanged"
        let names =
            result.written.map { "\n  written  \(folder.appending($0))" }
            + result.removed.map { "\n  removed  \(folder.appending($0))" }
        return "\(folder): \(counts)\(names.joined())"
    }
}
