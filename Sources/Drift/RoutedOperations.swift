// The operations of the spec and of a document by their routes.

import OpenAPI
import SpecModel
import SpecSyntax

/// Which operations of the spec and of a document are the same.
struct RoutedOperations {
    private(set) var pairs: [(Operation, OpenAPIOperation)] = []
    private(set) var onlySpec: [Operation] = []
    let onlyDocument: [OpenAPIOperation]
    private let byRoute: [Route: [Operation]]

    /// - Parameter tag: only the operations that the document files under this tag.
    init(_ api: API, _ document: OpenAPIDocument, tag: String?) {
        let operations = api.resources.flatMap(\.operations)
        let theirs = document.operations.filter { other in
            tag == nil || other.tags.contains { $0.value == tag }
        }
        let routes = Dictionary(firstOf: theirs.map { (Route(method: $0.method.value, path: $0.path.value), $0) })
        byRoute = Dictionary(grouping: operations, by: Route.init)
        for operation in operations {
            if let other = routes[Route(operation)] {
                pairs.append((operation, other))
            } else if tag == nil {
                onlySpec.append(operation)
            }
        }
        let ours = byRoute
        onlyDocument = theirs.filter { ours[Route(method: $0.method.value, path: $0.path.value)] == nil }
    }

    /// The attributes of other operations on the same route: several views of one route share its attributes.
    func attributes(besides operation: Operation) -> Set<String> {
        Set((byRoute[Route(operation)] ?? []).flatMap { $0.attributes.map(\.name.value) })
    }
}
