// Emits a resource with a method for each of its operations, and the client's property for it:
//
//     /// Projects that people work on.
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
//         /// - Throws: `GitLabError`, or `CancellationError`.
//         public nonisolated(nonsending) func get(
//             _ id: some ProjectReference,
//             _ configure: (inout GetProject) -> Void = { _ in }
//         ) async throws -> Project {
//             try await client.send(GetProject(id, configure))
//         }
//     }
//
//     extension GitLabClient {
//         /// Projects that people work on.
//         public var projects: Projects { Projects(client: self) }
//     }

import SpecModel

extension Resource {
    func declarations(_ vocabulary: Vocabulary) -> [Declaration] {
        let gap = lacks.map { "Not covered: \($0.value). `CustomRequest` reaches them." }
        let doc = DocComment(
            about.value, paragraphs: [gap, docs.map(\.value.asDocumentationLink)].compactMap(\.self))
        let structure = Structure(
            doc: doc, name: type.value, conformances: ["Sendable"], source: type.range,
            members: [.property(Property(access: .module, keyword: "let", name: "client", type: "GitLabClient"))]
                + operations.flatMap { methods(for: $0, vocabulary) + waiting(for: $0, vocabulary) })
        var declarations: [Declaration] = [
            .structure(structure), .extending(Extension(name: "GitLabClient", members: [access(client: "self")])),
        ]
        if let parentType {
            declarations.append(.extending(Extension(name: parentType, members: [access(client: "client")])))
        }
        return declarations
    }

    /// The property that leads to the resource.
    private func access(client: String) -> Declaration {
        .property(
            Property(
                doc: DocComment(about.value), name: name.value.swiftIdentifier, type: type.value,
                body: ["\(type.value)(client: \(client))"]))
    }

    /// One method for each way to make the request.
    private func methods(for operation: Operation, _ vocabulary: Vocabulary) -> [Declaration] {
        let request = RequestEmitter(operation: operation, resource: self, vocabulary: vocabulary)
        return request.initialisers.map { initialiser in
            let call = Call(operation, by: initialiser.client)
            var doc = request.documentation
            doc.parameters = initialiser.documentation(
                configuring: "Sets further attributes of the `\(operation.request.value)`.")
            doc.returns = call.returnsSentence
            doc.throwing = call.effects.isEmpty ? nil : "`GitLabError`, or `CancellationError`."
            return .function(
                Function(
                    doc: doc, attributes: call.isDiscardable ? ["@discardableResult"] : [],
                    modifiers: call.modifiers, name: operation.methodName.swiftIdentifier,
                    parameters: initialiser.parameters(of: operation),
                    effects: call.effects, returns: call.returns,
                    body: call.body(operation.request.value, initialiser.arguments), source: operation.name.range))
        }
    }
}

/// How a method passes its request to the client, and its result.
private struct Call {
    let effects: String
    /// An asynchronous method runs where its caller does, up to sending: the closure that it calls may belong to an actor.
    var modifiers: String { effects.isEmpty ? "" : "nonisolated(nonsending)" }
    let returns: String?
    let returnsSentence: String?
    let isDiscardable: Bool
    private let prefix: String

    init(_ operation: Operation, by client: String) {
        // The response of a write can be discarded.
        let isWrite =
            switch operation.method {
            case .get, .head: false
            case .post, .put, .patch, .delete: true
            }
        switch operation.response.value {
        case .value where operation.isPaged:
            (effects, prefix, isDiscardable) = ("", "\(client).pages", false)
            (returns, returnsSentence) = ("PagedList<\(operation.request.value)>", nil)
        case .value(let type):
            (effects, prefix, isDiscardable) = ("async throws", "try await \(client).send", isWrite)
            (returns, returnsSentence) = (type.swiftType, nil)
        case .optionalValue(let type):
            (effects, prefix, isDiscardable) = ("async throws", "try await \(client).send", isWrite)
            (returns, returnsSentence) = (type.swiftType + "?", "nil if GitLab returns null.")
        case .nothing:
            (effects, prefix, isDiscardable) = ("async throws", "_ = try await \(client).send", false)
            (returns, returnsSentence) = (nil, nil)
        case .download:
            (effects, prefix, isDiscardable) = ("async throws", "try await \(client).download", false)
            (returns, returnsSentence) = ("Download", nil)
        }
    }

    /// The method's one statement, on several lines where it does not fit on one.
    func body(_ type: String, _ arguments: [String]) -> [String] {
        let request = "\(type)(\(arguments.joined(separator: ", ")))"
        let flat = "\(prefix)(\(request))"
        if flat.utf8.count + 8 <= Printer.width { return [flat] }
        if request.utf8.count + 13 <= Printer.width { return ["\(prefix)(", "    \(request))"] }
        let lines = arguments.enumerated().map { index, argument in
            "        \(argument)" + (index == arguments.count - 1 ? "))" : ",")
        }
        return ["\(prefix)(", "    \(type)("] + lines
    }
}
