// `gitlab-codegen verify`: tells whether the generated files are what the spec says, and changes nothing.

import ArgumentParser
import FileSystem
import OutputTree

struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks that the generated files are what the spec says.",
        discussion: """
            Names every file that is missing, changed, not asked for any more, or not a generated one, shows the \
            difference, and ends with exit code 1 if there is any. Nothing is changed.
            """
    )

    @OptionGroup var folders: Folders

    func run() throws {
        let output = try folders.outputFolder()
        let tree = try folders.generate()
        let comparison = try output.compare(with: tree)
        if comparison.isCurrent {
            StandardStream.output.print("\(output.path) is current.")
            return
        }
        StandardStream.output.print(DriftReport(of: comparison, mendingCommand: folders.mendingCommand).bytes)
        throw Outcome.problems
    }
}
