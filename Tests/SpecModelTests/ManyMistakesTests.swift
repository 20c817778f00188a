// Thousands of mistakes: each is reported, in time that grows with their number, and a person sees the first of them.

import Foundation
import SpecModel
import SpecSyntax
import Testing

@Suite struct ManyMistakesTests {
    /// More than get a fix; with `GITLAB_SWIFT_SOAK` as many as show that the time does not grow faster.
    private static let count = ProcessInfo.processInfo.environment["GITLAB_SWIFT_SOAK"] == "1" ? 16_000 : 250
    /// More than are printed.
    private static let countOfPrinted = max(count, 600)

    private func diagnostics(_ text: String) -> [Diagnostic] {
        let collector = DiagnosticCollector()
        let reading = SpecReading([SpecFile(path: "spec/test.yaml", bytes: Array(text.utf8))], diagnostics: collector)
        if reading.isComplete { Lint(reading, diagnostics: collector).check() }
        return collector.sorted
    }

    private func operation(_ count: Int = count, _ row: (Int) -> String, _ more: String = "") -> String {
        let rows = (0..<count).map { "      row_\($0): { type: boolean, \(row($0)) }\n" }.joined()
        return """
            resource: { name: things, type: Things, about: "Things that people keep.", docs: https://docs.gitlab.com/api/things/ }
            operations:
              create:
                POST: /things
                about: "Makes one."
                docs: "#create"
                returns: nothing
                body:

            """ + rows + more
    }

    /// Each looks for the name among thousands of others.
    @Test func misspeltNames() {
        let found = diagnostics(operation { "deprecated: { use: rwo_\($0) }, about: \"Something of it.\"" })
        #expect(found.count == Self.count && Set(found.map(\.rule)) == ["unknown-replacement"])
        #expect(found.count { $0.fix != nil } == 200)
    }

    @Test func misspeltNamesInOneConstraint() {
        let names = (0..<Self.count).map { "rwo_\($0)" }.joined(separator: ", ")
        let text = operation(
            Self.count, { _ in "about: \"Something of it.\"" }, "    constraints: [{ at_least_one_of: [\(names)] }]\n")
        #expect(diagnostics(text).count == Self.count)
    }

    @Test func misspeltTypes() {
        let types = (0..<Self.count).map {
            "  Thing\($0): { about: \"Some.\", fields: { a: { type: Thnig\($0), about: \"One.\" } } }\n"
        }
        #expect(diagnostics("types:\n" + types.joined()).count { $0.rule == "unknown-type" } == Self.count)
    }

    /// The same mistakes for each of many operations.
    @Test func mistakesInASharedTable() {
        let rows = (0..<Self.count).map {
            "    row_\($0): { type: boolean, default: 7, about: \"Something of it.\" }\n"
        }
        let operations = (0..<8).map {
            "  create\($0): { POST: /things/\($0), about: \"Some.\", docs: \"#a\", returns: nothing, body_tables: [rows] }\n"
        }
        let found = diagnostics(
            "resource: { name: things, type: Things, about: \"Things that people keep.\", docs: https://docs.gitlab.com/api/things/ }\n"
                + "operations:\n" + operations.joined() + "tables:\n  rows:\n" + rows.joined()
        )
        .filter { $0.rule == "wrong-default" }
        #expect(found.count == Self.count)
    }

    @Test func suppressedMistakes() {
        let text = operation { _ in "suppress: { sentence-form: \"So it is.\" }, about: \"Something of it\"" }
        #expect(diagnostics(text).isEmpty)
    }

    @Test func aPersonSeesTheFirst() {
        let text = operation(Self.countOfPrinted) { _ in "default: 7, about: \"Something of it.\"" }
        let file = SpecFile(path: "spec/test.yaml", bytes: Array(text.utf8))
        let report = TextPrinter(files: [file]).text(for: diagnostics(text))
        #expect(report.hasSuffix("\n\(Self.countOfPrinted - 500) more are not shown\n\(Self.countOfPrinted) errors\n"))
        #expect(report.split(separator: "\n").count { $0.contains(" error: ") } == 500)
    }
}
