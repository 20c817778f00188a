// Removes secrets from values and texts that are kept: snapshots of requests, and cassettes.

import GitLab
import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Removes secrets by name, by the form of GitLab's tokens, and those that a request was sent with, wherever they are.
struct SecretScrubber: Sendable {
    /// Names whose values are secret besides the known ones, in lower case.
    private let secretNames: Set<String>

    /// Known names whose values are not secret, in lower case.
    private let publicNames: Set<String>

    /// The secrets that were sent, as they may be written; longest first.
    private var values: [[UInt8]] = []

    /// A shorter text is not searched for: it would be found in the middle of words.
    private static let shortest = 6

    init(secretNames: Set<String> = [], publicNames: Set<String> = []) {
        self.secretNames = Set(secretNames.map { $0.lowercased() })
        self.publicNames = Set(publicNames.map { $0.lowercased() })
    }

    /// Returns one that finds the credentials of a request too.
    func with(credentialsOf request: RecordedRequest) -> SecretScrubber {
        var texts: [String] = []
        for field in request.fields where FieldVisibility.isCredential(field.name) {
            texts += Self.secrets(in: field.value)
        }
        for parameters in [.object(request.query), RequestSummary.parameters(of: request)].compactMap(\.self) {
            texts += Self.credentials(in: parameters)
        }
        var result = self
        // What is replayed has been redacted.
        let secrets = texts.filter { $0.utf8.count >= Self.shortest && !SecretNames.redaction.contains($0) }
        let forms = secrets.flatMap(Self.forms)
        result.values = Set(forms).sorted { ($1.count, $0.first ?? 0) < ($0.count, $1.first ?? 0) }
        return result
    }

    func isSecret(_ name: String) -> Bool {
        let name = name.lowercased()
        if publicNames.contains(name) { return false }
        return secretNames.contains(name) || SecretNames.isSecret(name)
    }

    /// Returns the secrets in the value of a field: a token, one behind `Bearer`, a name and a password, cookies.
    private static func secrets(in value: String) -> [String] {
        let words = value.split(separator: " ").map(String.init)
        guard words.count == 2, words[0].lowercased() == "basic", let data = Data(base64Encoded: words[1]) else {
            return words.flatMap { word in
                [word] + word.split(separator: "=", maxSplits: 1).dropFirst().map { $0.filter { $0 != ";" } }
            }
        }
        let pair = String(decoding: data, as: UTF8.self)
        return [words[1], pair] + pair.split(separator: ":", maxSplits: 1).dropFirst().map(String.init)
    }

    /// Returns the strings of parameters whose names are those of credentials.
    private static func credentials(in value: JSONValue, isCredential: Bool = false) -> [String] {
        switch value {
        case .object(let members):
            members.flatMap { name, value in
                credentials(in: value, isCredential: isCredential || SecretNames.isCredential(name))
            }
        case .array(let elements): elements.flatMap { credentials(in: $0, isCredential: isCredential) }
        case .string(let string): isCredential ? [string] : []
        case .null, .bool, .integer, .double: []
        }
    }

    /// Returns a secret as it is, percent-encoded in several ways, and as Base64.
    private static func forms(of text: String) -> [[UInt8]] {
        let base64 = Data(text.utf8).base64EncodedString().prefix { $0 != "=" }
        let encoded = ["", "-._~", "-._~/:@!$&'()*+,;="].flatMap { kept in
            [true, false].map { percentEncoded(text, keeping: kept, isUppercase: $0) }
        }
        return ([text, String(base64)] + encoded).map { Array($0.utf8) }
    }

    private static func percentEncoded(_ text: String, keeping kept: String, isUppercase: Bool) -> String {
        text.utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            if character.isASCII, character.isLetter || character.isNumber || kept.contains(character) {
                return String(character)
            }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: isUppercase)
        }.joined()
    }
}

// MARK: - Values

extension SecretScrubber {
    /// Returns the parameters of a request without secrets. One of a secret name is redacted, whatever its type.
    func parameters(_ value: JSONValue) -> JSONValue {
        SecretNames.redacting(value, where: isSecret).mappingTexts(text)
    }

    /// Returns a value of a response without secrets. Types stay, so that models can be read from it: of secret names,
    /// strings are redacted and numbers are 0.
    func response(_ value: JSONValue, isSecret isHidden: Bool = false) -> JSONValue {
        switch value {
        case .object(let members):
            .object(
                members.reduce(into: [:]) { result, member in
                    result[member.key] = response(member.value, isSecret: isHidden || isSecret(member.key))
                })
        case .array(let elements): .array(elements.map { response($0, isSecret: isHidden) })
        case .string(let string): .string(isHidden && !string.isEmpty ? SecretNames.redaction : text(string))
        case .integer(let number): .integer(isHidden ? 0 : number)
        case .double(let number): .double(isHidden ? 0 : number)
        case .null, .bool: value
        }
    }
}

// MARK: - Texts

extension SecretScrubber {
    /// Returns the text without secrets, also if it is Base64 of a text with one.
    func text(_ text: String) -> String {
        if text.utf8.count >= 16, let data = Data(base64Encoded: text) {
            let content = [UInt8](data)
            let scrubbed = scrubbed(content)
            if scrubbed != content { return Data(scrubbed).base64EncodedString() }
        }
        return String(decoding: scrubbed(Array(text.utf8)), as: UTF8.self)
    }

