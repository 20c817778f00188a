// The most common error in a row: a sentence without quotes, whose comma or colon has a meaning in YAML.
//
//     archived: { type: boolean, about: Only archived, never active ones. }

/// A sentence in a row of the spec that lacks its quotes.
public struct UnquotedSentence: Sendable {
    private let range: SourceRange
    private let sentence: String
    /// Whether the sentence ends where it seems to: quoting it takes in no key, comment or brace.
    private let isWhole: Bool

    /// Finds the `about` of a row that is written without quotes; nil where there is none on that line.
    public init?(line: Int, of source: SourceText) {
        let text = Array(source.line(line).unicodeScalars)
        let row = LineScan(text)
        guard let keyStart = row.about else { return nil }
        var start = keyStart + 6
        while start < text.count, text[start] == " " { start += 1 }
        // In as many braces as are open, the sentence ends before the last ones.
        var end = text.count
        var open = row.braces
        while end > start, text[end - 1] == " " || text[end - 1] == "}" && open > 0 {
            if text[end - 1] == "}" { open -= 1 }
            end -= 1
        }
        guard start < end, text[start] != "\"", text[start] != "'" else { return nil }
        range = SourceRange(
            source.name, start: SourcePosition(line: line, column: start + 1),
            end: SourcePosition(line: line, column: end + 1))
        var view = String.UnicodeScalarView()
        view.append(contentsOf: text[start..<end])
        sentence = String(view)
        isWhole = open == 0 && !sentence.mayHoldMore && !Self.mayContinue(below: line, column: keyStart, of: source)
    }

    /// Whether the line below may belong to the sentence.
    private static func mayContinue(below line: Int, column: Int, of source: SourceText) -> Bool {
        let next = source.line(line + 1).unicodeScalars
        let indent = next.prefix { $0 == " " }.count
        let text = String(String.UnicodeScalarView(next.dropFirst(indent)))
        if text.isEmpty || text.hasPrefix("#") || text.hasPrefix("}") || indent < column { return false }
        return text.firstMatch(of: /^[^\s,:{}\[\]]+:(\s|$)/) == nil
    }

    /// The sentence in double quotes; without an edit where it is not certain what belongs to the sentence.
    public var fix: Fix {
        guard isWhole else { return Fix("put the sentence in double quotes, and only the sentence: about: \"…\"") }
        let escaped = sentence.reduce(into: "") { text, character in
            if character == "\"" || character == "\\" { text.append("\\") }
            text.append(character)
        }
        return Fix("quote the sentence: about: \"\(escaped)\"", edits: [Fix.Edit(range, "\"\(escaped)\"")])
    }
}

extension String {
    /// Whether there may be something else in a sentence without quotes: a key behind a comma, a comment, brackets or
    /// braces, or a mark that YAML reads as something other than a text.
    fileprivate var mayHoldMore: Bool {
        if contains(where: "{}[]".contains) || hasSuffix(",") || contains(" #") || contains("\t") { return true }
        if let first, "&*!|>%@`#".contains(first) { return true }
        return firstMatch(of: /,\s*["']?[A-Za-z_-]+["']?\s*:/) != nil
    }
}

/// Open braces and quotes in a line of YAML before its sentence.
private struct LineScan {
    /// Where the key `about` begins, outside of quotes.
    private(set) var about: Int?
    /// How many braces are open there.
    private(set) var braces = 0

    init(_ text: [Unicode.Scalar]) {
        let key = Array("about:".unicodeScalars)
        var quote: Unicode.Scalar?
        var index = 0
        while index < text.count {
            let (scalar, before) = (text[index], index > 0 ? text[index - 1] : " ")
            if let open = quote {
                if open == "\"", scalar == "\\" { index += 1 }
                if scalar == open { quote = nil }
            } else if scalar == "\"" || scalar == "'", " ,{[:".unicodeScalars.contains(before) {
                quote = scalar
            } else if scalar == "#", before == " " {
                return
            } else if scalar == "{" || scalar == "[" {
                braces += 1
            } else if scalar == "}" || scalar == "]" {
                braces -= 1
            } else if scalar == "a", " ,{".unicodeScalars.contains(before), text[index...].starts(with: key) {
                about = index
                return
            }
            index += 1
        }
    }
}
