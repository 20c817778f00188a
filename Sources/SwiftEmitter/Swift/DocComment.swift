// Documentation comments: a summary, paragraphs and the fields that DocC knows.

import SpecSyntax

/// The documentation comment of a public declaration.
struct DocComment: Sendable {
    /// One sentence; empty where the declaration says it all but for its parameters.
    var summary: String
    /// A list below the summary.
    var items: [String] = []
    var paragraphs: [String] = []
    var parameters: [(name: String, text: String)] = []
    var returns: String?
    var throwing: String?

    init(
        _ summary: String = "", paragraphs: [String] = [], parameters: [(name: String, text: String)] = [],
        returns: String? = nil, throwing: String? = nil
    ) {
        self.summary = summary
        self.paragraphs = paragraphs
        self.parameters = parameters
        self.returns = returns
        self.throwing = throwing
    }

    /// The comment's lines without their `///`, none longer than a width that has room for it.
    func lines(width: Int) -> [String] {
        var lines: [String] = []
        func add(_ block: [String]) {
            if block.isEmpty { return }
            if !lines.isEmpty { lines.append("") }
            lines += block
        }
        if !summary.isEmpty { add(Self.wrap(summary, width: width)) }
        add(items.flatMap { Self.wrap("- \($0)", hanging: 2, width: width) })
        for paragraph in paragraphs where !paragraph.isEmpty { add(Self.wrap(paragraph, width: width)) }
        add(fields(width: width))
        return lines
    }

    /// The lines of parameters, result and errors.
    private func fields(width: Int) -> [String] {
        var fields: [String] = []
        if parameters.count == 1, let parameter = parameters.first {
            fields += Self.wrap("- Parameter \(parameter.name): \(parameter.text)", hanging: 2, width: width)
        } else if !parameters.isEmpty {
            fields.append("- Parameters:")
            for parameter in parameters {
                fields += Self.wrap("- \(parameter.name): \(parameter.text)", hanging: 2, width: width - 2).map {
                    "  " + $0
                }
            }
        }
        if let returns { fields += Self.wrap("- Returns: \(returns)", hanging: 2, width: width) }
        if let throwing { fields += Self.wrap("- Throws: \(throwing)", hanging: 2, width: width) }
        return fields
    }

    /// Breaks a text between words. Everything that could end the comment or its line becomes a space first.
    private static func wrap(_ text: String, hanging: Int = 0, width: Int) -> [String] {
        // Most sentences fit as they are, and looking at their bytes is much cheaper than splitting them.
        if text.utf8.count + 4 <= width, text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return [text] }
        let words = text.unicodeScalars.split(whereSeparator: \.isBlank)
        var lines: [String] = []
        var line = ""
        var length = 0
        for word in words {
            // Counting scalars is cheap, and right but for rare combined characters.
            let wordLength = word.count
            if length == 0 || length + 1 + wordLength + 4 > width {
                let indent = lines.isEmpty && length == 0 ? 0 : hanging
                if length > 0 { lines.append(line) }
                line = String(repeating: " ", count: indent)
                length = indent
            } else {
                line += " "
                length += 1
            }
            line += Substring(word)
            length += wordLength
        }
        return length == 0 ? lines : lines + [line]
    }
}

extension Unicode.Scalar {
    /// White space and characters that cannot be seen, such as line separators and marks of direction.
    fileprivate var isBlank: Bool {
        if value < 0x80 { return value <= 0x20 || value == 0x7F }
        return properties.isWhitespace || isHidden
    }
}
