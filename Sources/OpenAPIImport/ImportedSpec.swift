// Files of the spec to start from, created from an OpenAPI document: one file with the operations of a tag, one with
// their types. A single operation joins those of the spec that it belongs to. Sentences are left for a person to write,
// and every guess is marked with the TODO that lint reports.

import OpenAPI
import SpecModel
import SpecSyntax
import SpecWriter

/// The result of importing a part of a document.
public struct ImportedSpec {
    /// A part of a document.
    public enum Selection: Sendable {
        case document
        /// The operations of tags; one with several belongs to the first.
        case tags([String])
        case operation(OperationRoute)

        func holds(_ operation: OpenAPIOperation, tag: String) -> Bool {
            switch self {
            case .document: true
            case .tags(let tags): tags.contains(tag) || operation.tags.contains { tags.contains($0.value) }
            case .operation(let route): route == OperationRoute(operation)
            }
        }
    }

    /// New files by their paths below the spec folder.
    public private(set) var files: [(path: String, text: String)] = []
    /// Lines of operations to be added to files of the spec, named as those were when they were read.
    public private(set) var additions: [(file: String, lines: [String])] = []
    /// The declarations of the spec that the files use.
    public private(set) var reuses: [Reuse] = []
    /// The parts that could not be imported, with their places in the document.
    public private(set) var diagnostics: [Diagnostic] = []
    public private(set) var operationCount = 0

    /// Imports a part of a document.
    ///
    /// - Parameters:
    ///   - existing: the spec that there is: its operations are left out, its tables and types are used.
    ///   - facts: those that were merged into the document: what a person has to decide is noted beside the row.
    public init(
        _ document: OpenAPIDocument, _ selection: Selection, existing: SpecReading? = nil, facts: Facts = Facts()
    ) {
        let collector = DiagnosticCollector()
        func notice(_ message: String, _ range: SourceRange) {
            collector.report(Diagnostic("not-imported", .warning, message, at: range))
        }
        var spec = ExistingSpec(existing ?? SpecReading([], diagnostics: DiagnosticCollector()), document)
        let api = spec.api
        let taken =
            api.resources.flatMap { [$0.type.value, $0.name.value] + $0.operations.map(\.request.value) }
            + api.models.map(\.name.value) + api.hashes.map(\.name.value) + api.enums.map(\.name.value)
            // A file of types becomes a Swift file of its name.
            + Set((api.models.map(\.file) + api.hashes.map(\.file) + api.enums.map(\.file)).map(\.swiftFileName))
        let groups = ResourceGroups(document, selection, besides: api, notice: notice).groups
        var names = NameRegister(taken)
        if case .operation = selection, let operation = groups.first?.operations.first,
            let resource = spec.neighbours(of: operation)
        {
            add(operation, to: resource, document, names, spec, facts, notice)
            diagnostics = collector.sorted
            return
        }
        let resources = Self.resourceNames(groups, &names)
        // Each file of types becomes a Swift file of its name.
        let families = resources.map { names.claim([$0 + "Types"]) }
        var types = TypeImport(document, names: names, existing: spec, facts: facts, notice: notice)
        var imported: [ImportedResource] = []
        for (group, (type, family)) in zip(groups, zip(resources, families)) {
            let resource = ResourceImport(
                group.tag, words: group.words, group.operations, type: type, document, notice: notice)
            let folder = Self.folder(
                ofTag: group.tag, in: api.modules, notice: { notice($0, group.operations[0].path.range) })
            let text = resource.text(&types)
            let (own, held) = types.take()
            imported.append(
                ImportedResource(
                    tag: group.tag, type: type, family: family, folder: folder, text: text, types: own, held: held))
            operationCount += group.operations.count
        }
        addFiles(of: imported, sharedFolder: api.modules.shared?.folder.value, &types)
        if types.existing.lacksPaging { files.append(PagingText.file) }
        reuses = types.existing.reuses
        diagnostics = collector.sorted
    }

    /// Adds the files of resources and of their types. Those that several modules need become files of the shared one.
    private mutating func addFiles(
        of resources: [ImportedResource], sharedFolder: String?, _ types: inout TypeImport
    ) {
        let shared = sharedFolder == nil ? [] : SharedTypes(of: resources).names
        for resource in resources {
            files.append(("\(resource.folder)\(resource.type.fileStem).yaml", resource.text))
            addFile(
                of: resource.types.filter { !shared.contains($0.name) }, to: resource.folder, family: resource.family,
                resource.tag)
            let moved = resource.types.filter { shared.contains($0.name) }
            guard let sharedFolder, !moved.isEmpty else { continue }
            addFile(
                of: moved, to: "\(sharedFolder)/", family: types.claim([resource.type + "SharedTypes"]), resource.tag)
        }
    }

