// `gitlab-codegen drift`: the differences between the spec and an OpenAPI document of GitLab's.

import ArgumentParser
import Drift
import FileSystem
import Generator
import OpenAPI
import SpecModel
import SpecSyntax

struct DriftCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drift",
        abstract: "Holds the spec against an OpenAPI document of GitLab's.",
        discussion: """
            Tells every operation, attribute and field that is missing in the spec or beyond the document, of another type, \
            required, deprecated or limited to other values, with its place in both. Operations are matched by method and path; \
            a whole document has many that the spec lacks, and they are told for the tags that the spec covers.

            Differences that are as they should be are accepted in the spec, below the key 'drift', with reasons; an entry that \
            is not needed any more is told too. Exit code 1 if there is anything to tell.

            What a document leaves open is no difference: a plain string for a date, an object without members for a hash. \
            Nor is null, which GitLab's documents allow for every optional attribute; and defaults are not compared.

            Examples:
              gitlab-codegen drift --against openapi_v3.yaml
              gitlab-codegen drift --against openapi_v3.yaml --tag Projects
            """
    )

    @Option(help: ArgumentHelp("The document: OpenAPI 2.0 or 3.x, in YAML or JSON.", valueName: "file"))
    var against: String

    @Option(help: ArgumentHelp("Only the operations that the document files under this tag.", valueName: "name"))
    var tag: String?

    @Option(help: ArgumentHelp("The folder that holds the spec.", valueName: "folder"))
    var spec = Folders.usualSpec

    @OptionGroup var reporting: Reporting

    func validate() throws {
        if spec.isEmpty { throw ValidationError("--spec names no folder") }
        if reporting.fix { throw ValidationError("drift fixes nothing: it cannot know which of both is right") }
    }

    func run() throws {
        let specFiles = try SpecFolder(Path(spec)).files()
        let file = try SpecFile(path: against, bytes: Path(against).bytes())
        let collector = DiagnosticCollector()
        let reading = SpecReading(specFiles, diagnostics: collector)
        let document = OpenAPIDocument(SourceText(file), diagnostics: collector)
        let files = specFiles + [file]
        guard let document, !collector.hasErrors else {
            reporting.report(collector.sorted, files: files, in: spec)
            throw Outcome.problems
        }
        if let tag, !document.operations.contains(where: { $0.tags.contains { $0.value == tag } }) {
            throw Outcome(code: .failure, message: Self.unknown(tag, in: document, named: against))
        }
        let check = DriftCheck(reading.api, reading.knownDrift, against: document, tag: tag)
        check.diagnostics.forEach(collector.report)
        reporting.report(collector.sorted, files: files, in: spec)
        let name = check.documentName.map { "known as \($0)" } ?? "for which nothing is accepted"
        reporting.say(
            "\(against) is OpenAPI \(document.version.value), \(name): \(check.comparedOperations) operations compared, "
                + "\(check.acceptedDifferences) differences accepted by \(check.usedAcceptances) entries.")
        if !check.diagnostics.isEmpty { throw Outcome.problems }
    }

    static func unknown(_ tag: String, in document: OpenAPIDocument, named file: String) -> String {
        let tags = Set(document.operations.flatMap { $0.tags.map(\.value) }).sorted()
        let nearest = nearestSpelling(to: tag, among: tags) ?? tags.first { $0.lowercased() == tag.lowercased() }
        return "error: \(file) has no tag '\(tag)'"
            + (nearest.map { "; did you mean '\($0)'?" } ?? ": \(tags.joined(separator: ", "))")
    }
}
