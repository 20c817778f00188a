// `gitlab-codegen subset`: a client of some operations alone.

import ArgumentParser
import FileSystem
import Generator
import OutputTree
import SpecSyntax

struct SubsetCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subset",
        abstract: "Writes a client that has only the listed operations.",
        discussion: """
            The client has these operations and the types that they need, as one module that imports GitLabRuntime. The \
            list names one operation a line, as resource.method or by its route; lines that begin with # are comments. \
            The folder is replaced as a whole, as with generate.

            Examples:
              gitlab-codegen subset --operations operations.txt --output Sources/GitLabForBot
              gitlab-codegen subset --operations operations.txt --output Sources/GitLabForBot --verify
            """
    )

    @Option(help: ArgumentHelp("The file with the list of operations.", valueName: "file"))
    var operations: String

    @Option(help: ArgumentHelp("The folder of the generated files.", valueName: "folder"))
    var output: String

    @Option(help: ArgumentHelp("The folder that holds the spec.", valueName: "folder"))
    var spec = Folders.usualSpec

    @Flag(help: "Check that the folder is up to date, and write nothing.")
    var verify = false

    /// A list is short: GitLab has some 1,500 operations.
    private static let mostBytes = 1_000_000

    func run() throws {
        let folder = try OutputFolder(
            Path(output), notHolding: [(Path("."), "the folder that this runs in"), (Path(spec), "the spec")])
        let tree = try subset()
        if verify {
            let comparison = try folder.compare(with: tree)
            guard comparison.isCurrent else {
                let command = "gitlab-codegen subset --operations \(operations) --output \(output)"
                StandardStream.output.print(
                    VerificationReport(of: comparison, regenerateCommand: command).bytes)
                throw Outcome.problems
            }
            StandardStream.output.print("\(output)/ is current: \(comparison.unchanged.count) files")
        } else {
            let result = try folder.write(tree)
            StandardStream.output.print(
                "\(output)/: \(result.added.count) written, \(result.changed.count) changed, "
                    + "\(result.removed.count) removed, \(result.unchanged.count) unchanged")
        }
    }

    /// The files of the client, which are those of its only module.
    private func subset() throws -> GeneratedTree {
        let list = OperationList(
            String(decoding: try Path(operations).bytes(limit: Self.mostBytes), as: UTF8.self))
        let generation = try Generation(spec: SpecFolder(Path(spec)).files())
        guard let api = generation.api else {
            StandardStream.error.print(Array(generation.report.utf8))
            throw Outcome.problems
        }
        do {
            return try Generation.client(of: list.subset(of: api)).tree(of: "GitLab")
        } catch let error as OperationList.UnknownOperations {
            throw Outcome(
                code: .problems,
                message: error.problems.map { "error: \(operations): \($0)" }.joined(separator: "\n"))
        }
    }
}
