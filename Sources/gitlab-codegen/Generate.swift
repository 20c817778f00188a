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

            With --watch, the files are written again after each change of the spec. Errors are printed and do not end \
            it; Control-C does, with exit code 0.

            Example, while editing the spec:
              gitlab-codegen generate --watch
            """
    )

    @Flag(help: "Write the files again after each change of the spec, until Control-C.")
    var watch = false

    @OptionGroup var folders: Folders
    @OptionGroup var reporting: Reporting

    func validate() throws {
        if watch && reporting.fix {
            throw ValidationError("--watch cannot be combined with --fix, which would change the files being edited")
        }
    }

    func run() throws {
        let output = try folders.outputFolder()
        let spec = Path(folders.spec)
        if watch {
            Watch(spec: spec, reporting: reporting).run { try generate($0, to: output) }
        } else {
            try generate(reporting.generation(of: SpecFolder(spec)), to: output)
        }
    }

    private func generate(_ generation: Generation, to output: OutputFolder) throws {
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
