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
        let words = name.split { $0 == "_" || $0 == "-" || $0 == " " || $0 == "." }.map { $0.lowercased() }
        text = words.enumerated().map { index, word in
            if index == 0 { return word }
            return Self.abbreviations[word] ?? word.prefix(1).uppercased() + word.dropFirst()
        }.joined()
    }

    public var description: String { text }

    /// The name with a word in front of it: `hiddenURL` for `url`.
    public func behind(_ word: String) -> SwiftName {
        let first = text.prefix { !$0.isUppercase }
        let capitalised = Self.abbreviations[String(first)] ?? first.prefix(1).uppercased() + first.dropFirst()
        return SwiftName(verbatim: word + capitalised + text.dropFirst(first.count))
    }

    /// Words that Swift writes in one case, as they stand behind the first word.
    private static let abbreviations = [
        "api": "API", "html": "HTML", "http": "HTTP", "https": "HTTPS", "id": "ID", "ids": "IDs", "json": "JSON",
        "ssh": "SSH", "url": "URL", "urls": "URLs",
    ]
}
