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
                let path = operation.path.openAPI
                let object = OperationObject(operation, of: resource, schemas).members
                var methods = items[path, default: []]
                if methods.isEmpty { order.append(path) }
                if let index = methods.firstIndex(where: { $0.method == operation.method }) {
                    methods[index].views.append(object)
                } else {
                    methods.append(Item(method: operation.method, operation: object))
                }
                items[path] = methods
            }
        }
        for path in order {
            var item = Members()
            for method in items[path, default: []] { item.append(method.method.rawValue.lowercased(), method.json) }
            members.append(path, item.json)
        }
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

    init(_ operation: Operation, of resource: Resource, _ schemas: Schemas) {
        members["operationId"] = .string(operation.identifier)
        members["tags"] = .strings([resource.name.value])
        members["summary"] = .string(operation.about.value)
        members["description"] = operation.facts.isEmpty ? nil : .string(operation.facts.joined(separator: " "))
        members["externalDocs"] = Members.link(operation.docs.value)
        if operation.availability.deprecation != nil { members["deprecated"] = .boolean(true) }
        members.add(operation.availability.extensions)
        if !operation.pages.isEmpty { members["x-gitlab-pages"] = .strings(operation.pages.map(\.value.rawValue)) }
        if let isIdempotent = operation.isIdempotent { members["x-gitlab-idempotent"] = .boolean(isIdempotent) }
        let parameters = operation.attributes.compactMap { $0.parameter(schemas) }
        if !parameters.isEmpty { members["parameters"] = .array(parameters) }
        members["requestBody"] = RequestBody(of: operation, schemas)?.members.json
        members["responses"] = operation.responses.json
    }
}

extension Operation {
    /// The name of the request builder as the name of a function: `listProjects`.
    fileprivate var identifier: String { request.value.prefix(1).lowercased() + request.value.dropFirst() }

    fileprivate var facts: [String] {
        availability.sentences + constraints.map(\.sentence)
    }
}
