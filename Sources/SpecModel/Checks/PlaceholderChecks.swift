// Checks between the placeholders of a path and their rows.

import SpecSyntax

struct PlaceholderChecks {
    let path: PathTemplate
    let rows: [Attribute]
    /// The placeholders that need no rows, since they name parents.
    var parents: [String] = []
    /// Where a missing row belongs.
    let place: String
    /// Fix for a row that is not for the path.
    let advice: String
    let diagnostics: DiagnosticCollector

    func check() {
        // Without a path, which has been reported, there is nothing to compare rows with.
        if path.text.value.isEmpty { return }
        for placeholder in path.placeholders where !rows.contains(where: { $0.name.value == placeholder.value }) {
            reportMissing(placeholder)
        }
        for row in rows where !path.names(row) {
            diagnostics.report(
                .missingPlaceholder, "the path \(path.text.value) has no ':\(row.name.value)'", at: row.name.range,
                notes: [Diagnostic.Note("the path", at: path.text.range)],
                fix: Fix("write ':\(row.name.value)' into the path, or \(advice)"))
        }
        for row in rows where !row.isRequired {
            diagnostics.report(
                .optionalPathAttribute, "an attribute of the path cannot be optional", at: row.name.range,
                fix: Fix("add 'required: true'"))
        }
    }

    private func reportMissing(_ placeholder: Located<String>) {
        let parent =
            path.first?.range == placeholder.range ? nearestSpelling(to: placeholder.value, among: parents) : nil
        let row = "\(placeholder.value): { type: id_or_path, of: project, required: true, about: \"…\" }"
        diagnostics.reportMissing(
            placeholder.value, .missingPathAttribute,
            "the path has ':\(placeholder.value)', but no row describes it", at: placeholder.range,
            fix: parent.map { Fix("write ':\($0)'", edits: [Fix.Edit(placeholder.range, ":\($0)")]) }
                ?? Fix("add below \(place) a row \(row)"))
    }
}
