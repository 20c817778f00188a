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

            With --watch, the files are written again after each change of the spec: first those that differ, one after \
            the other, then what `lint` finds is printed. Errors are printed and do not end it; Control-C does, with \
            exit code 0.

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
        let spec = Path(folders.spec)
        let output = try GeneratedOutput(folder: folders.outputFolder(), spec: spec, reporting: reporting)
        if watch { return Watch(output: output).run() }
        let generation = try reporting.generation(of: SpecFolder(spec))
        reporting.reportButUnfinished(generation, in: folders.spec)
        try output.write(generation.requiredTree())
    }
}
