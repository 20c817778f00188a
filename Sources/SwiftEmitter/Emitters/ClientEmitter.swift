// The files of the client and their content, module by module:
//
//     GitLab/GitLab.swift                    exports the runtime
//     GitLab/Projects/Projects.swift         a resource: its methods
//     GitLab/Projects/ListProjects.swift     one request builder a file
//     GitLab/Models/Project.swift            a family of types: what one spec file declares
//     GitLab/WebhookPayload.swift            the events that GitLab sends to webhooks

import SpecModel
import SpecSyntax

extension API {
    /// The files of the client, sorted by path.
    public func swiftFiles() -> [SwiftFile] {
        moduleEmitters.flatMap(\.files).sorted { $0.path < $1.path }
    }
}

extension ModuleEmitter {
    fileprivate var files: [SwiftFile] {
        [exports] + content.resources.concurrentMap(files).joined() + families + [eventFile].compactMap(\.self)
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
        for model in content.models { families[model.file.familyName, default: Family()].models.append(model) }
        for hash in content.hashes { families[hash.file.familyName, default: Family()].hashes.append(hash) }
        for enumeration in content.enums {
            families[enumeration.file.familyName, default: Family()].enums.append(enumeration)
        }
        for parent in content.parents { families[parent.file.familyName, default: Family()].parents.append(parent) }
        return Array(families).concurrentMap { name, family in
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
