// Rows with mistakes that --fix knows, drawn at random, and what has to be left of them.

import SpecSyntax
import TestSeeds

/// A table of the spec with sentences without quotes, misspelt keys, comments and the like.
struct MistakenRows {
    private(set) var text = "tables:\n  paging:\n"
    /// How often each key stands in the rows.
    private var keys: [String: Int] = [:]
    private var comments: [String] = []
    private var random: SeededRandom

    init(seed: UInt64) {
        random = SeededRandom(seed)
        for index in 0..<random.number(1...5) { addRow("row_\(index)") }
    }

    private static let facts: [(key: String, values: [String])] = [
        ("type", ["boolean", "bolean", "string", "[string]", "\"[string]\"", "integer"]),
        ("default", ["true", "7", "\"a, b\"", "[a, b]"]), ("since", ["\"17.10\"", "17.10", "16.0"]),
        ("tier", ["premium", "premuim"]), ("admin", ["true", "yes", "no"]), ("nullable", ["true", "on"]),
        ("minimum", ["1"]), ("max_length", ["255"]), ("unit", ["seconds"]),
        ("deprecated", ["{ since: \"1.0\", use: name }", "{ since: 1.0 }", "{}"]), ("as", ["other"]),
        ("offering", ["[gitlab.com]", "gitlab.com", "{ gitlab.com }"]),
    ]
    private static let words = [
        "Only", "archived", "ones", "never", "active", "a:b", "sort", "in", "it's", "\"so\"", "50%", "x", "C#", "and",
        "more", "I/O", "e.g.", "\\d",
    ]
    private static let joints = [" ", " ", " ", " ", ", ", ": ", "; ", " - ", ",", " # ", " {", "} ", " [", "] ", "\t"]

    private mutating func addRow(_ name: String) {
        var entries = [entry("about", sentence())]
        for fact in Self.facts where fact.key == "type" || random.once(in: 4) {
            entries.append(entry(fact.key, random.pick(fact.values)))
        }
        entries.shuffle(using: &random)
        if random.once(in: 3) { entries.sort { !$0.hasPrefix("about") && $1.hasPrefix("about") } }
        switch random.number(0...5) {
        case 0:
            text += "    \(name):\(comment())\n"
            for entry in entries { text += "      \(entry)\(comment())\n" }
        case 1:
            text += "    \(name): { \(entries.joined(separator: ",\n      ")) }\(comment())\n"
        case 2:
            let lines = entries.enumerated().map { $1 + ($0 == entries.count - 1 ? "" : ",") + comment() }
            text += "    \(name): {\n      \(lines.joined(separator: "\n      "))\n    }\n"
        case _:
            text += "    \(name): { \(entries.joined(separator: ", ")) }\(comment())\n"
        }
    }

    private mutating func entry(_ key: String, _ value: String) -> String {
        keys[key, default: 0] += 1
        guard key.count > 3, random.once(in: 8) else { return "\(key): \(value)" }
        var letters = Array(key)
        letters.swapAt(1, 2)
        return "\(String(letters)): \(value)"
    }

    private mutating func comment() -> String {
        guard random.once(in: 4) else { return "" }
        comments.append("# remark \(comments.count)")
        return " " + comments[comments.count - 1]
    }

    private mutating func sentence() -> String {
        var sentence = random.pick(Self.words)
        for _ in 0..<random.number(0...6) { sentence += random.pick(Self.joints) + random.pick(Self.words) }
        if random.once(in: 2) { sentence += "." }
        guard random.once(in: 2) else { return sentence }
        return "\"" + sentence.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\t", with: " ")
            + "\""
    }

    /// The keys and comments that are not in a text any more, except as part of a sentence.
    func lost(in result: String) -> [String] {
        let before = Self.outsideOfQuotes(text)
        let after = Self.outsideOfQuotes(result)
        var problems: [String] = []
        for comment in comments where before.contains(comment) && !after.contains(comment) {
            problems.append("the comment '\(comment)' is gone")
        }
        for (key, count) in keys {
            var letters = Array(key)
            if letters.count > 3 { letters.swapAt(1, 2) }
            func occurrences(_ text: String) -> Int {
                Set([key, String(letters)]).reduce(0) {
                    $0 + text.split(separator: "\($1):", omittingEmptySubsequences: false).count - 1
                }
            }
            if occurrences(after) < min(count, occurrences(before)) { problems.append("a key '\(key)' is gone") }
        }
        for brace in "{}[]" where after.count(where: { $0 == brace }) < before.count(where: { $0 == brace }) {
            // A type in quotes loses none, a list in braces gets brackets.
            if brace == "{" || brace == "}", text.contains("offering: { gitlab.com }") { continue }
            problems.append("a '\(brace)' is gone")
        }
        return problems
    }

    /// A text without what stands in double quotes.
    private static func outsideOfQuotes(_ text: String) -> String {
        var result = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var isQuoted = false
            var isEscaped = false
            var before: Character = " "
            for character in line {
                if character == "\"", !isEscaped, isQuoted || " {[,:".contains(before) {
                    isQuoted.toggle()
                } else if !isQuoted {
                    result.append(character)
                }
                isEscaped = isQuoted && character == "\\" && !isEscaped
                before = character
            }
            result += "\n"
        }
        return result
    }
}
