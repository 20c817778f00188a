// Finding the operation that a request is for.

/// A path of an operation in its parts: `projects`, a placeholder, `badges`.
struct RoutePattern: Sendable, Hashable {
    enum Part: Sendable, Hashable {
        case literal(String)
        case placeholder(String)
    }

    let parts: [Part]

    init(_ path: String) {
        parts = path.split(separator: "/").map { part in
            part.hasPrefix(":") ? .placeholder(String(part.dropFirst())) : .literal(String(part))
        }
    }

    private init(_ parts: [Part]) {
        self.parts = parts
    }

    /// The path with placeholders of no name: `/projects/:/badges`. Paths of one shape have one.
    var shape: String {
        parts.map { part in
            if case .literal(let text) = part { "/" + text } else { "/:" }
        }.joined()
    }

    /// The path without its last part.
    var parent: RoutePattern { RoutePattern(Array(parts.dropLast())) }

    /// The literal at its end.
    var lastLiteral: String? {
        if case .literal(let text)? = parts.last { text } else { nil }
    }

    /// The name of the placeholder at its end.
    var lastPlaceholder: String? {
        if case .placeholder(let name)? = parts.last { name } else { nil }
    }

    func matches(_ place: [String]) -> Bool {
        parts.count == place.count
            && zip(parts, place).allSatisfy { part, text in
                if case .literal(let literal) = part { literal == text } else { !text.isEmpty }
            }
    }

    /// Whether its literals come before those of another pattern that matches too.
    func isMoreSpecific(than other: RoutePattern) -> Bool {
        for (one, another) in zip(parts, other.parts) {
            switch (one, another) {
            case (.literal, .placeholder): return true
            case (.placeholder, .literal): return false
            default: continue
            }
        }
        return false
    }
}

/// An operation, and which of its paths a request went to.
struct RouteMatch: Sendable {
    let operation: DeclaredOperation
    /// The place of the path among those of the operation.
    let path: Int
    let pattern: RoutePattern
}

/// The paths of all operations.
struct RouteTable: Sendable {
    private struct Key: Hashable {
        let method: String
        let length: Int
    }

    private var routes: [Key: [RouteMatch]] = [:]

    init(_ operations: [DeclaredOperation]) {
        for operation in operations {
            for (index, path) in operation.paths.enumerated() {
                let pattern = RoutePattern(path)
                routes[Key(method: operation.method, length: pattern.parts.count), default: []].append(
                    RouteMatch(operation: operation, path: index, pattern: pattern))
            }
        }
    }

    /// Returns the operation of a request; of several that match, the one whose literals come first.
    ///
    /// - Parameter place: the parts of the path, decoded: an encoded `/` is within a part.
    func match(_ method: String, _ place: [String]) -> RouteMatch? {
        (routes[Key(method: method, length: place.count)] ?? []).filter { $0.pattern.matches(place) }
            .reduce(nil) { best, next in
                if let best, !next.pattern.isMoreSpecific(than: best.pattern) { best } else { next }
            }
    }
}
