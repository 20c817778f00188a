// The files of the client and their content, module by module:
//
//     GitLab/GitLab.swift                    exports the runtime
//     GitLab/Projects/Projects.swift         a resource: its methods
//     GitLab/Projects/ListProjects.swift     one request builder a file
//     GitLab/Models/Project.swift            a family of types: what one spec file declares
//     GitLab/WebhookPayload.swift            the events that GitLab sends to webhooks

import SpecModel
import SpecSyntax

/// Makes the files of the client, of its examples, and of the operations as data.
public struct ClientEmitter: Sendable {
    let modules: [ModuleEmitter]
    let vocabulary: Vocabulary
    let api: API

    public init(_ api: API) {
        self.init(api, after: nil, Vocabulary(api))
    }

    /// Emits what an edit concerns, and the files that name all of a module's types.
    ///
    /// - Parameter earlier: an emitter of the spec before the edit.
    public init(_ api: API, after edit: SpecEdit, of earlier: ClientEmitter) {
        self.init(api, after: edit, Vocabulary(api, after: edit, of: earlier.vocabulary))
    }

    private init(_ api: API, after edit: SpecEdit?, _ vocabulary: Vocabulary) {
        self.api = api
        self.vocabulary = vocabulary
        modules = api.contents.map { ModuleEmitter($0, of: api, after: edit, vocabulary) }
    }

    /// The files of the client, sorted by path.
    public func swiftFiles() -> [SwiftFile] {
        modules.flatMap(\.files).sorted { $0.path < $1.path }
    }
}

extension ModuleEmitter {
    fileprivate var files: [SwiftFile] {
        let selected = content.resources.filter { isWanted($0.file) }
        return [exports] + selected.flatMap(files) + families + [eventFile].compactMap(\.self)
    }

    private func files(of resource: Resource) -> [SwiftFile] {
        let folder = path(resource.type.value)
        let methods = SwiftFile(
            path: "\(folder)/\(resource.type.value).swift", sources: [resource.file],
            imports: importLines(for: resource.operations.flatMap(\.typesOfItsMethod)),
            declarations: resource.declarations(vocabulary))
        return [methods]
            + resource.operations.map { operation in
                SwiftFile(
                    path: "\(folder)/\(operation.request.value).swift", sources: [resource.file],
                    imports: importLines(for: operation.types),
                    declarations: [
                        RequestEmitter(operation: operation, resource: resource, vocabulary: vocabulary).declaration()
                    ])
            }
    }

    /// The types that each spec file declares, in one Swift file of its name.
    private var families: [SwiftFile] {
        let modelEmitter = ModelEmitter(vocabulary: vocabulary)
        var families: [String: Family] = [:]
        for model in content.models {
            families[vocabulary.family(of: model.file), default: Family()].models.append(model)
        }
        for hash in content.hashes { families[vocabulary.family(of: hash.file), default: Family()].hashes.append(hash) }
        for enumeration in content.enums {
            families[vocabulary.family(of: enumeration.file), default: Family()].enums.append(enumeration)
        }
        for parent in content.parents {
            families[vocabulary.family(of: parent.file), default: Family()].parents.append(parent)
        }
        return families.filter { $0.value.sources.contains(where: isWanted) }.map { name, family in
            SwiftFile(
                path: path("Models/\(name).swift"), sources: family.sources, imports: importLines(for: family.types),
                declarations: family.models.map(modelEmitter.declaration)
                    + family.hashes.map { $0.declaration(vocabulary) }
                    + family.enums.map { $0.declaration(vocabulary) }
                    + family.parents.map { $0.declaration(vocabulary) })
        }
    }
}

/// The content of one file of types.
private struct Family {
    var models: [ModelType] = []
    var hashes: [HashType] = []
    var enums: [EnumType] = []
    var parents: [ParentType] = []

    var sources: [String] {
        let files = models.map(\.file) + hashes.map(\.file) + enums.map(\.file)
        return Set(files + parents.map(\.file)).sorted()
    }

    /// The types of their rows.
    var types: [TypeReference] {
        let inPaths = parents.flatMap(\.cases).flatMap(\.attributes).map(\.type.value)
        return models.flatMap(\.fields).map(\.type.value) + hashes.flatMap(\.attributes).map(\.type.value) + inPaths
    }
}

extension Operation {
    fileprivate var types: [TypeReference] { attributes.map(\.type.value) + responseTypes }

    /// The types in the declaration of its method: the required parameters and the response.
    fileprivate var typesOfItsMethod: [TypeReference] {
        let alternatives = constraints.flatMap { constraint -> [String] in
            switch constraint {
            case .atLeastOne(let names): names.map(\.value)
            case .atLeastOneOfBody, .exclusive, .needs, .needsAny: []
            }
        }
        return attributes.filter { $0.isRequired || alternatives.contains($0.name.value) }.map(\.type.value)
            + responseTypes
    }

    private var responseTypes: [TypeReference] {
        switch response.value {
        case .value(let type), .optionalValue(let type): [type]
        case .nothing, .download: []
        }
    }
}
