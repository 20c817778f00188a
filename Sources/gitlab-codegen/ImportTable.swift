// `gitlab-codegen import-table`: a table of GitLab's documentation becomes rows of an operation.

import ArgumentParser
import FileSystem
import Generator
import SpecModel
import SpecSyntax
import TableImport

struct ImportTable: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-table",
        abstract: "Adds the rows of a Markdown attribute table to an operation.",
        discussion: """
            Reads an attribute table of GitLab's documentation from the standard input, with the columns Attribute, Type, \
            Required and Description, and adds the attributes that the operation does not have yet. Tier, version, \
            deprecation, default and values are taken from the descriptions; the descriptions themselves are not copied: \
            each new row has a TODO, which lint reports until a person has written a sentence, unless facts/glossary.yaml has \
            a sentence for its name and type.

            Rows that are in the spec already stay as they are. A warning reports where the table differs; --fix \
            adds what such rows lack. With a type that is not known, nothing is written and the exit code is 1.

            Example, with the table on the clipboard:
              pbpaste | gitlab-codegen import-table projects.create

            Example, with a table in a file:
              gitlab-codegen import-table "PUT /projects/:id" < table.md
            """
    )

    @Argument(
        help: ArgumentHelp(
            "The operation: as it is called (projects.create), by its request builder (CreateProject) or by its route.",
            valueName: "operation"))
    var operation: String

    @Option(help: ArgumentHelp("The folder that holds the spec.", valueName: "folder"))
    var spec = Folders.usualSpec

    @OptionGroup var reporting: Reporting

    /// No page of GitLab's documentation is longer.
    private static let longestText = 1 << 20

    func validate() throws {
        if spec.isEmpty { throw ValidationError("--spec names no folder") }
    }

    func run() throws {
        let folder = SpecFolder(Path(spec))
        let files = try folder.files()
        // An operation that was only just written lacks the rows that are to come, so the spec may have errors.
        let problems = DiagnosticCollector()
        let reading = SpecReading(files, diagnostics: problems)
        guard let (resource, operation) = find(in: reading.api) else {
            if problems.hasErrors { reporting.report(problems.sorted, files: files, in: spec) }
            throw Outcome(code: .failure, message: unknown(reading.api))
        }
        if StandardInput.isTerminal {
            StandardStream.error.print("Paste the table, then end the input on a line of its own (Control-D).")
        }
        let pasted = SpecFile(path: "standard input", bytes: try StandardInput.bytes(limit: Self.longestText))
        let collector = DiagnosticCollector()
        let facts = Path(ImportOpenAPI.usualFacts)
        let glossary = try facts.status() == nil ? [] : SpecFolder(facts).files()
        let found = TableImport(
            SourceText(pasted), into: operation, of: reading.api, files: files, glossary: glossary,
            diagnostics: collector)
        let diagnostics = collector.sorted
        let isUnderstood = !collector.hasErrors
        guard isUnderstood else {
            reporting.report(diagnostics, files: files + [pasted], in: spec)
            throw Outcome.problems
        }
        let (_, _, fixed) = try folder.apply(found.changes, fixing: reporting.fix ? diagnostics : [], to: files)
        let isFixed = Set(fixed)
        reporting.report(diagnostics.filter { !isFixed.contains($0) }, files: files + [pasted], in: spec)
        for diagnostic in fixed {
            let place = diagnostic.notes.first?.range ?? diagnostic.range
            reporting.say(
                "fixed \(place.path):\(place.start.line):\(place.start.column): \(diagnostic.fix?.advice ?? "")")
        }
        let name = "\(resource.name.value).\(operation.name.value)"
        reporting.say("\(name): \(found.added.count) added, \(found.kept) there already")
        for attribute in found.added { reporting.say("  added  \(attribute)") }
        if !found.added.isEmpty { reporting.say("Write their sentences: `gitlab-codegen lint` lists them.") }
    }

    private func find(in api: API) -> (Resource, Operation)? {
        for resource in api.resources {
            for operation in resource.operations where names(resource, operation).contains(self.operation) {
                return (resource, operation)
            }
        }
        return nil
    }

    private func names(_ resource: Resource, _ operation: Operation) -> [String] {
        ["\(resource.name.value).\(operation.name.value)", operation.request.value, operation.route]
            + operation.routes.map(\.text)
    }

    private func unknown(_ api: API) -> String {
        let names = api.resources.flatMap { resource in resource.operations.flatMap { self.names(resource, $0) } }
        return "error: the spec has no operation '\(operation)'"
            + (nearestSpelling(to: operation, among: names).map { "; did you mean '\($0)'?" }
                ?? ": write it first, with its route, request, about, docs and returns")
    }
}
