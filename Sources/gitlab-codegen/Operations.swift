// `gitlab-codegen operations`: the routes of the spec with their Swift. `scripts/make-coverage.py` makes pages of them.

import ArgumentParser
import FileSystem
import Generator
import SpecModel
import SpecSyntax
import SwiftEmitter

struct Operations: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints the routes of the spec with the Swift that calls them, as JSON.",
        discussion: """
            One object for each route: an operation that is for several things has several. Beside them stand the modules \
            with GitLab's tags, and the operations that the spec leaves out with the reason.
            """,
        shouldDisplay: false)

    @Option(help: ArgumentHelp("The folder that holds the spec.", valueName: "folder"))
    var spec = Folders.usualSpec

    func run() throws {
        let collector = DiagnosticCollector()
        let files = try SpecFolder(Path(spec)).files()
        let reading = SpecReading(files, diagnostics: collector)
        guard !collector.hasErrors else {
            Reporting.forBuilds.report(collector.sorted, files: files, in: spec)
            throw Outcome.problems
        }
        let document = JSONText.object([
            ("operations", .array(ClientEmitter(reading.api).operationCalls().map(Self.json))),
            ("modules", .array(reading.api.modules.all.map(Self.json))),
            (
                "left_out",
                .array(reading.knownDrift.accepted.filter { $0.what.value == .missingOperation }.map(Self.json))
            ),
        ])
        StandardStream.output.print(Array(document.text().utf8))
    }

    private static func json(_ call: OperationCall) -> JSONText {
        .object([
            ("method", .string(call.method)), ("path", .string(call.path)), ("call", .string(call.call)),
            ("request", .string(call.request)), ("module", .string(call.module)),
            ("tier", call.tier.map { .string($0.rawValue) } ?? .null),
            ("since", call.since.map(JSONText.string) ?? .null),
        ])
    }

    private static func json(_ module: Module) -> JSONText {
        .object([("name", .string(module.name.value)), ("tags", texts(module.tags))])
    }

    private static func json(_ accepted: KnownDrift.AcceptedDifference) -> JSONText {
        .object([
            ("at", texts(accepted.places)), ("documents", texts(accepted.documents)),
            ("because", .string(accepted.reason.value)),
        ])
    }

    private static func texts(_ values: [Located<String>]) -> JSONText { .array(values.map { .string($0.value) }) }
}
