// The operations that an import takes, by the resources that they become.

import OpenAPI
import SpecModel
import SpecSyntax

/// The selected operations of a document, in the order of their resources.
struct ResourceGroups {
    /// Operations that become one resource.
    struct Group {
        let tag: String
        /// The words of the resource's name.
        let words: [String]
        let operations: [OpenAPIOperation]
        /// Whether the resource has the name of the tag.
        var isWholeTag: Bool { words == English.words(tag) }
    }

    let groups: [Group]

    /// - Parameter api: the spec that there is, whose operations are left out.
    init(
        _ document: OpenAPIDocument, _ selection: ImportedSpec.Selection, besides api: API?,
        notice: (String, SourceRange) -> Void
    ) {
        var routes = Set(
            (api?.resources ?? []).flatMap(\.operations).flatMap(\.routes).map {
                OperationRoute(method: $0.method.rawValue, path: $0.path.text.value)
            })
        var tags: [(tag: String, operations: [OpenAPIOperation])] = []
        var places: [String: Int] = [:]
        for operation in document.operations {
            let tag =
                operation.tags.first?.value
                ?? English.words(operation.path.value.routeSegments.first ?? "other").joined(separator: " ")
            guard selection.holds(operation, tag: tag) else { continue }
            let route = OperationRoute(operation)
            guard routes.insert(route).inserted else {
                notice("there is already an operation for \(route)", operation.path.range)
                continue
            }
            // Tags that differ in blanks or capitals only are one resource.
            let key = English.words(tag).joined()
            if let place = places[key] {
                tags[place].operations.append(operation)
            } else {
                places[key] = tags.count
                tags.append((tag, [operation]))
            }
        }
        groups = tags.flatMap { tag, operations in
            ResourceSplit(tag, operations).resources.map { Group(tag: tag, words: $0.words, operations: $0.operations) }
        }
    }
}
