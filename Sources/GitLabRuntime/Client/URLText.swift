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
    /// path, or with another query only.
    init?(_ reference: String, relativeTo base: URLText) {
        if reference.utf8.first == UInt8(ascii: "/") || !reference.contains("://") {
            guard let resolved = Self.resolve(reference, base) else { return nil }
            self.init(resolved)
        } else {
            self.init(reference)
        }
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

    /// Path and query as a request sends them.
    var target: String { query.map { "\(path)?\($0)" } ?? path }
}
