// A URL taken apart as text: nothing is decoded, so that %2F stays %2F.

/// The parts of an absolute http URL, as they are written.
struct URLText: Sendable, Hashable {
    /// In lower case.
    let scheme: String
    let authority: String
    /// From the first slash on; `/` if there is none.
    let path: String
    let query: String?

    /// Returns nil if the text is not an absolute URL with an authority, or contains invalid characters.
    init?(_ text: String) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), let separator = text.firstRange(of: "://"),
            !text[..<separator.lowerBound].isEmpty
        else { return nil }
        scheme = text[..<separator.lowerBound].lowercased()
        let rest = text[separator.upperBound...].prefix { $0 != "#" }
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        authority = String(rest[..<end])
        let target = Self.split(rest[end...])
        path = target.path.isEmpty ? "/" : target.path
        query = target.query
        guard !authority.isEmpty else { return nil }
    }

    /// Creates a reference resolved against the URL that it came from: absolute, with another authority, with another
    /// path, or with another query only. Blanks around it do not count, and characters that a URL cannot hold are
    /// percent-encoded, as browsers do it.
    init?(_ reference: String, relativeTo base: URLText) {
        let reference = Self.encodingOthers(in: reference)
        guard Self.scheme(of: reference) == nil else {
            self.init(reference)
            return
        }
        guard let resolved = Self.resolve(reference, base) else { return nil }
        self.init(resolved)
    }

    /// Returns the scheme of an absolute reference, such as `javascript`; nil for a relative one.
    static func scheme(of reference: String) -> String? {
        let text = reference.utf8.drop { $0 <= 0x20 }
        let scheme = text.prefix(while: isSchemePart)
        guard let first = scheme.first, isLetter(first), text.dropFirst(scheme.count).first == UInt8(ascii: ":") else {
            return nil
        }
        return String(decoding: scheme, as: UTF8.self).lowercased()
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }

    private static func isSchemePart(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || "+-.".utf8.contains(byte)
    }

    /// Returns the text with blanks, controls and characters outside ASCII percent-encoded, and without blanks around it.
    private static func encodingOthers(in text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return text }
        let inner = text.utf8.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
        var encoded = ""
        for byte in inner where byte != 0x09 && byte != 0x0A && byte != 0x0D {
            if byte > 0x20, byte < 0x7F {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return encoded
    }

    private static func resolve(_ reference: String, _ base: URLText) -> String? {
        if reference.isEmpty { return nil }
        if reference.hasPrefix("//") { return "\(base.scheme):\(reference)" }
        let root = "\(base.scheme)://\(base.authority)"
        if reference.hasPrefix("/") { return root + reference }
        if reference.hasPrefix("?") { return root + base.path + reference }
        let folder = base.path[...(base.path.lastIndex(of: "/") ?? base.path.startIndex)]
        return root + folder + reference
    }

    /// Returns path and query of a request target.
    static func split(_ target: some StringProtocol) -> (path: String, query: String?) {
        guard let mark = target.firstIndex(of: "?") else { return (String(target), nil) }
        return (String(target[..<mark]), String(target[target.index(after: mark)...]))
    }

    /// Returns a path or a query of ASCII, in which characters that RFC 3986 allows nowhere in it are percent-encoded: where
    /// Foundation finds one, it encodes the others too, those in escapes for a second time.
    static func encodingUnusual(in target: String) -> String {
        let bytes = Array(target.utf8)
        guard bytes.indices.contains(where: { isUnusual(bytes, $0) }) else { return target }
        var encoded = ""
        for (index, byte) in bytes.enumerated() {
            if isUnusual(bytes, index) {
                encoded += "%" + String(byte, radix: 16, uppercase: true)
            } else {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return encoded
    }

    private static func isUnusual(_ bytes: [UInt8], _ index: Int) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "%"):
            // One that begins no escape.
            !(bytes.dropFirst(index + 1).prefix(2).count { Character(Unicode.Scalar($0)).isHexDigit } == 2)
        case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"),
            UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "\""):
            true
        default: false
        }
    }

    /// Path and query as a request sends them.
    var target: String { query.map { "\(path)?\($0)" } ?? path }
}
