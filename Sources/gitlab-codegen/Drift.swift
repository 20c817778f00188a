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
        abstract: "Compares the spec with an OpenAPI document of GitLab's.",
        discussion: """
            Reports every operation, attribute and field that is missing in the spec or in the document, has another type, is \
            required, deprecated or limited to other values, with its place in both. Operations are matched by method and path; \
            a whole document has many that the spec lacks, which are reported for the tags that the spec covers.

            Differences can be accepted in the spec, below the key 'drift', with reasons; an entry that \
            is no longer needed is reported too. The exit code is 1 if anything is reported. As Markdown, the report says for \
            each kind of difference what it means for users, and whether following the document is a major, minor or patch version.

            A document's looser type is not a difference: a plain string for a date, an object without members for a hash. \
            Neither is null, which GitLab's documents allow for every optional attribute. Defaults are not compared.

            Examples:
              gitlab-codegen drift --against openapi_v3.yaml
              gitlab-codegen drift --against openapi_v3.yaml --tag Projects
              gitlab-codegen drift --against openapi_v3.yaml --format markdown > drift.md
            """
    )

    @Option(help: ArgumentHelp("The document: OpenAPI 2.0 or 3.x, in YAML or JSON.", valueName: "file"))
    var against: String

    @Option(help: ArgumentHelp("Only the operations that the document files under this tag.", valueName: "name"))
    var tag: String?

    @Option(help: ArgumentHelp("The folder that holds the spec.", valueName: "folder"))
    var spec = Folders.usualSpec

    @Option(
        help: ArgumentHelp(
            "How to print differences: text for people on the standard error stream, or on the standard output json, "
                + "github, code-quality, or markdown (a report for people, with what each kind means for users).",
            valueName: "format"))
    var format = Format.diagnostics(.text)

    /// A format of diagnostics, or a report.
    enum Format: ExpressibleByArgument {
        case diagnostics(Reporting.Format)
        case markdown

        init?(argument: String) {
            if argument == "markdown" { self = .markdown; return }
            guard let format = Reporting.Format(rawValue: argument) else { return nil }
            self = .diagnostics(format)
        }

        var defaultValueDescription: String { "text" }
        static var allValueStrings: [String] { Reporting.Format.allValueStrings + ["markdown"] }
    }

    func validate() throws {
        if spec.isEmpty { throw ValidationError("--spec names no folder") }
    }

    /// How to print what is no part of a report.
    private var reporting: Reporting {
        switch format {
        case .diagnostics(let format): .printing(format)
        case .markdown: .forBuilds
        }
    }

    func run() throws {
        let specFiles = try SpecFolder(Path(spec)).files()
        let file = try SpecFile(path: against, bytes: Path(against).streamedBytes(limit: OpenAPIDocument.sizeLimit + 1))
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
        let name = check.documentName.map { "known as \($0)" } ?? "for which nothing is accepted"
        let summary =
            "\(against) is OpenAPI \(document.version.value), \(name): \(check.comparedOperations) operations compared, "
            + "\(check.acceptedDifferences) differences accepted by \(check.usedAcceptances) entries."
        switch format {
        case .diagnostics:
            reporting.report(collector.sorted, files: files, in: spec)
            reporting.say(summary)
        case .markdown:
            StandardStream.output.print(Array(DriftReport(collector.sorted, summary: summary).text.utf8))
        }
        if !check.diagnostics.isEmpty { throw Outcome.problems }
    }

    static func unknown(_ tag: String, in document: OpenAPIDocument, named file: String) -> String {
        let tags = Set(document.operations.flatMap { $0.tags.map(\.value) }).sorted()
        let nearest = nearestSpelling(to: tag, among: tags) ?? tags.first { $0.lowercased() == tag.lowercased() }
        return "error: \(file) has no tag '\(tag)'"
            + (nearest.map { "; did you mean '\($0)'?" } ?? ": \(tags.joined(separator: ", "))")
    }
}
