// Blotting secrets out of words that come from elsewhere: from the server, a proxy, the transport.

/// Text in which secrets are replaced.
enum SecretText {
    /// What stands in the place of a secret.
    static let blot = "[hidden]"

    /// A secret of fewer bytes is looked for as a whole word only, else most of a text could go.
    private static let shortest = 6

    /// The text without these secrets, as they are and percent-encoded; without the user of any URL in it, and without
    /// the values of parameters that carry tokens.
    static func redacting(_ text: String, _ secrets: [String] = []) -> String {
        var text = text
        for secret in secrets.sorted(by: { $0.utf8.count > $1.utf8.count }) where !secret.isEmpty {
            text = replacing(secret, in: text)
            let escaped = PercentEncoding.text(secret)
            if escaped != secret { text = replacing(escaped, in: text) }
        }
        return hidingTokens(in: hidingUsers(in: text))
    }

    private static func replacing(_ secret: String, in text: String) -> String {
        guard secret.utf8.count < shortest else { return text.replacing(secret, with: blot) }
        var result = ""
        var rest = text[...]
        while let range = rest.firstRange(of: secret) {
            let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
            let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
            let isWord = before?.isWordPart != true && after?.isWordPart != true
            result += rest[..<range.lowerBound] + (isWord ? Substring(blot) : rest[range])
            rest = rest[range.upperBound...]
        }
        return result + rest
    }

    /// `https://user:password@host` without user and password.
    private static func hidingUsers(in text: String) -> String {
        var result = ""
        var rest = text[...]
        while let separator = rest.firstRange(of: "://") {
            let authority = rest[separator.upperBound...].prefix { !$0.isWhitespace && !"/?#\"'<>`".contains($0) }
            result += rest[..<separator.upperBound]
            if let at = authority.lastIndex(of: "@") {
                result += blot
                rest = rest[at...]
            } else {
                rest = rest[separator.upperBound...]
            }
        }
        return result + rest
    }

    /// `private_token=glpat-1` without its value.
    private static func hidingTokens(in text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "=")) else { return text }
        var text = text
        for name in Credentials.queryNames {
            var result = ""
            var rest = text[...]
            while let range = rest.firstRange(of: "\(name)=") {
                result += rest[..<range.upperBound] + Substring(blot)
                rest = rest[range.upperBound...].drop { !$0.isWhitespace && !"&#\"'<>`,;)}".contains($0) }
            }
            text = result + rest
        }
        return text
    }
}

extension Character {
    fileprivate var isWordPart: Bool { isLetter || isNumber || self == "_" }
}

extension Credentials {
    /// The secrets that must not show; of renewed tokens the latest ones.
    var secrets: [String] {
        switch kind {
        case .none: []
        case .token(_, let token): [token]
        case .oauth(let keeper): keeper.latestTokens
        case .sessionCookie(let value): [value]
        }
    }

    /// The text with the secrets blotted out, for words that come from elsewhere.
    func redacting(_ text: String) -> String {
        SecretText.redacting(text, secrets)
    }
}
