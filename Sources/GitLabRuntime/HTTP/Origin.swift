// Scheme, host and port: credentials are sent only where these agree.

/// Scheme, host and port of a URL.
struct Origin: Sendable, Hashable, CustomStringConvertible {
    let scheme: String
    let host: String
    let port: Int
    /// Host and port, without the default port of the scheme.
    let authority: String
    /// Scheme and authority, as a URL begins.
    let description: String

    /// Returns nil if the scheme is neither http nor https, if there is a user, or if host or port are invalid.
    init?(scheme: String, authority: String) {
        let scheme = scheme.lowercased()
        guard scheme == "https" || scheme == "http", !authority.contains("@") else { return nil }
        var host = Substring(authority)
        var port = scheme == "https" ? 443 : 80
        // The colons of an IPv6 address are in brackets.
        let afterBrackets = host.lastIndex(of: "]") ?? host.startIndex
        if let colon = host[afterBrackets...].lastIndex(of: ":") {
            let digits = host[host.index(after: colon)...]
            if !digits.isEmpty {
                guard let number = Int(digits), (1...65_535).contains(number) else { return nil }
                port = number
            }
            host = host[..<colon]
        }
        guard !host.isEmpty else { return nil }
        self.scheme = scheme
        self.host = host.lowercased()
        self.port = port
        self.authority = port == (scheme == "https" ? 443 : 80) ? self.host : "\(self.host):\(port)"
        description = "\(scheme)://\(self.authority)"
    }

    /// Whether it is this machine.
    var isLoopback: Bool {
        host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]"
            || (host.hasPrefix("127.")
                && host.utf8.allSatisfy { $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) })
    }
}
