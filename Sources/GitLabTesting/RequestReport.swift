// What a request is for: for the log of a server.

import GitLab
import HTTPTypes

/// A request with the operation that it is for, and its attributes that GitLab would ignore.
public struct RequestReport: Sendable {
    /// The request. Its description shows no secret.
    public let request: RecordedRequest

    /// The path below `/api/v4`, without the secret of an upload.
    public let path: String

    /// The operation, by its method in Swift: `issues.listForProject`; nil for a path that no operation has.
    public let operation: String?

    /// The attributes that the operation does not have, by name.
    public let ignoredAttributes: [IgnoredAttribute]
}

extension InMemoryGitLab {
    /// Returns what a request is for. It is not responded to, and changes nothing.
    public static func report(on request: HTTPRequest, bytes: [UInt8]) -> RequestReport {
        let recorded = RecordedRequest(request, bytes: bytes)
        let path = SecretNames.redacting(path: recorded.path)
        guard var received = try? ReceivedRequest(request),
            let match = routes.match(received.method.rawValue, received.place)
        else { return RequestReport(request: recorded, path: path, operation: nil, ignoredAttributes: []) }
        if !match.operation.attributes.contains(where: \.isWholeBody) { try? received.read(bytes) }
        return RequestReport(
            request: recorded, path: path, operation: match.operation.name,
            ignoredAttributes: IgnoredAttribute.all(in: received.parameters, of: match))
    }
}
