// `gitlab-codegen verify`: tells whether the generated files are what the spec says, and changes nothing.

import ArgumentParser
import FileSystem
import OutputTree

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks that the generated files are what the spec says.",
        discussion: """
            Names every file that is missing, changed, not asked for any more, or not a generated one, shows the \
            difference, and ends with exit code 1 if there is any. Nothing is changed, but the spec with --fix.

            Example, what CI runs:
              gitlab-codegen verify
            """
    )

    @OptionGroup var folders: Folders
    @OptionGroup var reporting: Reporting

    func run() throws {
        let output = try folders.outputFolder()
        let generation = try reporting.generation(of: SpecFolder(Path(folders.spec)))
        guard let tree = generation.tree else {
            reporting.report(generation.diagnostics, of: generation, in: folders.spec)
            throw Outcome.problems
        }
        let comparison = try output.compare(with: tree)
        let drift = DriftReport(of: comparison, mendingCommand: folders.mendingCommand)
        switch reporting.format {
        case .text:
            reporting.report(generation.diagnostics, of: generation, in: folders.spec)
            if !comparison.isCurrent { StandardStream.output.print(drift.bytes) }
        case .json, .github, .codeQuality:
            reporting.report(generation.diagnostics + drift.diagnostics, of: generation, in: folders.spec)
        }
        if !comparison.isCurrent { throw Outcome.problems }
        reporting.say("\(output.path) is current.")
    }
}