    /// Returns the bytes with asterisks in the place of secrets, as many as these had bytes.
    func bytes(_ bytes: [UInt8]) -> [UInt8] {
        var result = values.reduce(bytes) { bytes, value in
            Self.replacing(value, in: bytes, with: Array(repeating: UInt8(ascii: "*"), count: value.count))
        }
        var place = 0
        while place < result.count {
            let isInWord = place > 0 && SecretForm.isOfToken(result[place - 1])
            guard let secret = SecretForm.range(in: result, from: place, isInWord: isInWord) else {
                place += 1
                continue
            }
            for index in secret { result[index] = UInt8(ascii: "*") }
            place = secret.upperBound
        }
        return result
    }

    /// Returns a URL without the values of secret names in its query.
    func url(_ url: String) -> String {
        var parts = text(url).split(separator: "&", omittingEmptySubsequences: false).map(String.init)
        for index in parts.indices {
            guard let equals = parts[index].firstIndex(of: "=") else { continue }
            let name = parts[index][..<equals].split(separator: "?", omittingEmptySubsequences: false).last ?? ""
            guard isSecret(String(name)) else { continue }
            // The value of a link ends at its bracket.
            let rest = parts[index][equals...].firstIndex(of: ">").map { parts[index][$0...] } ?? ""
            parts[index] = parts[index][...equals] + "redacted" + rest
        }
        return parts.joined(separator: "&")
    }

    private func scrubbed(_ bytes: [UInt8]) -> [UInt8] {
        let bytes = values.reduce(bytes) { Self.replacing($1, in: $0, with: Self.redaction) }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var place = 0
        while place < bytes.count {
            let isInWord = place > 0 && SecretForm.isOfToken(bytes[place - 1])
            guard let secret = SecretForm.range(in: bytes, from: place, isInWord: isInWord) else {
                result.append(bytes[place])
                place += 1
                continue
            }
            result += bytes[place..<secret.lowerBound]
            result += Self.redaction
            place = secret.upperBound
        }
        return result
    }

    private static let redaction = Array(SecretNames.redaction.utf8)

    private static func replacing(_ pattern: [UInt8], in bytes: [UInt8], with replacement: [UInt8]) -> [UInt8] {
        guard let first = pattern.first, bytes.count >= pattern.count else { return bytes }
        var result: [UInt8] = []
        var rest = bytes[...]
        while let start = rest.firstIndex(of: first) {
            result += rest[..<start]
            rest = rest[start...]
            if rest.starts(with: pattern) {
                result += replacement
                rest = rest.dropFirst(pattern.count)
            } else {
                result.append(rest.removeFirst())
            }
        }
        return result + rest
    }
}

/// Secrets that are known by what they look like.
enum SecretForm {
    /// The beginnings of GitLab's tokens.
    private static let beginnings = [
        "glpat-", "gloas-", "gldt-", "glrt-", "glrtr-", "glcbt-", "glptt-", "glft-", "glimt-", "glagent-", "glwt-",
        "glsoat-", "glffct-", "GR1348941",
    ].map { Array($0.utf8) }

    /// The fewest bytes behind the beginning of a token.
    private static let shortest = 16

    /// The bytes of the secret of an upload: hexadecimal digits.
    private static let upload = 32

    /// Returns the range of the secret whose marks begin at this place: a token, the name and password of a URL, or the
    /// secret of an upload.
    static func range(in bytes: [UInt8], from place: Int, isInWord: Bool) -> Range<Int>? {
        switch bytes[place] {
        case UInt8(ascii: "g"), UInt8(ascii: "G"): isInWord ? nil : token(in: bytes, from: place)
        case UInt8(ascii: ":"): userInformation(in: bytes, from: place)
        case UInt8(ascii: "/"): uploadSecret(in: bytes, from: place)
        default: nil
        }
    }

    static func isOfToken(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func token(in bytes: [UInt8], from place: Int) -> Range<Int>? {
        guard let beginning = beginnings.first(where: { bytes[place...].starts(with: $0) }) else { return nil }
        let rest = bytes[(place + beginning.count)...]
        let end = rest.firstIndex { !isOfToken($0) && $0 != UInt8(ascii: ".") } ?? bytes.count
        return end - rest.startIndex >= shortest ? place..<end : nil
    }

    private static func userInformation(in bytes: [UInt8], from place: Int) -> Range<Int>? {
        guard bytes[place...].starts(with: "://".utf8) else { return nil }
        let start = place + 3
        let ends = Set("/?# \"'<>\\\n\t".utf8)
        guard let end = bytes[start...].firstIndex(where: { ends.contains($0) || $0 == UInt8(ascii: "@") }),
            bytes[end] == UInt8(ascii: "@"), bytes[start..<end].contains(UInt8(ascii: ":"))
        else { return nil }
        return start..<end
    }

    private static func uploadSecret(in bytes: [UInt8], from place: Int) -> Range<Int>? {
        let mark = Array("/uploads/".utf8)
        guard bytes[place...].starts(with: mark) else { return nil }
        let start = place + mark.count
        let end = start + upload
        guard end < bytes.count, bytes[end] == UInt8(ascii: "/") else { return nil }
        let isHexadecimal = bytes[start..<end].allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
        return isHexadecimal ? start..<end : nil
    }
}
