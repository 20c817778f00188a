// The text of a cell without the marks of Markdown, sentence by sentence.

extension String {
    /// The text with links replaced by their words, without emphasis, line breaks and short codes; code keeps its
    /// backticks.
    var plainText: String {
        var text = replacing(/\[([^\]]*)\]\([^)]*\)/) { String($0.1) }
        text = text.replacing(/<br ?\/?>/, with: " ").replacing(/\{\{<[^>]*>\}\}/, with: " ")
        text = text.replacing("**", with: "").replacing(/_\(/, with: "(").replacing(/\)_/, with: ")")
        return text.replacing(/\ +/, with: " ").trimmed
    }

    /// The sentences of plain text, without full stops. A text in round brackets behind a sentence is one of its own.
    var sentences: [String] {
        var sentences: [String] = []
        var sentence = ""
        var isCode = false
        let characters = Array(self)
        for (index, character) in characters.enumerated() {
            if character == "`" { isCode.toggle() }
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            let opensRemark =
                character == "(" && !isCode && Self.remarks.contains { hasWord($0, behind: index, characters) }
                && Self.endsSentence(characters[index...])
            if !isCode && ((character == "." || character == ";") && next == " " || opensRemark) {
                sentences.append(sentence)
                sentence = ""
            } else {
                sentence.append(character)
            }
        }
        sentences.append(sentence)
        return sentences.map { sentence in
            var trimmed = sentence.trimmed
            while let last = trimmed.last, ".) ".contains(last), !(last == ")" && trimmed.contains("(")) {
                trimmed.removeLast()
            }
            return trimmed
        }.filter { !$0.isEmpty }
    }

    /// The first words of remarks in brackets that are separate from the sentence before.
    private static let remarks = [
        "introduced", "deprecated", "added", "default", "admin", "premium", "ultimate", "starter",
    ]

    /// Whether brackets are behind a sentence, and not within one: no small letter follows them.
    private static func endsSentence(_ characters: ArraySlice<Character>) -> Bool {
        guard let close = characters.firstIndex(of: ")") else { return true }
        return characters[(close + 1)...].first { !$0.isWhitespace }?.isLowercase != true
    }

    private func hasWord(_ word: String, behind index: Int, _ characters: [Character]) -> Bool {
        String(characters.dropFirst(index + 1).prefix(word.count)).lowercased() == word
    }

    /// The texts in backticks.
    var codeWords: [String] {
        split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
            .map { String($0.element) }.filter { !$0.isEmpty }
    }

    var trimmed: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
