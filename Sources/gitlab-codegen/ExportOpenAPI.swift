// `gitlab-codegen export-openapi`: the spec in the words of OpenAPI, for other tools.

import ArgumentParser
import FileSystem
import Generator
import OpenAPIEmitter

struct ExportOpenAPI: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export-openapi",
        abstract: "Writes the spec as an OpenAPI 3.1 document.",
        discussion: """
            The document is JSON, which is YAML too, and the same for the same spec. With an error in the spec, nothing is \
            written and the exit code is 1; warnings, which lint reports, do not matter.

            Examples:
              gitlab-codegen export-openapi > gitlab.openapi.json
              gitlab-codegen export-openapi --output gitlab.openapi.json
            """
    )

    @Option(help: ArgumentHelp("The folder that holds the spec.", valueName: "folder"))
    var spec = Folders.usualSpec

    @Option(help: ArgumentHelp("The file to write, instead of the standard output.", valueName: "file"))
    var output: String?

    func validate() throws {
        if spec.isEmpty { throw ValidationError("--spec names no folder") }
        if output?.isEmpty == true { throw ValidationError("--output names no file") }
    }

    func run() throws {
        let generation = try Generation(spec: SpecFolder(Path(spec)).files())
        guard let api = generation.api else {
            StandardStream.error.print(Array(generation.report.utf8))
            throw Outcome.problems
        }
        let document = Array(OpenAPIExport(api).text.utf8)
        if let output { try Path(output).replaceFile(with: document) } else { StandardStream.output.print(document) }
    }
}
