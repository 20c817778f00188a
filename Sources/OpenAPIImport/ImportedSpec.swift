// Files of the spec to start from, made of an OpenAPI document: one file with the operations of a tag, one with their
// types. Sentences are left for a person to write, and every guess is marked with the TODO that lint reports.

import OpenAPI
import SpecModel
import SpecSyntax

/// What importing tags of a document gave.
public struct ImportedSpec {
    /// Files by their paths below the spec folder.
    public private(set) var files: [(path: String, text: String)] = []
    /// What could not be taken over, with its place in the document.
    public private(set) var diagnostics: [Diagnostic]
    public private(set) var operationCount = 0

    /// Imports tags of a document.
    ///
    /// - Parameters:
    ///   - tags: the tags; nil for the whole document. An operation with several belongs to the first.
    ///   - existing: the spec that there is: its operations are left out, its types are used by their names.
    public init(_ document: OpenAPIDocument, tags: [String]?, existing: API? = nil) {
        let collector = DiagnosticCollector()
        func notice(_ message: String, _ range: SourceRange) {
            collector.report(Diagnostic("not-imported", .warning, message, at: range))
        }
        let declared = Set(existing?.models.map(\.name.value) ?? [])
        let taken = existing.map { api in
            api.resources.flatMap { [$0.type.value] + $0.operations.map(\.request.value) }
                + api.models.map(\.name.value)
                + api.hashes.map(\.name.value) + api.enums.map(\.name.value)
        }
        var routes = Set(
            existing?.resources.flatMap(\.operations).map {
                "\($0.method.rawValue) \($0.path.text.value.anonymousRoute)"
            }
                ?? [])
        var groups: [(tag: String, operations: [OpenAPIOperation])] = []
        var places: [String: Int] = [:]
        for operation in document.operations {
            let tag =
                operation.tags.first?.value
                ?? English.words(operation.path.value.routeSegments.first ?? "other").joined(separator: " ")
            if let tags, !tags.contains(tag), !operation.tags.contains(where: { tags.contains($0.value) }) { continue }
            let route = "\(operation.method.value) \(operation.path.value.specPath.anonymousRoute)"
            guard routes.insert(route).inserted else {
                notice(
                    "there is already an operation for \(operation.method.value) \(operation.path.value.specPath)",
                    operation.path.range)
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
        var names = NameRegister(taken ?? [])
        let resources = groups.map {
            names.claim([English.typeName(English.words($0.tag)), English.typeName(English.words($0.tag) + ["api"])])
        }
        // Each file of types becomes a Swift file of its name.
        let families = resources.map { names.claim([$0 + "Types"]) }
        var types = TypeImport(document, names: names, declared: declared, notice: notice)
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
        diagnostics = collector.sorted
    }

    private static func typesText(_ sections: [(section: String, lines: [String])], of tag: String) -> String {
        var text = SpecText(comment: "TODO: what the operations of \(tag) take and answer.", depth: 1)
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

    /// A path of the spec without the names in it.
    var anonymousRoute: String { split(separator: "/").map { $0.hasPrefix(":") ? ":" : $0 }.joined(separator: "/") }
}
