// Sentences that say no more than the name.

import SpecSyntax

extension Rule {
    static let sentenceRepeatsName = Rule(
        "sentence-repeats-name",
        "A sentence does more than repeat the name and its owner.", severity: .warning,
        failing: Example(
            .fields,
            #"""
            size: { type: integer, about: "The size of the thing." }
            """#),
        passing: Example(
            .fields,
            #"""
            size: { type: integer, about: "How much room it takes." }
            """#))
}

extension Sentence {
    func checkSaysMoreThanTheName(_ diagnostics: DiagnosticCollector) {
        let known = names.flatMap(\.nameWords)
        guard !text.value.hasWord(where: { !Self.fillers.contains($0) && !Self.isKnown($0, among: known) }) else {
            return
        }
        diagnostics.report(
            .sentenceRepeatsName, "the sentence only repeats the name", at: text.range,
            fix: Fix("state what the name leaves open: its purpose, its form, when it applies, or what it is not"))
    }

    /// Whether a word is one of the name's, in this or another form: `archived` of `archive`.
    private static func isKnown(_ word: String, among knownWords: [String]) -> Bool {
        if knownWords.contains(word) { return true }
        let word = word.utf8
        return knownWords.contains { known in
            let known = known.utf8
            let shared = zip(word, known).prefix { $0 == $1 }.count
            return shared >= 3 && max(word.count, known.count) - shared <= 3
                && min(word.count, known.count) - shared <= 1
        }
    }

    /// Words that only hold others together.
    private static let fillers: Set<String> = [
        "a", "an", "and", "are", "as", "at", "be", "by", "can", "for", "from", "has", "have", "how", "if", "in", "into",
        "is",
        "it",
        "its", "many", "of", "on", "one", "or", "s", "that", "the", "their", "them", "there", "these", "this", "to",
        "was", "what",
        "when",
        "where", "whether", "which", "who", "with",
    ]
}
