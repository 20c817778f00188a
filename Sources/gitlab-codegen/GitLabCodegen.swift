// The command `gitlab-codegen`: its subcommands, and their exit codes.

import ArgumentParser
import FileSystem
import OutputTree

/// The command that generates the client's Swift files from the spec.
@main
struct GitLabCodegen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gitlab-codegen",
        abstract: "Generates the Swift client from the spec of GitLab's API.",
        discussion: """
            Exit codes: 0 if all is well; 1 if there are problems in the spec, or the generated files are out \
            of date; 2 for wrong usage, or an error of the system.
            """,
        subcommands: [
            Generate.self, Verify.self, LintCommand.self, Explain.self, List.self, DriftCommand.self,
            ImportOpenAPI.self, ImportTable.self, ExportOpenAPI.self, Compare.self, CompareNames.self,
            SubsetCommand.self, Operations.self, Emit.self,
        ]
    )

    /// Runs the command that the arguments name, and ends the process.
    static func main() {
        do {
            var command = try parseAsRoot()
            try command.run()
        } catch let outcome as Outcome {
            outcome.end()
        } catch let error where exitCode(for: error) == .success {
            // Help was requested.
            StandardStream.output.print(fullMessage(for: error))
            exit(withError: ExitCode.success)
        } catch {
            Outcome(error, message: fullMessage(for: error)).end()
        }
    }
}
