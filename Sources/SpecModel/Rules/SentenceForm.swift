// Sentences that are not written as such.

import SpecSyntax

extension Rule {
    static let sentenceForm = Rule(
        "sentence-form",
        "A sentence starts with a capital and ends with a full stop.", severity: .warning,
        failing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it from most lists" }
            """#),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it from most lists." }
            """#))
}

extension Sentence {
    func checkForm(_ diagnostics: DiagnosticCollector) {
        // Where the text stands inside of its quotes, if it is on one line.
        let width = text.range.end.column - text.range.start.column
        let isOnOneLine = text.range.start.line == text.range.end.line
        let quote = width > text.value.unicodeScalars.count ? 1 : 0
        if let first = text.value.first, first.isLetter, first.isLowercase {
            let start = text.range.start
            let place = SourceRange(
                text.range.source, start: SourcePosition(line: start.line, column: start.column + quote),
                end: SourcePosition(line: start.line, column: start.column + quote + 1))
            diagnostics.report(
                .sentenceForm, "the sentence starts with a small letter", at: text.range,
                fix: Fix(
                    "start with '\(first.uppercased())'",
                    edits: isOnOneLine ? [Fix.Edit(place, first.uppercased())] : []))
        }
        guard let last = text.value.last, !".!?".contains(last) else { return }
        let end = text.range.end
        let position = SourcePosition(line: end.line, column: end.column - quote)
        diagnostics.report(
            .sentenceForm, "the sentence has no full stop", at: text.range,
            fix: Fix(
                "end with a full stop",
                edits: isOnOneLine
                    ? [Fix.Edit(SourceRange(text.range.source, start: position, end: position), ".")] : []))
    }
}
