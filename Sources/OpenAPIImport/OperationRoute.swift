// Naming one operation of a document.

import OpenAPI

/// A method and a path, `GET /projects/:id/hooks`. Placeholders are written `:id` or `{id}`, and their names tell no two
/// routes apart; `/api/v4` can be left out.
public struct OperationRoute: Sendable, Hashable, CustomStringConvertible {
    public let description: String
    private let key: String

    /// - Returns: nil for something other than two words.
    public init?(_ text: String) {
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 2 else { return nil }
        self.init(method: words[0].uppercased(), path: String(words[1]))
    }

    /// The route of an operation.
    public init(_ operation: OpenAPIOperation) {
        self.init(method: operation.method.value, path: operation.path.value)
    }

    init(method: String, path: String) {
        description = "\(method) \(path.specPath)"
        key = "\(method) \(path.specPath.anonymousRoute)"
    }

    public static func == (left: OperationRoute, right: OperationRoute) -> Bool { left.key == right.key }

    public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
