// The Swift modules of the client: which folder of the spec declares each, and what is in it.

import SpecSyntax

/// A Swift module of the client. What the files of its folder declare belongs to it.
public struct Module: Sendable {
    public let name: Located<String>
    /// A folder of the spec's own folder.
    public let folder: Located<String>
    public let about: Located<String>
    /// The tags of GitLab's OpenAPI document whose operations it has, so that an import knows where they belong.
    public let tags: [Located<String>]
    /// Whether the other modules import it; at most one is.
    public let isShared: Bool
}

/// The modules of a spec. A spec without any is the module `GitLab`.
public struct Modules: Sendable {
    public let all: [Module]
    private let byFolder: [String: Module]

    init(_ modules: [Module] = []) {
        all = modules
        byFolder = Dictionary(firstOf: modules.map { ($0.folder.value, $0) })
    }

    /// The module that the others import.
    public var shared: Module? { all.first(where: \.isShared) }

    /// The module that has the operations of a tag.
    public func module(ofTag tag: String) -> Module? {
        all.first { module in module.tags.contains { $0.value == tag } }
    }

    /// The module of a file of the spec; nil for a file that belongs to none.
    public func module(ofFile path: String) -> Module? {
        let parts = path.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2)
        return parts.count < 3 ? nil : byFolder[String(Substring(parts[1]))]
    }
}

/// The part of the API that is one module.
public struct ModuleContent: Sendable {
    public let name: String
    /// nil for a spec that names no modules.
    public let module: Module?
    public let resources: [Resource]
    public let hashes: [HashType]
    public let models: [ModelType]
    public let enums: [EnumType]
    public let parents: [ParentType]
    public let events: [WebhookEventType]

    /// The module of the examples of its models, for tests.
    public var fixtures: String { "\(name)Fixtures" }
}

extension API {
    /// The content of each module, in the order of the spec.
    public var contents: [ModuleContent] {
        if modules.all.isEmpty {
            return [
                ModuleContent(
                    name: "GitLab", module: nil, resources: resources, hashes: hashes, models: models, enums: enums,
                    parents: parents, events: events)
            ]
        }
        let resources = Dictionary(grouping: resources) { modules.module(ofFile: $0.file)?.name.value }
        let hashes = Dictionary(grouping: hashes) { modules.module(ofFile: $0.file)?.name.value }
        let models = Dictionary(grouping: models) { modules.module(ofFile: $0.file)?.name.value }
        let enums = Dictionary(grouping: enums) { modules.module(ofFile: $0.file)?.name.value }
        let parents = Dictionary(grouping: parents) { modules.module(ofFile: $0.file)?.name.value }
        let events = Dictionary(grouping: events) { modules.module(ofFile: $0.file)?.name.value }
        return modules.all.map { module in
            let name = module.name.value
            return ModuleContent(
                name: name, module: module, resources: resources[name] ?? [], hashes: hashes[name] ?? [],
                models: models[name] ?? [], enums: enums[name] ?? [], parents: parents[name] ?? [],
                events: events[name] ?? [])
        }
    }
}
