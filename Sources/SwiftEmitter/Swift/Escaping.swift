// Writing texts of the spec as Swift: one function for each place.

extension String {
    /// The text as a string literal, quotes included.
    var swiftLiteral: String {
        let isPlain = utf8.allSatisfy {
            (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
        }
        if isPlain { return "\"\(self)\"" }
        var literal = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            case "\t": literal += "\\t"
            case "\r": literal += "\\r"
            case _ where scalar.properties.generalCategory.isInvisible:
                literal += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }

    /// The text as the name of a declaration: in backticks if it is a word of the language.
    public var swiftIdentifier: String { swiftKeywords.contains(self) ? "`\(self)`" : self }
}

extension String {
    /// The text as the name or the label of a parameter in a declaration, which may be most words of the language.
    var parameterIdentifier: String { ["inout", "let", "var"].contains(self) ? "`\(self)`" : self }

    /// The text as a label in a call, where `let` and `var` must not be in backticks.
    var argumentLabel: String { self == "inout" ? "`inout`" : self }
}

extension Unicode.GeneralCategory {
    /// Characters that cannot be seen or that end a line.
    fileprivate var isInvisible: Bool {
        switch self {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: true
        default: false
        }
    }
}

/// The words that cannot be a name without backticks.
private let swiftKeywords: Set<String> = [
    "Any", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default", "defer", "deinit",
    "do",
    "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in",
    "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public",
    "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw", "throws",
    "true", "try", "typealias", "var", "where", "while",
]
