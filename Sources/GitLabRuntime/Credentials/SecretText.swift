// Redacting secrets in texts that come from elsewhere: from the server, a proxy, the transport.

/// Text in which secrets are replaced.
enum SecretText {
    /// The text in place of a secret.
    static let redaction = "[redacted]"

    /// A secret of fewer bytes is matched as a whole word only, else most of a text could be redacted.
    private static let shortest = 6

    /// Returns the text without these secrets, as they are and percent-encoded; without the user of any URL in it, and
    /// without the values of parameters with tokens.
    static func redacting(_ text: String, _ secrets: [String] = []) -> String {
        var text = text
        for secret in secrets.sorted(by: { $0.utf8.count > $1.utf8.count }) where !secret.isEmpty {
            text = replacing(secret, in: text)
            let escaped = PercentEncoding.text(secret)
            if escaped != secret { text = replacing(escaped, in: text) }
        }
        return hidingTokens(in: hidingUsers(in: text))
    }

    /// Compares bytes: as characters, a secret may combine with the text around it.
    private static func replacing(_ secret: String, in text: String) -> String {
        let isShort = secret.utf8.count < shortest
        // A server may repeat a text in another normal form.
        let isASCII = secret.utf8.allSatisfy { $0 < 0x80 }
        let text = isASCII || isShort ? text : text.replacing(secret, with: redaction)
        let (bytes, secret) = (Array(text.utf8), Array(secret.utf8))
        var result: [UInt8] = []
        var copied = 0
        var start = 0
        while start + secret.count <= bytes.count {
            let end = start + secret.count
            guard bytes[start] == secret[0], bytes[start..<end].elementsEqual(secret),
                !isShort || isWord(start..<end, in: bytes)
            else {
                start += 1
                continue
            }
            result += bytes[copied..<start]
            result += redaction.utf8
            (copied, start) = (end, end)
        }
        return copied == 0 ? text : String(decoding: result + bytes[copied...], as: UTF8.self)
    }

    /// Returns whether no letter, digit or underscore is before or behind. A percent-encoded character is none.
    private static func isWord(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
        let escape = bytes[..<range.lowerBound].suffix(3)
        let isEscape =
            escape.count == 3 && escape.first == UInt8(ascii: "%")
            && escape.dropFirst().allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
        let before =
            isEscape ? nil : String(decoding: bytes[..<range.lowerBound].suffix(4), as: UTF8.self).unicodeScalars.last
        let after = String(decoding: bytes[range.upperBound...].prefix(4), as: UTF8.self).unicodeScalars.first
        return before.map { !Character($0).isWordPart } ?? true && after.map { !Character($0).isWordPart } ?? true
    }

    /// `https://user:password@host` without user and password.
    private static func hidingUsers(in text: String) -> String {
        var result = ""
        var rest = text[...]
        while let separator = rest.firstRange(of: "://") {
            let authority = rest[separator.upperBound...].prefix { !$0.isWhitespace && !"/?#\"'<>`".contains($0) }
            result += rest[..<separator.upperBound]
            if let at = authority.lastIndex(of: "@") {
                result += redaction
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
                result += rest[..<range.upperBound] + Substring(redaction)
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

    /// Returns the text with its secrets redacted, for texts that come from elsewhere.
    func redacting(_ text: String) -> String {
        SecretText.redacting(text, secrets)
    }
}
