// The operations, by their paths:
//
//     "/projects/{id}": {
//       "get": { "operationId": "getProject", "tags": ["projects"], "parameters": […], "responses": {…} },
//       "put": { "operationId": "editProject", "requestBody": {…}, … }
//     }

import SpecModel
import SpecSyntax

struct Paths {
    private(set) var members = Members()

    init(_ api: API) {
        let schemas = Schemas(api)
        var order: [String] = []
        var items: [String: [Item]] = [:]
        for resource in api.resources {
            for operation in resource.operations {
                for route in operation.routes {
                    let object = OperationObject(operation, on: route, of: resource, schemas).members
                    add(object, at: route, to: &items, &order)
                }
            }
        }
        for path in order {
            var item = Members()
            for method in items[path, default: []] { item.append(method.method.rawValue.lowercased(), method.json) }
            members.append(path, item.json)
        }
    }

    private func add(
        _ object: Members, at route: Operation.Route, to items: inout [String: [Item]], _ order: inout [String]
    ) {
        let path = route.path.openAPI
        var methods = items[path, default: []]
        if methods.isEmpty { order.append(path) }
        if let index = methods.firstIndex(where: { $0.method == route.method }) {
            methods[index].views.append(object)
        } else {
            methods.append(Item(method: route.method, operation: object))
        }
        items[path] = methods
    }

    /// A method of a path. OpenAPI has one operation for it; others of the spec are views of that one, and kept in a
    /// member of their own.
    private struct Item {
        let method: Operation.Method
        let operation: Members
        var views: [Members] = []

        var json: JSONText {
            var operation = operation
            if !views.isEmpty { operation["x-gitlab-views"] = .array(views.map(\.json)) }
            return operation.json
        }
    }
}

extension PathTemplate {
    /// The path with its placeholders in braces.
    fileprivate var openAPI: String {
        text.value.split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }
            .joined(separator: "/")
    }
}

/// The OpenAPI object of one operation.
private struct OperationObject {
    private(set) var members = Members()

    init(_ operation: Operation, on route: Operation.Route, of resource: Resource, _ schemas: Schemas) {
        members["operationId"] = .string(operation.identifier(on: route))
        members["tags"] = .strings([resource.name.value])
        members["summary"] = .string(operation.about.value)
        members["description"] = operation.facts.isEmpty ? nil : .string(operation.facts.joined(separator: " "))
        members["externalDocs"] = Members.link(operation.docs.value)
        if operation.availability.deprecation != nil { members["deprecated"] = .boolean(true) }
        members.add(operation.availability.extensions)
        if !operation.pages.isEmpty { members["x-gitlab-pages"] = .strings(operation.pages.map(\.value.rawValue)) }
        if let isIdempotent = operation.isIdempotent { members["x-gitlab-idempotent"] = .boolean(isIdempotent) }
        let parameters = route.attributes.compactMap { $0.parameter(schemas) }
        if !parameters.isEmpty { members["parameters"] = .array(parameters) }
        members["requestBody"] = RequestBody(of: operation, on: route, schemas)?.members.json
        members["responses"] = operation.responses.json
    }
}

extension Operation {
    /// The name of the request builder as the name of a function, `listProjects`, with that of a parent: each path has an
    /// operation of its own, `listNotesOnMergeRequest`.
    fileprivate func identifier(on route: Route) -> String {
        let name = request.value.prefix(1).lowercased() + request.value.dropFirst()
        guard let parent, let one = route.parent else { return name }
        return name + parent.type.label.value.capitalised + SwiftName(from: one.name.value).text.capitalised
    }

    fileprivate var facts: [String] {
        availability.sentences + constraints.map(\.sentence)
    }
}
