// Sentences that several rows share, as importers take them from a glossary.

import SpecSyntax

extension Rule {
    static let borrowedSentence = Rule(
        "borrowed-sentence",
        "A sentence that rows share fits each of them: it is of a list or of a single value, and names the thing of an ID.",
        severity: .warning,
        failing: Example(
            .fields,
            #"""
            parent_id: { type: integer, about: "ID of the parent it came from." }
            owner_id: { type: integer, about: "ID of the parent it came from." }
            """#),
        passing: Example(
            .fields,
            #"""
            parent_id: { type: integer, about: "ID of the parent it came from." }
            owner_id: { type: integer, about: "ID of the person it belongs to." }
            """#))
}

extension Lint {
    /// Compares the rows that have a sentence in common.
    func checkBorrowedSentences(_ sentences: [Sentence]) {
        var groups: [String: [Sentence]] = [:]
        for sentence in sentences where sentence.isList != nil && !sentence.isUnfinished {
            groups[sentence.text.value, default: []].append(sentence)
        }
        let shared = groups.compactMapValues { $0.count > 1 ? SharedSentence($0) : nil }
        for sentence in sentences where sentence.isList != nil {
            guard let what = shared[sentence.text.value]?.objection(to: sentence) else { continue }
            diagnostics.report(
                .borrowedSentence, what, at: sentence.text.range, fix: Fix("write the sentence for this row"))
        }
    }
}

/// A sentence of several rows: what it fits. It is looked at once, not for each pair of rows.
private struct SharedSentence {
    /// The words of the sentence.
    private let said: Set<String>
    /// The first row with it that is no list.
    private let single: String?
    /// The first row with it whose ID is that of a thing that the sentence names.
    private let named: String?

    init(_ rows: [Sentence]) {
        let said = Set(rows[0].text.value.nameWords)
        self.said = said
        single = rows.first { $0.isList == false }?.names[0]
        named = rows.first { $0.thingOfID.map { !said.isDisjoint(with: $0) } ?? false }?.names[0]
    }

    /// Returns why the sentence does not fit a row with it; nil if it does.
    func objection(to row: Sentence) -> String? {
        if row.isList == true, let single { return "the sentence is that of '\(single)', which is no list" }
        guard let named, let thing = row.thingOfID, said.isDisjoint(with: thing) else { return nil }
        return "the sentence is that of '\(named)', the ID of another thing"
    }
}

extension Sentence {
    /// The words before `id` in the name of a row: `merge` and `request` of `merge_request_iid`.
    fileprivate var thingOfID: [String]? {
        // Few names end like one, which is seen sooner than their words.
        guard let letter = names[0].utf8.last, letter | 0x20 == UInt8(ascii: "d") else { return nil }
        let words = names[0].nameWords
        guard words.count > 1, let last = words.last, ["id", "iid"].contains(last) else { return nil }
        return words.dropLast()
    }
}
