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
        for sentence in sentences {
            guard sentence.isList != nil, let others = groups[sentence.text.value], others.count > 1 else { continue }
            let what: String? =
                if sentence.isList == true, let single = others.first(where: { $0.isList == false }) {
                    "the sentence is that of '\(single.names[0])', which is no list"
                } else if let other = others.first(where: { sentence.takesTheIDOf($0) }) {
                    "the sentence is that of '\(other.names[0])', the ID of another thing"
                } else {
                    nil
                }
            guard let what else { continue }
            diagnostics.report(
                .borrowedSentence, what, at: sentence.text.range, fix: Fix("write the sentence for this row"))
        }
    }
}

extension Sentence {
    /// Whether this is the row of one thing's ID, and the sentence names another thing, whose row has it too.
    fileprivate func takesTheIDOf(_ other: Sentence) -> Bool {
        guard let thing = thingOfID, let otherThing = other.thingOfID, thing != otherThing else { return false }
        let said = Set(text.value.nameWords)
        return !said.isDisjoint(with: otherThing) && said.isDisjoint(with: thing)
    }

    /// The words before `id` in the name of a row: `merge` and `request` of `merge_request_iid`.
    private var thingOfID: [String]? {
        // Few names end like one, which is seen sooner than their words.
        guard let letter = names[0].utf8.last, letter | 0x20 == UInt8(ascii: "d") else { return nil }
        let words = names[0].nameWords
        guard words.count > 1, let last = words.last, ["id", "iid"].contains(last) else { return nil }
        return words.dropLast()
    }
}
