// Sentences that are too long.

import SpecSyntax

extension Rule {
    static let longSentence = Rule(
        "long-sentence",
        "A sentence has at most 120 characters.", severity: .warning,
        failing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it from most lists, unless they are asked for in a way that includes what is hidden, which only some of the lists that there are offer." }
            """#),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it from lists that are not asked for what is hidden." }
            """#))
}

extension Sentence {
    private static let limit = 120

    func checkLength(_ diagnostics: DiagnosticCollector) {
        // No sentence has more characters than bytes, and those need no counting.
        guard text.value.utf8.count > Self.limit else { return }
        let count = text.value.count
        guard count > Self.limit else { return }
        diagnostics.report(
            .longSentence, "the sentence has \(count) characters, \(count - Self.limit) too many", at: text.range,
            fix: Fix("state what a person needs to choose a value, and leave the rest to GitLab's documentation"))
    }
}
