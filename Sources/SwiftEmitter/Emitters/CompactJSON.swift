// JSON on one line, in ASCII, so that it can stand in a raw string literal of Swift.

/// A JSON value that is printed without blanks.
indirect enum CompactJSON: Sendable {
    typealias Member = (String, CompactJSON)

    case text(String)
    case number(Int)
    case flag(Bool)
    case array([CompactJSON])
    case object([Member])
    /// JSON as it is.
    case verbatim(String)

    static func texts(_ texts: [String]) -> CompactJSON { .array(texts.map(CompactJSON.text)) }

    var line: String {
        var line = ""
        write(to: &line)
        return line
    }

    private func write(to line: inout String) {
        switch self {
        case .text(let text): Self.write(text, to: &line)
        case .number(let number): line += String(number)
        case .flag(let flag): line += flag ? "true" : "false"
        case .verbatim(let text): line += text
        case .array(let elements):
            line += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { line += "," }
                element.write(to: &line)
            }
            line += "]"
        case .object(let members):
            line += "{"
            Self.write(members, to: &line)
            line += "}"
        }
    }

    private static func write(_ members: [Member], to line: inout String) {
        for (index, member) in members.enumerated() {
            if index > 0 { line += "," }
            write(member.0, to: &line)
            line += ":"
            member.1.write(to: &line)
        }
    }

    /// An object whose last member is an array with a line for each element.
    static func lines(_ members: [Member], rows: (name: String, values: [CompactJSON])) -> [String] {
        var head = "{"
        write(members, to: &head)
        if !members.isEmpty { head += "," }
        write(rows.name, to: &head)
        head += ":["
        if rows.values.isEmpty { return [head + "]}"] }
        var lines = [head]
        lines.reserveCapacity(rows.values.count + 2)
        for (index, row) in rows.values.enumerated() {
            var line = ""
            row.write(to: &line)
            if index < rows.values.count - 1 { line += "," }
            lines.append(line)
        }
        return lines + ["]}"]
    }

    /// A backslash is written by its number: before `#(`, it would begin an interpolation.
    private static func write(_ text: String, to line: inout String) {
        line += "\""
        if text.utf8.allSatisfy({ isPlain(UInt16($0)) }) {
            line += text
        } else {
            for unit in text.utf16 { write(unit, to: &line) }
        }
        line += "\""
    }

    private static func write(_ unit: UInt16, to line: inout String) {
        if isPlain(unit), let scalar = UnicodeScalar(unit) {
            line.unicodeScalars.append(scalar)
        } else {
            let digits = String(unit, radix: 16, uppercase: true)
            line += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }

    private static func isPlain(_ unit: UInt16) -> Bool {
        (0x20..<0x7F).contains(unit) && unit != 0x22 && unit != 0x5C
    }
}
