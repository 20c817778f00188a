// `gitlab-codegen lint`: prints all diagnostics of the spec.

import ArgumentParser
import FileSystem
import Generator
import SpecSyntax

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Checks the spec against all rules.",
        discussion: """
            Prints every problem of every file in one run, warnings among them, and ends with exit code 1 if there is any. \
            The rules are listed in spec/rules.md. Only lint looks at the example responses below spec/examples.

            Example, what CI runs so that merge requests show the problems:
              gitlab-codegen lint --format code-quality > gl-code-quality-report.json

            Example, applying unambiguous fixes:
              gitlab-codegen lint --fix
            """
    )

    @Option(help: ArgumentHelp("The folder that holds the spec.", valueName: "folder"))
    var spec = Folders.usualSpec

    @OptionGroup var reporting: Reporting

    func validate() throws {
        if spec.isEmpty { throw ValidationError("--spec names no folder") }
    }

    func run() throws {
        let generation = try reporting.generation(of: SpecFolder(Path(spec)), withExamples: true)
        reporting.report(generation.diagnostics, of: generation, in: spec)
        if !generation.diagnostics.isEmpty { throw Outcome.problems }
        reporting.say("\(Path(spec)): no problems found.")
    }
}
