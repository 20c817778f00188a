// The most common error in a row: a sentence without quotes, whose comma or colon has a meaning in YAML.
//
//     archived: { type: boolean, about: Only archived, never active ones. }

/// A sentence in a row of the spec that lacks its quotes.
public struct UnquotedSentence: Sendable {
    private let range: SourceRange
    private let sentence: String

    /// Finds the `about` of a row that is written without quotes; nil where there is none on that line.
    public init?(line: Int, of source: SourceText) {
        let text = Array(source.line(line).unicodeScalars)
        let key = Array("about:".unicodeScalars)
        guard
            let keyStart = (0..<max(0, text.count - key.count)).first(where: {
                text[$0..<$0 + key.count].elementsEqual(key)
            })
        else { return nil }
        var start = keyStart + key.count
        while start < text.count, text[start] == " " { start += 1 }
        var end = text.count
        while end > start, text[end - 1] == " " { end -= 1 }
        if text[..<keyStart].contains("{"), end > start, text[end - 1] == "}" { end -= 1 }
        while end > start, text[end - 1] == " " { end -= 1 }
        guard start < end, text[start] != "\"", text[start] != "'" else { return nil }
        range = SourceRange(
            source.name, start: SourcePosition(line: line, column: start + 1),
            end: SourcePosition(line: line, column: end + 1))
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text[start..<end])
        sentence = String(view)
    }

    /// The sentence in double quotes.
    public var fix: Fix {
        let escaped = sentence.reduce(into: "") { text, character in
            if character == "\"" || character == "\\" { text.append("\\") }
            text.append(character)
        }
        return Fix("quote the sentence: about: \"\(escaped)\"", edits: [Fix.Edit(range, "\"\(escaped)\"")])
    }
}
