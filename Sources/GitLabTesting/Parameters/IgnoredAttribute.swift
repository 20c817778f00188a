// Attributes that GitLab would ignore without a word.

import GitLab

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An attribute of a request that its operation does not have: GitLab ignores it, and a misspelt filter chooses nothing.
public struct IgnoredAttribute: UntranslatedError, Sendable, Hashable {
    /// The operation, by its method in Swift: `issues.listForProject`.
    public let operation: String

    /// The method and the path of the operation: `GET /projects/:id/issues`.
    public let route: String

    /// The name that was sent.
    public let attribute: String

    /// The attribute of the operation with the nearest name; nil if none is near.
    public let nearest: String?
}

extension IgnoredAttribute: CustomStringConvertible, LocalizedError {
    /// The attribute, the operation, and the nearest name.
    public var description: String {
        let advice = nearest.map { "; did you mean '\($0)'?" } ?? ""
        return "GitLab ignores '\(attribute)' in \(route) (\(operation))\(advice)"
    }

    /// The same as ``description``, for `localizedDescription`.
    public var errorDescription: String? { description }
}

extension IgnoredAttribute {
    /// Attributes of every request.
    static let everywhere: Set<String> = [
        "access_token", "job_token", "oauth_token", "private_token", "sudo",
    ]

    /// The most attributes that are reported: each is compared with all names of the operation.
    private static let mostReported = 100

    /// The attributes of a request that its operation does not have, by name.
    static func all(in sent: [String: JSONValue], of match: RouteMatch) -> [IgnoredAttribute] {
        // An attribute of the path may be sent again in the body.
        let known = Set(match.operation.parameters(onPath: match.path).map(\.name))
        let ofPath = match.pattern.parts.compactMap { part in
            if case .placeholder(let name) = part { name } else { nil }
        }
        return sent.keys.filter { !known.contains($0) && !everywhere.contains($0) && !ofPath.contains($0) }.sorted()
            .prefix(mostReported).map { name in
                IgnoredAttribute(
                    operation: match.operation.name,
                    route: "\(match.operation.method) \(match.operation.paths[match.path])", attribute: name,
                    nearest: nearest(to: name, among: known))
            }
    }

    private static func nearest(to name: String, among known: Set<String>) -> String? {
        let best = known.sorted().map { ($0, distance(Array(name.utf8), Array($0.utf8))) }.min { $0.1 < $1.1 }
        return best.flatMap { $0.1 <= max(2, name.utf8.count / 3) ? $0.0 : nil }
    }

    /// How many bytes have to be added, removed or replaced.
    private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
        guard one.count <= 100 else { return one.count }
        var row = Array(0...other.count)
        for (index, byte) in one.enumerated() {
            var last = row[0]
            row[0] = index + 1
            for (column, another) in other.enumerated() {
                let change = last + (byte == another ? 0 : 1)
                last = row[column + 1]
                row[column + 1] = min(change, last + 1, row[column] + 1)
            }
        }
        return row[other.count]
    }
}
