// The route of an operation, independent of the names of placeholders.

import SpecModel

/// A method and a path without the names in it: `GET projects/:/hooks`.
struct Route: Hashable {
    private let method: String
    private let segments: [Substring]

    init(_ route: Operation.Route) {
        method = route.method.rawValue
        segments = route.path.text.value.split(separator: "/").map { $0.hasPrefix(":") ? ":" : $0 }
    }

    /// - Parameter path: a path of a document, `/api/v4/projects/{id}/(-/)search`. Optional parts, in parentheses, are
    ///   left out; `*path` is a placeholder that may hold slashes.
    init(method: String, path: String) {
        self.method = method
        let plain = Self.withoutOptionalParts(path)
        let all = plain.split(separator: "/")
        let own = all.starts(with: ["api", "v4"]) ? all.dropFirst(2) : all[...]
        segments = own.map { $0.hasPrefix("*") || $0.hasPrefix("{") && $0.hasSuffix("}") ? ":" : $0 }
    }

    private static func withoutOptionalParts(_ path: String) -> String {
        var depth = 0
        return path.filter { character in
            if character == "(" { depth += 1 }
            defer { if character == ")" { depth -= 1 } }
            return depth == 0
        }
    }
}
