// `gitlab-codegen import-openapi`: files of the spec to start from, created from GitLab's OpenAPI document.

import ArgumentParser
import FileSystem
import Generator
import OpenAPI
import OpenAPIImport
import SpecModel
import SpecSyntax

struct ImportOpenAPI: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-openapi",
        abstract: "Imports operations from an OpenAPI document of GitLab's into the spec.",
        discussion: """
            Writes the operations of a tag as a file of the spec, and the types that they need as another. Names are guessed from \
            methods and paths, types from schemas. Sentences are not copied: each is a TODO, which lint reports, and so is every \
            guess. The result generates and compiles as it is.

            With --operation, a single operation is added to the file of the spec that has its neighbours, such as the other \
            operations on hooks; where there are none, it becomes a file of its own.

            Operations that the spec has already are left out. Its attribute tables, enums, hashes and types are used where \
            they fit, and each is named with the reason: check them. What cannot be imported is reported with its place in \
            the document. Other files are not touched: if one is in the way, nothing is written, and the exit code is 2.

            In a spec with modules, the files go to the folder of the module that has the tag. Imported types that operations of \
            several modules need go to the folder of the shared module.

            Facts that the document lacks or gets wrong are merged from the folder facts: lists, types, null, fields, routes. Facts \
            that the document has by now, or that no longer fit it, are reported.

            Examples:
              gitlab-codegen import-openapi openapi_v3.yaml --operation "GET /projects/:id/hooks"
              gitlab-codegen import-openapi openapi_v3.yaml --tag "Deploy resources"
              gitlab-codegen import-openapi openapi_v3.yaml --all --spec /tmp/whole/spec
            """
    )

    @Argument(help: ArgumentHelp("The document: OpenAPI 2.0 or 3.x, in YAML or JSON.", valueName: "file"))
    var document: String

    @Option(help: ArgumentHelp("A tag of the document; several can be given.", valueName: "name"))
    var tag: [String] = []

    @Option(
        help: ArgumentHelp(
            "A single operation by its method and path; placeholders are written :id or {id}.", valueName: "route"))
    var operation: String?

    @Flag(help: "Import the whole document.")
    var all = false

    @Option(help: ArgumentHelp("The folder of the spec that the files are written to.", valueName: "folder"))
    var spec = Folders.usualSpec

    @Option(
        help: ArgumentHelp(
            "The folder of what is known beyond the document. By default facts, if that is there.", valueName: "folder")
    )
    var facts: String?

    @Flag(help: "Take the document as it is, without facts.")
    var withoutFacts = false

    @OptionGroup var reporting: Reporting

    static let usualFacts = "facts"

    func validate() throws {
        if spec.isEmpty { throw ValidationError("--spec names no folder") }
        if facts?.isEmpty == true { throw ValidationError("--facts names no folder") }
        if facts != nil, withoutFacts { throw ValidationError("--facts and --without-facts exclude each other") }
        if [!tag.isEmpty, operation != nil, all].count(where: { $0 }) != 1 {
            throw ValidationError("give one of --operation, --tag, and --all for the whole document")
        }
        if let operation, OperationRoute(operation) == nil {
            throw ValidationError("--operation takes a method and a path, such as \"GET /projects/:id/hooks\"")
        }
        if reporting.fix { throw ValidationError("import-openapi has no fixes") }
    }

    func run() throws {
        let file = try SpecFile(
            path: document, bytes: Path(document).streamedBytes(limit: OpenAPIDocument.sizeLimit + 1))
        let collector = DiagnosticCollector()
        let folder = Path(spec)
        let specFiles = try folder.status() == nil ? [] : SpecFolder(folder).files()
        let existing = specFiles.isEmpty ? nil : SpecReading(specFiles, diagnostics: collector)
        let factFiles = try self.factFiles()
        let known = Facts(factFiles, diagnostics: collector)
        guard let given = OpenAPIDocument(SourceText(file), diagnostics: collector), !collector.hasErrors else {
            reporting.report(collector.sorted, files: specFiles + factFiles + [file], in: spec)
            throw Outcome.problems
        }
        let merge = FactsMerge(known, into: given, diagnostics: collector)
        let read = merge.document
        for name in tag where !read.operations.contains(where: { $0.tags.contains { $0.value == name } }) {
            throw Outcome(code: .failure, message: DriftCommand.unknown(name, in: read, named: document))
        }
        let route = operation.flatMap { OperationRoute($0) }
        if let route, !read.operations.contains(where: { OperationRoute($0) == route }) {
            throw Outcome(code: .failure, message: unknown(route, in: read))
        }
        let imported = ImportedSpec(
            read, route.map { .operation($0) } ?? (all ? .document : .tags(tag)), existing: existing, facts: known)
        let specFolder = SpecFolder(folder)
        let changes = try imported.changes(in: specFiles, of: specFolder.name())
        let (changed, added, _) = try specFolder.apply(changes, to: specFiles)
        for file in changed { reporting.say("  changed  \(file.path)") }
        for place in added { reporting.say("  written  \(place)") }
        for reuse in imported.reuses { reporting.say("  reused   \(reuse)") }
        let factDiagnostics = collector.sorted.filter { diagnostic in
            factFiles.contains { $0.path == diagnostic.range.path }
        }
        reporting.report(factDiagnostics + imported.diagnostics, files: [file] + factFiles, in: spec)
        if !factFiles.isEmpty { reporting.say(Self.summary(merge.counts)) }
        reporting.say(
            "\(Self.count(imported.operationCount, "operation")) in "
                + "\(Self.count(added.count + changed.count, "file")); `gitlab-codegen lint` lists what a person has to write."
        )
    }

    private func factFiles() throws -> [SpecFile] {
        let folder = Path(facts ?? Self.usualFacts)
        if try withoutFacts || (facts == nil && folder.status() == nil) { return [] }
        return try SpecFolder(folder).files()
    }

    private static func summary(_ counts: FactsMerge.Counts) -> String {
        "facts: \(count(counts.lists, "list")), \(count(counts.types, "type")), \(count(counts.nulls, "null")), "
            + "\(count(counts.fields, "field")) and \(count(counts.routes, "route")) that the document lacks; "
            + "\(count(counts.doubts, "type")) left to a person"
    }

    private static func count(_ number: Int, _ word: String) -> String {
        "\(number) \(word)\(number == 1 ? "" : "s")"
    }

    private func unknown(_ route: OperationRoute, in read: OpenAPIDocument) -> String {
        let routes = read.operations.map { OperationRoute($0).description }
        let nearest = nearestSpelling(to: route.description, among: routes)
        return "error: \(document) has no operation '\(route)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    }
}
