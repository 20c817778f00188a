// The title of a page of HTML in place of a response: from a proxy, a maintenance page, a sign-in page.

enum PageTitle {
    /// The longest title that is worth showing, in characters.
    private static let longest = 100

    /// Returns the title on one line; nil if there is none, or if it is no short text.
    static func find(in html: String) -> String? {
        // Folding the case of ASCII alone keeps all places where they are.
        let folded = html.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
        guard let tag = folded.firstRange(of: "<title".utf8),
            let end = folded[tag.upperBound...].firstIndex(of: UInt8(ascii: ">")),
            let close = folded[end...].firstRange(of: "</title".utf8)
        else { return nil }
        let bytes = html.utf8.dropFirst(end + 1).prefix(close.lowerBound - end - 1)
        let text = unescaped(String(decoding: bytes, as: UTF8.self))
        let line = text.split(whereSeparator: { $0.isWhitespace || $0 == "\0" }).joined(separator: " ")
        guard !line.isEmpty, line.count <= longest, !line.contains("<") else { return nil }
        return line
    }

    private static func unescaped(_ text: String) -> String {
        // The ampersand last, so that what it makes is not read again.
        let marks = [
            ("&quot;", "\""), ("&#39;", "'"), ("&middot;", "·"), ("&mdash;", "—"), ("&nbsp;", " "), ("&lt;", "‹"),
            ("&gt;", "›"), ("&amp;", "&"),
        ]
        return marks.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
