// Emits a resource with a method for each of its operations, and the client's property for it:
//
//     /// What people work on.
//     public struct Projects: Sendable {
//         let client: GitLabClient
//
//         /// Gets one project.
//         ///
//         /// `GET /projects/:id`.
//         ///
//         /// [GitLab's documentation](https://docs.gitlab.com/api/projects/)
//         ///
//         /// - Parameters:
//         ///   - id: The project.
//         ///   - configure: Sets further attributes of the `GetProject`.
//         /// - Returns: The `Project`.
//         /// - Throws: `GitLabError`, or `CancellationError`.
//         public func get(
//             _ id: some IDOrPathConvertible,
//             _ configure: (inout GetProject) -> Void = { _ in }
//         ) async throws -> Project {
//             try await client.send(GetProject(id, configure))
//         }
//     }
//
//     extension GitLabClient {
//         /// What people work on.
//         public var projects: Projects { Projects(client: self) }
//     }

import SpecModel

extension Resource {
    func declarations(_ vocabulary: Vocabulary) -> [Declaration] {
        let doc = DocComment(about.value, paragraphs: docs.map { [$0.value.asDocumentationLink] } ?? [])
        let structure = Structure(
            doc: doc, name: type.value, conformances: ["Sendable"],
            members: [.property(Property(access: "", keyword: "let", name: "client", type: "GitLabClient"))]
                + operations.flatMap { methods(for: $0, vocabulary) })
        let access = Property(
            doc: DocComment(about.value), name: name.value.swiftIdentifier, type: type.value,
            body: ["\(type.value)(client: self)"])
        return [.structure(structure), .extending(Extension(name: "GitLabClient", members: [.property(access)]))]
    }

    /// One method for each way to make the request.
    private func methods(for operation: Operation, _ vocabulary: Vocabulary) -> [Declaration] {
        let request = RequestEmitter(operation: operation, resource: self, vocabulary: vocabulary)
        let isPaged = operation.pages.contains { $0.value == .offset }
        return request.initialisers.map { initialiser in
            var doc = request.documentation
            doc.parameters =
                initialiser.documentation
                + [("configure", "Sets further attributes of the `\(operation.request.value)`.")]
            doc.returns =
                isPaged
                ? "The items of all pages, fetched as they are needed." : "The `\(operation.returns.value.swiftType)`."
            doc.throwing = isPaged ? nil : "`GitLabError`, or `CancellationError`."
            let making = "\(operation.request.value)(\(initialiser.arguments))"
            return .function(
                Function(
                    doc: doc,
                    attributes: operation.isReadOnly ? [] : ["@discardableResult"],
                    name: "func \(operation.name.value.swiftIdentifier)",
                    parameters: initialiser.parameters,
                    effects: isPaged ? "" : "async throws",
                    returns: isPaged ? "PagedList<\(operation.request.value)>" : operation.returns.value.swiftType,
                    body: [isPaged ? "client.pages(\(making))" : "try await client.send(\(making))"]))
        }
    }
}

extension Operation {
    /// Whether only its answer is of interest. Of a write, the answer may be left aside.
    fileprivate var isReadOnly: Bool {
        switch method {
        case .get, .head: true
        case .post, .put, .patch, .delete: false
        }
    }
}
