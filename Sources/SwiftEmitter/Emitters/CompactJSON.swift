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
        switch self {
        case .text(let text): Self.quoted(text)
        case .number(let number): "\(number)"
        case .flag(let flag): "\(flag)"
        case .array(let elements): "[" + elements.map(\.line).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\(Self.quoted($0.0)):\($0.1.line)" }.joined(separator: ",") + "}"
        case .verbatim(let text): text
        }
    }

    /// An object whose last member is an array with a line for each element.
    static func lines(_ members: [Member], rows: (name: String, values: [CompactJSON])) -> [String] {
        let head = String(CompactJSON.object(members).line.dropLast()) + ",\(quoted(rows.name)):["
        if rows.values.isEmpty { return [head + "]}"] }
        let lines = rows.values.enumerated().map { $1.line + ($0 < rows.values.count - 1 ? "," : "") }
        return [head] + lines + ["]}"]
    }

    /// A backslash is written by its number: before `#(`, it would begin an interpolation.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for unit in text.utf16 {
            let isPlain = (0x20..<0x7F).contains(unit) && unit != 0x22 && unit != 0x5C
            if isPlain, let scalar = UnicodeScalar(unit) {
                quoted.unicodeScalars.append(scalar)
            } else {
                let digits = String(unit, radix: 16, uppercase: true)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            }
        }
        return quoted + "\""
    }
}
