// Paths of projects, groups and users as people have them: percent-encoded, or in the address of a page or of a
// repository. GitLab would respond to each with 404, which does not name the cause.
//
// A segment of such a path contains only letters, digits, `_`, `-` and `.`, begins with none of `-`, and does not end in
// `.git` (https://docs.gitlab.com/user/reserved_names/), so none of these is a path itself.

/// Reads an ID or a full path as intended.
enum NamespacePath {
    /// The reason why a text does not name anything, and the fix.
    struct Objection: Error {
        let reason: String
        let wayOut: String

        func refusal(of name: String) -> ValidationError {
            ValidationError(AttributePath(steps: [.name(name)]), reason, wayOut: wayOut)
        }
    }

    /// Returns whether the text stands for itself: segments of letters, digits and `-._~`, none of which is only a `-`
    /// or dots, and no `.git` at the end.
    static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var length = 0
        // Whether the segment holds something besides dots and dashes.
        var isNamed = false
        for byte in text {
            if byte == UInt8(ascii: "/") {
                guard isNamed || length > 2 else { return false }
                (length, isNamed) = (0, false)
            } else {
                guard PercentEncoding.isUnreserved(byte) else { return false }
                length += 1
                isNamed = isNamed || (byte != UInt8(ascii: ".") && byte != UInt8(ascii: "-"))
            }
        }
        return (isNamed || length > 2) && !text.hasSuffix(".git")
    }

    /// Returns the ID or the path in a text.
    ///
    /// - Parameter root: the root of the client's API; nil where it is not known.
    static func read(_ text: String, _ root: APIRoot?) throws(Objection) -> String {
        var path = text[...]
        if text.contains("://") {
            path = try inURL(text, root)
        } else if let colon = text.firstIndex(of: ":") {
            let host = text[..<colon]
            guard let at = host.lastIndex(of: "@"), !host.contains("/") else {
                throw Objection(reason: "the paths of GitLab have no `:`", wayOut: example)
            }
            path = text[text.index(after: colon)...]
            try check(host: host[host.index(after: at)...].lowercased(), path, root)
            guard !path.contains(where: { "%:".contains($0) }) else {
                throw Objection(reason: "the paths of GitLab have no `%` and no `:`", wayOut: example)
            }
        } else if text.holds(UInt8(ascii: "%")) {
            let decoded = PercentDecoding.text(text)
            guard !decoded.holds(UInt8(ascii: "%")), !decoded.holds(UInt8(ascii: ":")) else {
                throw Objection(reason: "the paths of GitLab have no `%`", wayOut: example)
            }
            path = decoded[...]
        }
        path = trimmed(path)
        guard path.first?.isWhitespace != true, path.last?.isWhitespace != true else {
            throw Objection(reason: "it begins or ends with a space", wayOut: example)
        }
        guard !path.contains("//") else {
            throw Objection(reason: "it has an empty segment", wayOut: example)
        }
        return String(path)
    }

    private static let example = "write it unescaped, like `group/project`, or the ID"
}

// MARK: - Addresses

extension NamespacePath {
    private static func inURL(_ text: String, _ root: APIRoot?) throws(Objection) -> Substring {
        guard let url = URLText(text) else {
            throw Objection(reason: "it is neither an ID, a path nor a URL", wayOut: example)
        }
        let host = url.authority.split(separator: "@").last.map(String.init) ?? ""
        var path = url.path[...]
        if url.scheme == "ssh" {
            try check(host: host.prefix { $0 != ":" }.lowercased(), path, root)
        } else {
            guard let there = Origin(scheme: url.scheme, authority: host) else {
                throw Objection(reason: "it is not the URL of a page or of a repository", wayOut: example)
            }
            guard host.count == url.authority.count else {
                throw Objection(reason: "it is a URL with a user or a password", wayOut: example)
            }
            guard let root, there.isPage(of: root.origin), path.hasPrefix(root.relativeRoot + "/") else {
                throw elsewhere(there.authority, path, root)
            }
            path = path.dropFirst(root.relativeRoot.count)
        }
        return try named(in: trimmed(path))
    }

    /// Returns the thing that the path of a page names.
    private static func named(in path: Substring) throws(Objection) -> Substring {
        var segments = path.split(separator: "/")
        if segments.first == "groups" || (segments.first == "users" && segments.count == 2) { segments.removeFirst() }
        let reserved = ["-", "admin", "api", "dashboard", "explore", "help", "projects", "users"]
        guard let first = segments.first, !reserved.contains(String(first)) else {
            throw Objection(reason: "it is a URL that does not name a project, a group or a user", wayOut: example)
        }
        let named = segments.joined(separator: "/")
        guard named.withBytes(isPlain) else {
            throw Objection(reason: "it is a URL that does not end in a path of GitLab", wayOut: example)
        }
        return named[...]
    }

    private static func check(host: String, _ path: Substring, _ root: APIRoot?) throws(Objection) {
        guard root?.origin.host == host else { throw elsewhere(host, path, root) }
    }

    private static func elsewhere(_ host: String, _ path: Substring, _ root: APIRoot?) -> Objection {
        let path = String(trimmed(path))
        let wayOut = path.withBytes(isPlain) ? "write the path alone, `\(path)`, if it is meant there" : example
        guard let root else {
            return Objection(reason: "it is an address, and here only an ID or a path is accepted", wayOut: wayOut)
        }
        return Objection(
            reason: "it is an address at \(host), and the client calls \(root.origin)\(root.relativeRoot)",
            wayOut: wayOut)
    }

    /// Returns the path without the slashes around it, without the part from `/-/` on, and without `.git`.
    private static func trimmed(_ path: Substring) -> Substring {
        var path = path
        if let separator = path.firstRange(of: "/-/") { path = path[..<separator.lowerBound] }
        while path.first == "/" { path.removeFirst() }
        while path.last == "/" { path.removeLast() }
        if path.hasSuffix(".git") { path.removeLast(4) }
        return path
    }
}

extension Origin {
    /// Returns whether pages of this origin are pages of the other one: a browser may have been sent from http to
    /// https.
    fileprivate func isPage(of other: Origin) -> Bool {
        self == other || (host == other.host && authority == host && other.authority == other.host)
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func hasSuffix(_ suffix: StaticString) -> Bool {
        let length = suffix.utf8CodeUnitCount
        guard count >= length else { return false }
        return (0..<length).allSatisfy { self[count - length + $0] == suffix.utf8Start[$0] }
    }
}
