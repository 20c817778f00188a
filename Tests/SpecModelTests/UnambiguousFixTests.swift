// Fixes that are applied take nothing along: each key, value and comment that was in a row is there afterwards.

import SpecModel
import SpecSyntax
import TestSeeds
import Testing

@Suite struct UnambiguousFixTests {
    private func file(_ text: String) -> SpecFile { SpecFile(path: "spec/test.yaml", bytes: Array(text.utf8)) }

    private func diagnostics(_ file: SpecFile) -> [Diagnostic] {
        let collector = DiagnosticCollector()
        let reading = SpecReading([file], diagnostics: collector)
        Lint(reading, diagnostics: collector).check()
        return collector.sorted
    }

    /// The text after the fixes, applied as often as `--fix` does.
    private func fixed(_ text: String) -> String {
        var file = file(text)
        for _ in 0..<10 {
            guard let next = AppliedFixes(of: [file], by: diagnostics(file)).files.first else { break }
            file = next
        }
        return String(decoding: file.bytes, as: UTF8.self)
    }

    private func table(_ row: String) -> String { "tables:\n  paging:\n    \(row)\n" }

    @Test(arguments: [
        // A key behind the sentence.
        "a: { type: boolean, about: Only archived, never active, default: true }",
        "a: { type: boolean, about: Only archived, never active, \"default\": true }",
        "a: { about: Only archived: never active, type: boolean }",
        // A comment.
        "a: { type: boolean, about: Only archived, never active } # since when?",
        "a: { type: boolean, about: Only archived, never active # since when?\n    }",
        "a:\n      type: boolean\n      about: Only archived: never active # since when?",
        // Braces and brackets.
        "a: { type: boolean, about: Only {archived}, never active }",
        "a: { type: boolean, about: Only archived, never active } }",
        "a: { deprecated: { since: \"1.0\", use: b }, type: boolean, about: Only archived, never [active] }",
        // The row goes on below.
        "a: { type: boolean, about: Only archived, never active,\n         default: true }",
        "a: { type: boolean, about: Only archived: never active\n         but some }",
        "a:\n      type: boolean\n      about: Only archived: never active\n        but some",
        // The line with the opening brace is no YAML, so that the rest of the row is read without it.
        "a: { minimum: 1,\n        about: in: half,\n        tier: premuim }",
        // No sentence.
        "a: { type: boolean, about: *archived, never active }",
    ])
    func aSentenceThatMayHoldMoreIsLeftToAPerson(_ row: String) {
        let text = table(row)
        #expect(fixed(text) == text)
        #expect(!diagnostics(file(text)).isEmpty)
    }

    @Test(arguments: [
        (
            "a: { type: boolean, about: Only archived, never active }",
            "a: { type: boolean, about: \"Only archived, never active.\" }"
        ),
        (
            "a: { deprecated: { since: \"1.0\", use: \"an about: of it\" }, type: boolean, about: Only these: all }",
            "a: { deprecated: { since: \"1.0\", use: \"an about: of it\" }, type: boolean, about: \"Only these: all.\" }"
        ),
        (
            "a: { type: boolean, defualt: true, about: Only archived, never active }",
            "a: { type: boolean, default: true, about: \"Only archived, never active.\" }"
        ),
        (
            "a: { type: boolean, about: Only archived., defualt: true }",
            "a: { type: boolean, about: Only archived., default: true }"
        ),
        (
            "a:\n      about: Only archived: never active.\n      type: boolean",
            "a:\n      about: \"Only archived: never active.\"\n      type: boolean"
        ),
    ])
    func aWholeSentenceIsQuoted(_ row: String, _ expected: String) {
        #expect(fixed(table(row)) == table(expected))
    }

    @Test func aSentenceBeforeOtherKeysIsRead() throws {
        let collector = DiagnosticCollector()
        let text = "types:\n  Thing:\n    about: \"A.\"\n    fields:\n      a: { about: Only these., type: boolean }\n"
        let reading = SpecReading([file(text)], diagnostics: collector)
        #expect(collector.sorted.isEmpty)
        #expect(reading.api.models.first?.fields.first?.about.value == "Only these.")
    }

    private func operation(_ line: String) -> String {
        """
        resource: { name: things, type: Things, about: "Things.", docs: https://docs.gitlab.com/api/things/ }
        operations:
          list:
            GET: /things
            about: "Lists them."
            returns: [string]
            \(line)
        """
    }

    @Test func aLongListIsNotCut() {
        let names = (0..<40).map { "table_\($0)" }.joined(separator: ", ")
        #expect(fixed(operation("query_tables: \(names)")) == operation("query_tables: [\(names)]"))
    }

    @Test(arguments: [
        "query_tables: { a: 1, b: 2 }", "query_tables: [a, # first\n      a]",
        "request: ListThings # for old code",
    ])
    func valuesAndCommentsStay(_ line: String) {
        #expect(fixed(operation(line)) == operation(line))
    }

    @Test func twoKeysDoNotBecomeOne() {
        let row = "a: { type: boolean, defualt: true, defautl: false, about: \"Only archived.\" }"
        #expect(fixed(table(row)) == table(row.replacing("defualt", with: "default")))
    }

    @Test func aKeyThatIsThereDoesNotBecomeAnother() {
        let row = "a: { type: integer, minimum: 1, mniimum: 2, about: \"How many.\" }"
        #expect(fixed(table(row)) == table(row))
    }

    // MARK: Random rows

    @Test func whatWasAFactIsOneAfterwards() {
        for seed in Seeds(600) {
            let sample = MistakenRows(seed: seed)
            let result = fixed(sample.text)
            for problem in sample.lost(in: result) {
                Issue.record("seed \(seed): \(problem)\n\(sample.text)\nbecame\n\(result)")
            }
        }
    }
}
