// `gitlab-codegen import-openapi`: files of the spec to start from, made of GitLab's OpenAPI document.

import ArgumentParser
import FileSystem
import OpenAPI
import OpenAPIImport
import OutputTree
import SpecModel
import SpecSyntax

struct ImportOpenAPI: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-openapi",
        abstract: "Makes files of the spec out of an OpenAPI document of GitLab's.",
        discussion: """
            Writes the operations of a tag as a file of the spec, and the types that they need as another. Names are guessed from \
            methods and paths, types from schemas. Sentences are not copied: each is a TODO, which lint reports, and so is every \
            guess. The result generates and compiles as it is.

            Operations that the spec has already are left out, and its types are used where they have the same names. What \
            can not be taken over is told, with its place in the document. Existing files are not touched: if one is in \
            the way, nothing is written, and the exit code is 2.

            Examples:
              gitlab-codegen import-openapi openapi_v3.yaml --tag "Deploy resources"
              gitlab-codegen import-openapi openapi_v3.yaml --all --spec /tmp/whole/spec
            """
    )

    @Argument(help: ArgumentHelp("The document: OpenAPI 2.0 or 3.x, in YAML or JSON.", valueName: "file"))
    var document: String

    @Option(help: ArgumentHelp("A tag of the document; several can be given.", valueName: "name"))
    var tag: [String] = []

    @Flag(help: "Import the whole document.")
    var all = false

    @Option(help: ArgumentHelp("The folder of the spec that the files are written to.", valueName: "folder"))
    var spec = Folders.usualSpec

    @OptionGroup var reporting: Reporting

    func validate() throws {
        if spec.isEmpty { throw ValidationError("--spec names no folder") }
        if tag.isEmpty != all { throw ValidationError("give --tag, or --all for the whole document") }
        if reporting.fix { throw ValidationError("import-openapi fixes nothing") }
    }

    func run() throws {
        let file = try SpecFile(path: document, bytes: Path(document).bytes())
        let collector = DiagnosticCollector()
        let folder = Path(spec)
        let specFiles = try folder.status() == nil ? [] : SpecFolder(folder).files()
        let existing = specFiles.isEmpty ? nil : SpecReading(specFiles, diagnostics: collector).api
        guard let read = OpenAPIDocument(SourceText(file), diagnostics: collector), !collector.hasErrors else {
            reporting.report(collector.sorted, files: specFiles + [file], in: spec)
            throw Outcome.problems
        }
        for name in tag where !read.operations.contains(where: { $0.tags.contains { $0.value == name } }) {
            throw Outcome(code: .failure, message: DriftCommand.unknown(name, in: read, named: document))
        }
        let imported = ImportedSpec(read, tags: all ? nil : tag, existing: existing)
        for (path, _) in imported.files where try folder.appending(path).status() != nil {
            throw Outcome(
                code: .failure,
                message:
                    "error: \(folder.appending(path)) is there already: move it away, or choose another folder with --spec"
            )
        }
        for (path, text) in imported.files {
            let place = folder.appending(path)
            try place.parent.makeFolders()
            try place.writeNew(Array(text.utf8))
            reporting.say("  written  \(place)")
        }
        reporting.report(imported.diagnostics, files: [file], in: spec)
        reporting.say(
            "\(imported.operationCount) operations in \(imported.files.count) files; `gitlab-codegen lint` lists what a person has to write."
        )
    }
}
