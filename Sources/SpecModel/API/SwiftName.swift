// How a name of GitLab's becomes a name of Swift's.

/// A lower camel case Swift name: `path_with_namespace` is `pathWithNamespace`, `avatar_url` is `avatarURL`.
public struct SwiftName: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    /// A name that the spec gives itself, with `as`.
    public init(verbatim text: String) {
        self.text = text
    }

    /// The name by the rule: words are joined, each but the first capitalised, abbreviations in one case.
    public init(from name: String) {
        var text = ""
        var rest = name.utf8[...]
        while let start = rest.firstIndex(where: { !$0.separatesWords }) {
            let end = rest[start...].firstIndex(where: \.separatesWords) ?? rest.endIndex
            let word = String(Substring(rest[start..<end])).lowercased()
            text += text.isEmpty ? word : Self.abbreviations[word] ?? word.capitalised
            rest = rest[end...]
        }
        self.text = text
    }

    public var description: String { text }

    /// The name with a word in front of it: `redactedURL` for `url`.
    public func behind(_ word: String) -> SwiftName {
        let first = text.prefix { !$0.isUppercase }
        let capitalised = Self.abbreviations[String(first)] ?? String(first).capitalised
        return SwiftName(verbatim: word + capitalised + text.dropFirst(first.count))
    }

    /// Words that Swift writes in one case, as they stand behind the first word.
    private static let abbreviations = [
        "api": "API", "html": "HTML", "http": "HTTP", "https": "HTTPS", "id": "ID", "ids": "IDs", "json": "JSON",
        "ssh": "SSH", "url": "URL", "urls": "URLs",
    ]
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
