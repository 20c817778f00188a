// What an in-memory GitLab says about an operation that it does not imitate.

import GitLab

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A request to ``InMemoryGitLab`` for an operation that it does not imitate, and for which no response is registered.
///
/// It is no answer of GitLab: it reaches the caller as it is, not as a `GitLabError`, and is not retried.
public struct UnsupportedOperation: UntranslatedError, Sendable, Hashable {
    /// The method of the request, such as `GET`.
    public let method: String

    /// The path of the request below `/api/v4`, without the query: `/projects/42/languages`.
    public let path: String
}

extension UnsupportedOperation: CustomStringConvertible, LocalizedError {
    /// The method and the path, and what to do.
    public var description: String {
        let path = SecretNames.redacting(path: path)
        let member = method.lowercased()
        return "InMemoryGitLab does not imitate `\(method) \(path)`: register a response for one request with "
            + "`on(.\(member), \"\(path)\") { … }` or for all with `always(.\(member), \"\(path)\", answer: …)`, "
            + "or use ScriptedGitLab"
    }

    /// The same as ``description``, for `localizedDescription`.
    public var errorDescription: String? { description }
}

extension UnsupportedOperation: CustomReflectable {
    /// The method and the path, without the secret of an upload.
    public var customMirror: Mirror {
        Mirror(self, children: ["method": method, "path": SecretNames.redacting(path: path)], displayStyle: .struct)
    }
}
