// Converting GitLab's names to Swift's.

/// A lower camel case Swift name: `path_with_namespace` is `pathWithNamespace`, `avatar_url` is `avatarURL`.
public struct SwiftName: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    /// A name that the spec gives itself, with `as`.
    public init(verbatim text: String) {
        self.text = text
    }

    /// The name by the rule: words are joined, each but the first capitalised, acronyms in one case. Signs become words
    /// or part them: `+1` is `plus1`, `Etc/GMT+0` is `etcGMTPlus0`, `2nd` is `_2nd`.
    public init(from name: String) {
        var text = ""
        let spelled = name.spelledOut
        var rest = spelled.utf8[...]
        while let start = rest.firstIndex(where: { !$0.separatesWords }) {
            let end = rest[start...].firstIndex(where: \.separatesWords) ?? rest.endIndex
            let word = String(Substring(rest[start..<end])).lowercased()
            text += text.isEmpty ? word : Acronyms.capitals(of: word) ?? word.capitalised
            rest = rest[end...]
        }
        self.text = text.utf8.first?.isASCIIDigit == true ? "_" + text : text
    }

    /// The name of the property that stores a secret out of sight: `redactedURL` for `url`.
    public var redacted: String { behind("redacted").text }

    public var description: String { text }

    /// The name with a word in front of it: `redactedURL` for `url`.
    public func behind(_ word: String) -> SwiftName {
        let first = text.prefix { !$0.isUppercase }
        let capitalised = Acronyms.capitals(of: String(first)) ?? String(first).capitalised
        return SwiftName(verbatim: word + capitalised + text.dropFirst(first.count))
    }
}

extension String {
    /// Signs as words, and separators as blanks; an empty text unchanged.
    fileprivate var spelledOut: String {
        if isEmpty { return "empty" }
        // Most names have none.
        if utf8.allSatisfy({ $0.isASCIILetterOrDigit || $0 == UInt8(ascii: "_") }) { return self }
        var text = ""
        for (index, scalar) in unicodeScalars.enumerated() {
            switch scalar {
            case "-" where index == 0 && unicodeScalars.dropFirst().first?.properties.numericType != nil:
                text += "minus "
            case "+": text += " plus "
            case "%": text += " percent "
            case "&": text += " and "
            case "@": text += " at "
            case "#": text += " sharp "
            case "*": text += " star "
            case "/", ":", ",", "(", ")", "'", "\"": text += " "
            case _: text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// Letters and digits with a small letter at the start, or `_` before a digit.
    var isMemberName: Bool {
        let (first, rest) = (utf8.first, utf8.dropFirst())
        guard let first, rest.allSatisfy(\.isASCIILetterOrDigit) else { return false }
        return first == UInt8(ascii: "_")
            ? rest.first?.isASCIIDigit == true : first.isASCIILetter && !first.isASCIICapital
    }
}

extension UInt8 {
    /// Whether it stands between the words of a name: `_`, `-`, a blank or a dot.
    fileprivate var separatesWords: Bool {
        switch self {
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: " "), UInt8(ascii: "."): true
        case _: false
        }
    }
}

extension String {
    /// The name with a capital: `list` is `List`.
    public var capitalised: String {
        // Names are ASCII as a rule, and looking at one byte is much cheaper than at a character.
        guard let first = utf8.first, first < 0x80, utf8.count == 1 || utf8[utf8.index(after: startIndex)] < 0x80 else {
            return prefix(1).uppercased() + dropFirst()
        }
        return String(UnicodeScalar(first)).uppercased() + String(self[utf8.index(after: startIndex)...])
    }
}
