// The files of the client and their content:
//
//     GitLab.swift                    re-exports the runtime
//     Projects/Projects.swift         a resource: its methods
//     Projects/ListProjects.swift     one request builder a file
//     Models/Project.swift            a family of types: what one spec file declares

import SpecModel
import SpecSyntax

extension API {
    /// The files of the client, sorted by path.
    public func swiftFiles() -> [SwiftFile] {
        let vocabulary = Vocabulary(self)
        let files =
            [exports] + resources.concurrentMap { self.files(of: $0, vocabulary) }.joined() + families(vocabulary)
        return files.sorted { $0.path < $1.path }
    }

    private var exports: SwiftFile {
        SwiftFile(path: "GitLab.swift", sources: [], imports: ["@_exported import GitLabRuntime"], declarations: [])
    }

    private func files(of resource: Resource, _ vocabulary: Vocabulary) -> [SwiftFile] {
        let folder = resource.type.value
        let methods = SwiftFile(
            path: "\(folder)/\(resource.type.value).swift", sources: [resource.file],
            imports: importLines(for: resource.operations.flatMap(\.typesOfItsMethod)),
            declarations: resource.declarations(vocabulary))
        return [methods]
            + resource.operations.map { operation in
                SwiftFile(
                    path: "\(folder)/\(operation.request.value).swift", sources: [resource.file],
                    imports: operation.imports,
                    declarations: [
                        RequestEmitter(operation: operation, resource: resource, vocabulary: vocabulary).declaration()
                    ])
            }
    }

    /// The types that each spec file declares, in one Swift file of its name.
    private func families(_ vocabulary: Vocabulary) -> [SwiftFile] {
        let modelEmitter = ModelEmitter(vocabulary: vocabulary)
        var families: [String: Family] = [:]
        for model in models { families[model.file.familyName, default: Family()].models.append(model) }
        for hash in hashes { families[hash.file.familyName, default: Family()].hashes.append(hash) }
        for enumeration in enums { families[enumeration.file.familyName, default: Family()].enums.append(enumeration) }
        return Array(families).concurrentMap { name, family in
            SwiftFile(
                path: "Models/\(name).swift", sources: family.sources, imports: importLines(for: family.types),
                declarations: family.models.map(modelEmitter.declaration)
                    + family.hashes.map { $0.declaration(vocabulary) }
                    + family.enums.map { $0.declaration(vocabulary) })
        }
    }
}

/// The content of one file of types.
private struct Family {
    var models: [ModelType] = []
    var hashes: [HashType] = []
    var enums: [EnumType] = []

    var sources: [String] { Set(models.map(\.file) + hashes.map(\.file) + enums.map(\.file)).sorted() }

    /// The types of their rows.
    var types: [TypeReference] {
        models.flatMap(\.fields).map(\.type.value) + hashes.flatMap(\.attributes).map(\.type.value)
    }
}

extension Operation {
    fileprivate var imports: [String] { importLines(for: attributes.map(\.type.value) + answerTypes) }

    /// The types in the declaration of its method: the required parameters and the response.
    fileprivate var typesOfItsMethod: [TypeReference] {
        let alternatives = constraints.flatMap { constraint -> [String] in
            switch constraint {
            case .atLeastOne(let names): names.map(\.value)
            case .atLeastOneOfBody, .exclusive, .needs, .needsAny: []
            }
        }
        return attributes.filter { $0.isRequired || alternatives.contains($0.name.value) }.map(\.type.value)
            + answerTypes
    }

    private var answerTypes: [TypeReference] {
        switch response.value {
        case .value(let type), .optionalValue(let type): [type]
        case .nothing, .download: []
        }
    }
}

/// Dates are Foundation's; a file without dates does not import it.
private func importLines(for types: [TypeReference]) -> [String] {
    guard types.contains(where: \.holdsDate) else { return ["import GitLabRuntime"] }
    return [
        "import GitLabRuntime", "",
        "#if canImport(FoundationEssentials)", "import FoundationEssentials", "#else", "import Foundation", "#endif",
    ]
}

extension TypeReference {
    fileprivate var holdsDate: Bool {
        switch self {
        case .builtIn(let type): type == .datetime
        case .array(let element), .openHash(let element): element.holdsDate
        case .named: false
        }
    }
}
