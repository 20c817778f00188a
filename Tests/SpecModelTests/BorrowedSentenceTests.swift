// Sentences that several rows have: each row that they do not fit is reported, with the row that they fit.

import Foundation
import SpecModel
import SpecSyntax
import Testing

@Suite struct BorrowedSentenceTests {
    /// What is said about the rows of a type, by their lines.
    private func findings(_ rows: [String]) -> [String] {
        let text = "types:\n  Part:\n    about: \"A.\"\n    fields:\n" + rows.map { "      \($0)\n" }.joined()
        let diagnostics = DiagnosticCollector()
        let reading = SpecReading([SpecFile(path: "spec/test.yaml", bytes: Array(text.utf8))], diagnostics: diagnostics)
        Lint(reading, diagnostics: diagnostics).check()
        return diagnostics.sorted.filter { "\($0.rule)" == "borrowed-sentence" }
            .map { "\($0.range.start.line - 4): \($0.message)" }
    }

    private func row(_ name: String, _ type: String, _ about: String) -> String {
        "\(name): { type: \(type), about: \"\(about)\" }"
    }

    @Test func aSentenceThatNamesAnotherThingIsReported() {
        let about = "ID of the merge request it came from."
        #expect(
            findings([
                row("owner_id", "integer", about), row("merge_request_id", "integer", about),
                row("paid", "boolean", about),
                row("group_iid", "integer", about), row("request_id", "integer", about),
            ]) == [
                "1: the sentence is that of 'merge_request_id', the ID of another thing",
                "4: the sentence is that of 'merge_request_id', the ID of another thing",
            ])
    }

    @Test func aSentenceThatNamesNoneOfTheThingsIsLeft() {
        let about = "Where it came from."
        #expect(findings([row("owner_id", "integer", about), row("group_id", "integer", about)]) == [])
    }

    @Test func aListWithTheSentenceOfASingleValueIsReported() {
        let about = "Name of the label."
        #expect(
            findings([
                row("labels", "[string]", about), row("label", "string", about), row("title", "string", about),
                row("names", "[string]", "Names of the labels."),
            ]) == ["1: the sentence is that of 'label', which is no list"])
    }

    @Test func anUnsharedSentenceIsLeft() {
        #expect(
            findings([row("owner_id", "integer", "ID of the group."), row("labels", "[string]", "Name of it.")]) == [])
    }
}
