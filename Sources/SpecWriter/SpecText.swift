// The text of a spec file: rows as people write them, each guess with the word that lint looks for.

import SpecSyntax

/// YAML of the spec language, line by line.
public struct SpecText {
    public private(set) var text = ""

    public init(comment: String, depth: Int) {
        let schema = String(repeating: "../", count: depth) + "schema.json"
        text = "# yaml-language-server: $schema=\(schema)\n# \(Self.comment(comment))\n"
    }

    /// A text on the one line of a comment.
    private static func comment(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { $0.unicodeScalars.append($1.isHidden ? " " : $1) }
    }

    public mutating func line(_ depth: Int, _ line: String) {
        text += String(repeating: "  ", count: depth) + line + "\n"
    }

    public mutating func blank() { text += "\n" }

    /// The sentence that a person has to write, with what was guessed.
    public static func todo(_ words: String = "say what it is") -> String { "TODO: \(words)." }

    /// A text in a form that YAML reads as a text.
    public static func quoted(_ text: String) -> String {
        "\""
            + text.unicodeScalars.reduce(into: "") { quoted, scalar in
                switch scalar {
                case "\"": quoted += "\\\""
                case "\\": quoted += "\\\\"
                case "\n": quoted += "\\n"
                case "\t": quoted += "\\t"
                // Some of them no YAML may have as they are, and none can be seen.
                case _ where scalar.isHidden: quoted += scalar.escaped
                case _: quoted.unicodeScalars.append(scalar)
                }
            } + "\""
    }

    /// A key, in quotes where it needs them.
    public static func key(_ text: String) -> String {
        let isPlain =
            text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"):
                    true
                case _: false
                }
            } && !text.isEmpty
            && !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased())
        let first = text.utf8.first ?? 0
        let isName =
            text.utf8.allSatisfy {
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
            } && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20) && !text.isEmpty
        return isPlain || isName && text.count > 4 ? text : quoted(text)
    }

    /// A value, in quotes where YAML would not read it as a text.
    public static func value(_ text: String) -> String {
        let words: Set<String> = ["true", "false", "null", "yes", "no", "on", "off"]
        let isPlain = text.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_.-]*/) != nil && !words.contains(text.lowercased())
        return isPlain ? text : quoted(text)
    }
}

extension Unicode.Scalar {
    /// The escape of double quotes in YAML.
    fileprivate var escaped: String {
        let (sign, length) = value < 0x100 ? ("x", 2) : value < 0x1_0000 ? ("u", 4) : ("U", 8)
        let digits = String(value, radix: 16, uppercase: true)
        return "\\" + sign + String(repeating: "0", count: length - digits.count) + digits
    }
}
