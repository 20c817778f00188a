// The routes of the spec with the Swift that calls them: GET /projects/:id/hooks is `gitlab.hooks.list(_:)`.

import SpecModel

/// A route of GitLab's API, and the Swift that calls it.
public struct OperationCall: Sendable {
    /// `GET`
    public let method: String
    /// `/projects/:id/hooks`
    public let path: String
    /// The method of the client with the labels of the arguments that it needs: `gitlab.hooks.list(_:)`.
    public let call: String
    /// The type of the request builder: `ListHooks`.
    public let request: String
    /// The Swift module that has both.
    public let module: String
    /// The lowest tier that has the operation; nil where every tier does.
    public let tier: Tier?
    /// The version that introduced it.
    public let since: String?
}

extension ClientEmitter {
    /// Every route with its call, in the order of the spec.
    public func operationCalls() -> [OperationCall] { modules.flatMap(\.operationCalls) }
}

extension ModuleEmitter {
    fileprivate var operationCalls: [OperationCall] {
        content.resources.flatMap { resource in resource.operations.flatMap { calls(of: $0, in: resource) } }
    }

    /// One for each route.
    private func calls(of operation: Operation, in resource: Resource) -> [OperationCall] {
        let emitter = RequestEmitter(operation: operation, resource: resource, vocabulary: vocabulary)
        // Where there are several ways to make the request, the first one stands for all.
        let labels = emitter.initialisers.first?.requiredLabels(of: operation) ?? "()"
        return operation.routes.map { route in
            let all = [operation.availability, route.parent?.availability].compactMap(\.self)
            let tiers = all.compactMap(\.tier?.value)
            return OperationCall(
                method: route.method.rawValue, path: route.path.text.value,
                call: "gitlab.\(resource.name.value).\(operation.methodName)\(labels)",
                request: operation.request.value, module: name,
                tier: tiers.contains(.ultimate) ? .ultimate : tiers.first,
                since: all.compactMap(\.since?.value).first)
        }
    }
}
