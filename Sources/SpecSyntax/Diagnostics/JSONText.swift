// JSON as the generator writes it: for machines that read diagnostics, and for the schema of the spec language.

/// A JSON value whose members keep their order.
public indirect enum JSONText: Sendable {
    case string(String)
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case null
    case array([JSONText])
    case object([(String, JSONText)])

    /// The value as text. Short arrays and objects of plain values stand on one line.
    ///
    /// - Parameter width: the longest line that is not broken where it could be.
    public func text(width: Int = 120) -> String {
        var text = ""
        write(to: &text, depth: 0, column: 0, width: width)
        return text + "\n"
    }

    private func write(to text: inout String, depth: Int, column: Int, width: Int) {
        if isPlain {
            text += flat
            return
        }
        if let flat = flat(within: width - column) {
            text += flat
            return
        }
        let inner = String(repeating: "  ", count: depth + 1)
        let outer = String(repeating: "  ", count: depth)
        switch self {
        case .array(let elements):
            text += "["
            for (index, element) in elements.enumerated() {
                text += (index == 0 ? "\n" : ",\n") + inner
                element.write(to: &text, depth: depth + 1, column: inner.utf8.count, width: width)
            }
            text += "\n\(outer)]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                let key = "\(inner)\(Self.quoted(member.0)): "
                text += (index == 0 ? "\n" : ",\n") + key
                member.1.write(to: &text, depth: depth + 1, column: key.utf8.count, width: width)
            }
            text += "\n\(outer)}"
        case .string, .integer, .number, .boolean, .null: break
        }
    }

    private var isPlain: Bool {
        switch self {
        case .string, .integer, .number, .boolean, .null: true
        case .array(let elements): elements.isEmpty
        case .object(let members): members.isEmpty
        }
    }

    /// All of it on one line, if that has no more than so many bytes. Large values stop early.
    private func flat(within width: Int) -> String? {
        var line = ""
        return append(to: &line, within: width) ? line : nil
    }

    private func append(to line: inout String, within width: Int) -> Bool {
        switch self {
        case .string, .integer, .number, .boolean, .null: line += flat
        case .array(let elements):
            line += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { line += ", " }
                guard element.append(to: &line, within: width) else { return false }
            }
            line += "]"
        case .object(let members) where members.isEmpty: line += "{}"
        case .object(let members):
            line += "{ "
            for (index, member) in members.enumerated() {
                if index > 0 { line += ", " }
                line += Self.quoted(member.0) + ": "
                guard member.1.append(to: &line, within: width) else { return false }
            }
            line += " }"
        }
        return line.utf8.count <= width
    }

    /// All of it on one line.
    public var flat: String {
        switch self {
        case .string(let string): Self.quoted(string)
        case .integer(let number): String(number)
        case .number(let number): String(number)
        case .boolean(let boolean): boolean ? "true" : "false"
        case .null: "null"
        case .array(let elements): "[\(elements.map(\.flat).joined(separator: ", "))]"
        case .object(let members) where members.isEmpty: "{}"
        case .object(let members):
            "{ \(members.map { "\(Self.quoted($0.0)): \($0.1.flat)" }.joined(separator: ", ")) }"
        }
    }

    private static func quoted(_ string: String) -> String {
        let isPlain = string.utf8.allSatisfy {
            (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        if isPlain { return "\"\(string)\"" }
        var quoted = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _
            where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x2028 || scalar.value == 0x2029:
                let hexadecimal = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
            case _: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension JSONText: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
}
