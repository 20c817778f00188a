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
    /// - Parameter existing: the spec that there is: its operations are left out, its tables and types are used.
    public init(_ document: OpenAPIDocument, _ selection: Selection, existing: SpecReading? = nil) {
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
        var routes = Set(
            api.resources.flatMap(\.operations).map {
                OperationRoute(method: $0.method.rawValue, path: $0.path.text.value)
            })
        var groups: [(tag: String, operations: [OpenAPIOperation])] = []
        var places: [String: Int] = [:]
        for operation in document.operations {
            let tag =
                operation.tags.first?.value
                ?? English.words(operation.path.value.routeSegments.first ?? "other").joined(separator: " ")
            guard selection.holds(operation, tag: tag) else { continue }
            let route = OperationRoute(operation)
            guard routes.insert(route).inserted else {
                notice("there is already an operation for \(route)", operation.path.range)
                continue
            }
            // Tags that differ in blanks or capitals only are one resource.
            let key = English.words(tag).joined()
            if let place = places[key] {
                groups[place].operations.append(operation)
            } else {
                places[key] = groups.count
                groups.append((tag, [operation]))
            }
        }
        var names = NameRegister(taken)
        if case .operation = selection, let operation = groups.first?.operations.first,
            let resource = spec.neighbours(of: operation)
        {
            add(operation, to: resource, document, names, spec, notice)
            diagnostics = collector.sorted
            return
        }
        let resources = groups.map {
            names.claim([English.typeName(English.words($0.tag)), English.typeName(English.words($0.tag) + ["api"])])
        }
        // Each file of types becomes a Swift file of its name.
        let families = resources.map { names.claim([$0 + "Types"]) }
        var types = TypeImport(document, names: names, existing: spec, notice: notice)
        for (group, (type, family)) in zip(groups, zip(resources, families)) {
            let resource = ResourceImport(group.tag, group.operations, type: type, document, notice: notice)
            let stem = English.words(type).joined(separator: "_")
            files.append(("\(stem).yaml", resource.text(&types)))
            let sections = types.takeSections()
            if !sections.isEmpty {
                files.append(
                    (
                        "types/\(English.words(family).joined(separator: "_")).yaml",
                        Self.typesText(sections, of: group.tag)
                    ))
            }
            operationCount += group.operations.count
        }
        if types.existing.lacksPaging { files.append(PagingText.file) }
        reuses = types.existing.reuses
        diagnostics = collector.sorted
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
        _ spec: ExistingSpec, _ notice: @escaping (String, SourceRange) -> Void
    ) {
        var names = names
        let request = OperationNames(operation, isList: false).requestNames(operation)[0]
        let family = names.claim([request + "Types"])
        var types = TypeImport(document, names: names, existing: spec, notice: notice)
        let text = ResourceImport(resource.type.value, [operation], type: resource.type.value, document, notice: notice)
            .operationText(&types, besides: resource)
        additions.append((resource.file, text))
        let sections = types.takeSections()
        if !sections.isEmpty {
            files.append(
                (
                    "types/\(English.words(family).joined(separator: "_")).yaml",
                    Self.typesText(sections, of: resource.type.value)
                ))
        }
        if types.existing.lacksPaging { files.append(PagingText.file) }
        operationCount = 1
        reuses = types.existing.reuses
    }

    private static func typesText(_ sections: [(section: String, lines: [String])], of tag: String) -> String {
        var text = SpecText(comment: "TODO: what the operations of \(tag) take and response.", depth: 1)
        for section in ["hashes", "types", "enums"] {
            let all = sections.filter { $0.section == section }
            if all.isEmpty { continue }
            text.blank()
            text.line(0, "\(section):")
            for lines in all.map(\.lines) { for line in lines { text.line(0, line) } }
        }
        return text.text
    }
}

extension String {
    /// A path of a document as the spec writes it: `/projects/:id/hooks`.
    var specPath: String {
        "/" + routeSegments.map { $0.isPlaceholder ? ":" + $0.placeholderName : $0 }.joined(separator: "/")
    }

    /// The name of the Swift file that a spec file of this path becomes, `ProjectHook` of `spec/types/project_hook.yaml`.
    fileprivate var swiftFileName: String {
        English.typeName(English.words(split(separator: "/").last?.prefix { $0 != "." } ?? ""))
    }

    /// A path of the spec without the names in it.
    var anonymousRoute: String { split(separator: "/").map { $0.hasPrefix(":") ? ":" : $0 }.joined(separator: "/") }
}
