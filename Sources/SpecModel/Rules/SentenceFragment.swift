// Sentences that are half of a question or of a clause.

import SpecSyntax

extension Rule {
    static let sentenceFragment = Rule(
        "sentence-fragment",
        "A sentence does not begin with What, That or Which is.", severity: .warning,
        failing: Example(
            .rows,
            #"""
            description: { type: string, about: "What the webhook is for." }
            """#),
        passing: Example(
            .rows,
            #"""
            description: { type: string, about: "Purpose of the webhook." }
            """#))
}

extension Sentence {
    private static let fragmentOpenings = ["What", "That", "Which is"]

    func checkOpening(_ diagnostics: DiagnosticCollector) {
        guard let opening = Self.fragmentOpenings.first(where: { text.value.hasPrefix($0 + " ") }) else { return }
        diagnostics.report(
            .sentenceFragment, "the sentence begins with '\(opening)', as a fragment does", at: text.range,
            fix: Fix("name the thing, as in 'Purpose of the webhook.', or begin with a verb, as in 'Hides it.'"))
    }
}
