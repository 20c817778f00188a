// `gitlab-codegen compare-names`: the names that import-openapi chooses, beside those of the spec. `scripts/measure-names.py`
// counts them.

import ArgumentParser
import FileSystem
import Generator
import OpenAPI
import OpenAPIImport
import SpecModel
import SpecSyntax

struct CompareNames: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare-names",
        abstract: "Prints the names that import-openapi chooses for operations that the spec has.",
        discussion: """
            One line for each operation, with tabs: the route; the resource and the name in the spec; the name that an import \
            chooses in this resource; the resource and the name that an import of the whole document chooses.
            """,
        shouldDisplay: false)

    @Argument(help: ArgumentHelp("The document: OpenAPI 2.0 or 3.x, in YAML or JSON.", valueName: "file"))
    var document: String

    @Option(help: ArgumentHelp("The folder that holds the spec.", valueName: "folder"))
    var spec = Folders.usualSpec

    func run() throws {
        let collector = DiagnosticCollector()
        let files = try SpecFolder(Path(spec)).files()
        let file = try SpecFile(
            path: document, bytes: Path(document).streamedBytes(limit: OpenAPIDocument.sizeLimit + 1))
        let reading = SpecReading(files, diagnostics: collector)
        guard let read = OpenAPIDocument(SourceText(file), diagnostics: collector), !collector.hasErrors else {
            Reporting.forBuilds.report(collector.sorted, files: files + [file], in: spec)
            throw Outcome.problems
        }
        for row in NameComparison(read, reading.api).rows {
            let cells = [row.route.description, row.resource, row.name, row.chosen, row.wholeResource, row.wholeName]
            StandardStream.output.print(cells.joined(separator: "\t"))
        }
    }
}
