// `gitlab-codegen generate`: writes the generated files from the spec.

import ArgumentParser
import FileSystem
import Generator
import OutputTree

struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the generated files.",
        discussion: """
            The folder is replaced as a whole: whenever a run is stopped, it holds the old files or the new ones. \
            Unchanged files are not touched. Generated files without a declaration in the spec are removed, \
            others are kept. The schema and the page of rules beside the spec are written too. With an error in the spec, nothing is changed and the exit code is 1; warnings are printed.

            Example, after editing the spec:
              gitlab-codegen generate

            Example, fixing misspelt keys and the like first:
              gitlab-codegen generate --fix
            """
    )

    @OptionGroup var folders: Folders
    @OptionGroup var reporting: Reporting

    func run() throws {
        let output = try folders.outputFolder()
        let generation = try reporting.generation(of: SpecFolder(Path(folders.spec)))
        reporting.reportButUnfinished(generation, in: folders.spec)
        let result = try write(generation.requiredTree(), to: output)
        for path in try SpecReference(in: Path(folders.spec)).write() { reporting.say("  written  \(path)") }
        reporting.sayResult(
            "\(output.path)/: \(result.added.count) written, \(result.changed.count) changed, "
                + "\(result.removed.count) removed, \(result.unchanged.count) unchanged")
    }

    /// Writes a tree, and prints the changed files.
    private func write(_ tree: GeneratedTree, to output: OutputFolder) throws -> WriteResult {
        let result = try output.write(tree)
        for (word, files) in [("written", result.added), ("changed", result.changed), ("removed", result.removed)] {
            for file in files { reporting.say("  \(word)  \(output.path.appending(file))") }
        }
        for note in result.notes { StandardStream.error.print("note: \(note)") }
        for stranger in result.foreign {
            StandardStream.error.print(
                "note: \(output.path.appending(stranger.path)) is not a generated file: it was kept, and has to be "
                    + "moved away to pass `gitlab-codegen verify`")
        }
        return result
    }
}
