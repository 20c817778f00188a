// The names that an import chooses for operations that the spec has, beside those that people chose.

import OpenAPI
import SpecModel
import SpecSyntax

/// For each operation of a spec that a document has: its name, and the ones that an import chooses.
public struct NameComparison {
    public struct Row {
        public let route: OperationRoute
        /// The resource and the name in the spec.
        public let resource: String
        public let name: String
        /// The name that an import chooses in the resource of the spec.
        public let chosen: String
        /// The resource and the name that an import of the whole document chooses.
        public let wholeResource: String
        public let wholeName: String
    }

    public let rows: [Row]

    public init(_ document: OpenAPIDocument, _ api: API) {
        let operations = Dictionary(document.operations.map { (OperationRoute($0), $0) }) { first, _ in first }
        let whole = Self.wholeNames(document)
        rows = api.resources.flatMap { resource in
            // An operation with several routes has a name that none of them gives.
            let found = resource.operations.filter { $0.routes.count == 1 }.compactMap { operation in
                operations[OperationRoute(method: operation.method.rawValue, path: operation.path.text.value)].map {
                    (operation, $0)
                }
            }
            let names = Self.names(of: found.map(\.1), English.words(resource.type.value), document)
            return zip(found, names).map { pair, name in
                let route = OperationRoute(pair.1)
                let chosen = whole[route] ?? ("", "")
                return Row(
                    route: route, resource: resource.name.value, name: pair.0.name.value, chosen: name,
                    wholeResource: chosen.resource, wholeName: chosen.name)
            }
        }
    }

    private static func names(
        of operations: [OpenAPIOperation], _ words: [String], _ document: OpenAPIDocument
    ) -> [String] {
        ResourceImport("", words: words, operations, type: "", document, notice: { _, _ in }).methodNames()
    }

    /// The names that an import of the whole document chooses.
    private static func wholeNames(_ document: OpenAPIDocument) -> [OperationRoute: (resource: String, name: String)] {
        var chosen: [OperationRoute: (resource: String, name: String)] = [:]
        for group in ResourceGroups(document, .document, besides: nil, notice: { _, _ in }).groups {
            let names = names(of: group.operations, group.words, document)
            for (operation, name) in zip(group.operations, names) {
                chosen[OperationRoute(operation)] = (English.memberName(group.words), name)
            }
        }
        return chosen
    }
}
