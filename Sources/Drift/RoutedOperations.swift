// The routes of the spec and the operations of a document that they are for.

import OpenAPI
import SpecModel
import SpecSyntax

/// Which routes of the spec and operations of a document are the same.
struct RoutedOperations {
    /// An operation on one of its routes.
    struct Routed {
        let operation: Operation
        let route: Operation.Route
    }

    private(set) var pairs: [(Routed, OpenAPIOperation)] = []
    private(set) var onlySpec: [Routed] = []
    let onlyDocument: [OpenAPIOperation]
    private let byRoute: [Route: [Routed]]

    /// - Parameter tag: only the operations that the document files under this tag.
    init(_ api: API, _ document: OpenAPIDocument, tag: String?) {
        let routed = api.resources.flatMap(\.operations).flatMap { operation in
            operation.routes.map { Routed(operation: operation, route: $0) }
        }
        let theirs = document.operations.filter { other in
            tag == nil || other.tags.contains { $0.value == tag }
        }
        let routes = Dictionary(firstOf: theirs.map { (Route(method: $0.method.value, path: $0.path.value), $0) })
        byRoute = Dictionary(grouping: routed) { Route($0.route) }
        for one in routed {
            if let other = routes[Route(one.route)] {
                pairs.append((one, other))
            } else if tag == nil {
                onlySpec.append(one)
            }
        }
        let ours = byRoute
        onlyDocument = theirs.filter { ours[Route(method: $0.method.value, path: $0.path.value)] == nil }
    }

    /// The attributes of other operations on the same route: several views of one route share its attributes.
    func attributes(besides routed: Routed) -> Set<String> {
        Set((byRoute[Route(routed.route)] ?? []).flatMap { $0.route.attributes.map(\.name.value) })
    }
}