    private mutating func addFile(of types: [ImportedType], to folder: String, family: String, _ tag: String) {
        if types.isEmpty { return }
        files.append(("\(folder)types/\(family.fileStem).yaml", types.text(of: tag)))
    }

    /// The changes of a spec by the import.
    ///
    /// - Parameters:
    ///   - spec: the files of the spec as they are.
    ///   - folder: the name of its folder, which the names of its files begin with.
    public func changes(in spec: [SpecFile], of folder: String) -> SpecChanges {
        let files = spec.indexed(by: \.path)
        return SpecChanges(
            newFiles: self.files.map { SpecFile(path: "\(folder)/\($0.path)", bytes: Array($0.text.utf8)) },
            edits: additions.compactMap { addition in
                files[addition.file].flatMap { SpecLayout($0).add([addition.lines], below: "operations") }
            })
    }

    /// Adds an operation to a resource of the spec; the types that it needs become a file of their own.
    private mutating func add(
        _ operation: OpenAPIOperation, to resource: Resource, _ document: OpenAPIDocument, _ names: NameRegister,
        _ spec: ExistingSpec, _ facts: Facts, _ notice: @escaping (String, SourceRange) -> Void
    ) {
        var names = names
        let importing = ResourceImport(
            resource.type.value, words: English.words(resource.type.value), [operation], type: resource.type.value,
            document,
            notice: notice)
        let method = importing.methodNames(besides: resource.operations)[0]
        let request = Operation.requestName(of: method, in: resource.type.value)
        let family = names.claim([request + "Types"])
        var types = TypeImport(document, names: names, existing: spec, facts: facts, notice: notice)
        let text = importing.operationText(&types, besides: resource, as: method)
        additions.append((resource.file, text))
        let folder = spec.api.modules.module(ofFile: resource.file).map { "\($0.folder.value)/" } ?? ""
        addFile(of: types.take().types, to: folder, family: family, resource.type.value)
        if types.existing.lacksPaging { files.append(PagingText.file) }
        operationCount = 1
        reuses = types.existing.reuses
    }

    /// The folder of the module that has a tag, with a slash; empty for a spec without modules.
    private static func folder(ofTag tag: String, in modules: Modules, notice: (String) -> Void) -> String {
        if modules.all.isEmpty { return "" }
        if let module = modules.module(ofTag: tag) { return "\(module.folder.value)/" }
        notice("no module has the tag '\(tag)': move the new file into the folder of one")
        return ""
    }

    /// The types of resources. Those of tags take their names first.
    private static func resourceNames(_ groups: [ResourceGroups.Group], _ names: inout NameRegister) -> [String] {
        var types = groups.map { _ in "" }
        let order = groups.indices.filter { groups[$0].isWholeTag } + groups.indices.filter { !groups[$0].isWholeTag }
        for index in order {
            let words = groups[index].words
            let tag = English.words(groups[index].tag)
            let longer = tag.dropLast() + [English.singular(tag.last ?? "")] + words
            let candidates = groups[index].isWholeTag ? [words, words + ["api"]] : [words, longer, longer + ["api"]]
            types[index] = names.claim(candidates.map(English.typeName))
        }
        return types
    }
}

extension String {
    /// A path of a document as the spec writes it: `/projects/:id/hooks`.
    var specPath: String {
        "/" + routeSegments.map { $0.isPlaceholder ? ":" + $0.placeholderName : $0 }.joined(separator: "/")
    }

    /// The name of a spec file for a Swift name: `project_hooks` for `ProjectHooks`.
    fileprivate var fileStem: String { English.words(self).joined(separator: "_") }

    /// The name of the Swift file that a spec file of this path becomes, `ProjectHook` of `spec/types/project_hook.yaml`.
    fileprivate var swiftFileName: String {
        English.typeName(English.words(split(separator: "/").last?.prefix { $0 != "." } ?? ""))
    }

    /// A path of the spec without the names in it.
    var anonymousRoute: String { split(separator: "/").map { $0.hasPrefix(":") ? ":" : $0 }.joined(separator: "/") }
}
