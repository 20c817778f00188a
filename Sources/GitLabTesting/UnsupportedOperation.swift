// The error of an in-memory GitLab for an operation that it does not imitate.

import GitLab

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A request to ``InMemoryGitLab`` for an operation that it does not imitate, and for which no response is registered.
///
/// It is not a response of GitLab: it reaches the caller unchanged, not as a `GitLabError`, and is not retried.
public struct UnsupportedOperation: UntranslatedError, Sendable, Hashable {
    /// The method of the request, such as `GET`.
    public let method: String

    /// The path of the request below `/api/v4`, without the query: `/projects/42/languages`.
    public let path: String

    /// The first routes with registered responses, none of which is that of the request.
    public let registered: [String]
}

extension UnsupportedOperation: CustomStringConvertible, LocalizedError {
    /// The method and the path, and the fix.
    public var description: String {
        let route = ".\(method.lowercased()), \"\(template)\", response: …"
        let others = registered.isEmpty ? "" : "; registered are " + registered.joined(separator: ", ")
        return
            "InMemoryGitLab does not implement `\(method) \(SecretNames.redacting(path: path))`: register a response for one "
            + "request with `on(\(route))` or for all with `always(\(route))`, or use ScriptedGitLab\(others)"
    }

    /// The path with `:id` in the place of the first ID.
    private var template: String {
        var parts = SecretNames.redacting(path: path).split(separator: "/").map(String.init)
        if parts.count > 1, ["projects", "groups", "users", "namespaces"].contains(parts[0]) { parts[1] = ":id" }
        return "/" + parts.joined(separator: "/")
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
