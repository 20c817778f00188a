// Sentences that a command left for a person to write.

import SpecSyntax

extension Rule {
    public static let unfinishedSentence = Rule(
        "unfinished-sentence",
        "No sentence begins with TODO: a person completes what a command guessed or left open.",
        severity: .warning,
        failing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "TODO: say what it does." }
            """#),
        passing: Example(
            .rows,
            #"""
            archived: { type: boolean, about: "Hides it from most lists." }
            """#))
}

extension Sentence {
    /// The word that commands leave where a person has to write, or to look at a guess.
    static let unfinished = "TODO"

    var isUnfinished: Bool { text.value.hasPrefix(Self.unfinished) }

    func checkIsFinished(_ diagnostics: DiagnosticCollector) {
        guard isUnfinished else { return }
        diagnostics.report(
            .unfinishedSentence, "'\(names.first ?? "")' has no sentence yet", at: text.range,
            fix: Fix("check what was guessed, and describe it in a sentence of your own"))
    }
}
