// The address of an operation as the spec and documents agree on it, whatever each calls its placeholders.

import SpecModel

/// A method and a path without the names in it: `GET projects/:/hooks`.
struct Route: Hashable {
    private let method: String
    private let segments: [Substring]

    init(_ operation: Operation) {
        method = operation.method.rawValue
        segments = operation.path.text.value.split(separator: "/").map { $0.hasPrefix(":") ? ":" : $0 }
    }

    /// - Parameter path: a path of a document, `/api/v4/projects/{id}/(-/)search`. What stands in parentheses can be
    ///   left out, and is; `*path` is a placeholder that may hold slashes.
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
