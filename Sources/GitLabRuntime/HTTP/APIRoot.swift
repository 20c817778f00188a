// The root of the API of one GitLab: the configured base URL, checked and split.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Scheme, host and path below which all requests of a client go.
struct APIRoot: Sendable, Hashable, CustomStringConvertible {
    let origin: Origin
    /// `/api/v4`, behind the relative root if there is one; percent-encoded.
    let path: String

    private static let version = "/api/v4"

    /// Takes the URL apart as text, so that nothing in it is decoded or normalised.
    init(_ baseURL: URL) throws(ValidationError) {
        let text = baseURL.absoluteString
        guard let target = URLText(text), target.scheme == "http" || target.scheme == "https" else {
            throw ValidationError("the base URL must begin with https:// or http:// and name a host")
        }
        guard !target.authority.contains("@") else {
            throw ValidationError("the base URL must not contain a user or a password: pass credentials to the client")
        }
        guard target.query == nil, !text.contains("#") else {
            throw ValidationError("the base URL must not have a query or a fragment")
        }
        guard let origin = Origin(scheme: target.scheme, authority: target.authority) else {
            throw ValidationError("the base URL names no host that can be called")
        }
        self.origin = origin
        var path = Substring(target.path)
        while path.hasSuffix("/") { path.removeLast() }
        if path.hasSuffix(Self.version) { path.removeLast(Self.version.count) }
        while path.hasSuffix("/") { path.removeLast() }
        self.path = path + Self.version
    }

    /// `/gitlab` where GitLab is installed below that; empty at the top.
    var relativeRoot: String { String(path.dropLast(Self.version.count)) }

    var description: String { "\(origin)\(path)" }
}
