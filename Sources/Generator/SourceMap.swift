// The map between the rows of the spec, their declarations, and GitLab's documentation.

import SpecModel
import SpecSyntax
import SwiftEmitter

/// The rows of a spec with the declarations that they become.
public struct SourceMap: Sendable {
    /// A row or a declaration of the spec, and its Swift.
    public struct Entry: Sendable {
        /// The Swift name with its type: `ListProjects.orderBy`, `projects.list`, `Project`.
        public let name: String
        /// The names by which it is found.
        let names: Set<String>
        /// Its description: `query attribute of GET /projects`.
        public let what: String
        /// Its place in the spec.
        public let place: SourceRange
        /// The origin of its Swift name, in a sentence.
        public let naming: String
        /// The page of GitLab's documentation.
        public let docs: String?
        /// The file below the output folder, with the lines of the declaration: of its comment first, then of itself.
        public let file: String
        public let lines: ClosedRange<Int>
        /// The declaration's first line.
        public let declaration: String
    }

    public private(set) var entries: [Entry] = []
    private let declarations: [Key: Declaration]

    /// A declaration by what it belongs to and what it comes from: a row of a shared table has one in each request.
    private struct Key: Hashable {
        let owner: String?
        let source: SourceRange
    }

    private struct Declaration: Sendable {
        let file: String
        let symbol: Symbol
    }

    /// Maps a spec to the client that was generated from it.
    public init(_ api: API, _ client: GeneratedFiles) {
        var declarations: [Key: Declaration] = [:]
        for file in client.declarations {
            for symbol in file.symbols {
                guard let source = symbol.source else { continue }
                let key = Key(owner: symbol.owner, source: source)
                // An operation has several methods, where there are several ways to make its request.
                if declarations[key] == nil { declarations[key] = Declaration(file: file.path, symbol: symbol) }
            }
        }
        self.declarations = declarations
        api.resources.forEach { add($0) }
        api.hashes.forEach { add($0) }
        api.models.forEach { add($0) }
        api.enums.forEach { add($0) }
        api.parents.forEach { add($0) }
        api.events.forEach { add($0) }
    }

    /// The entries that a name may mean: `archived`, `path_with_namespace`, `ListProjects.orderBy`, `projects.list`.
    public func entries(named name: String) -> [Entry] {
        entries.filter { $0.names.contains(name) }
    }

    /// The entries of a line of a spec file: those that stand on it, or the ones above it.
    public func entries(inSpecFile path: String, line: Int) -> [Entry] {
        let above = entries.filter { $0.place.path == path && $0.place.start.line <= line }
        let nearest = above.map(\.place.start.line).max()
        return above.filter { $0.place.start.line == nearest }
    }

    /// The entry of a line of a generated file.
    public func entry(inFile path: String, line: Int) -> Entry? {
        entries.filter { $0.file == path && $0.lines.lowerBound <= line }.max {
            $0.lines.lowerBound < $1.lines.lowerBound
        }
    }

    private mutating func add(_ resource: Resource) {
        addType(resource.type, "resource", docs: resource.docs?.value, also: [resource.name.value])
        for operation in resource.operations { add(operation, of: resource) }
    }

    private mutating func add(_ operation: Operation, of resource: Resource) {
        let route = operation.route
        let routes = [route] + operation.routes.map(\.text)
        let docs = operation.docs.value
        addType(operation.request, "request builder of \(route)", docs: docs, also: routes)
        append(
            "\(resource.name.value).\(operation.name.value)", also: [operation.name.value], "method for \(route)",
            at: operation.name.range, of: resource.type.value,
            naming: "the key of the operation is the name of the method", docs: docs)
        for row in operation.attributes {
            addMember(
                row.name, row.swiftName, of: operation.request.value, "\(row.location.rawValue) attribute of \(route)",
                docs: docs)
        }
    }

    private mutating func add(_ hash: HashType) {
        addType(hash.name, "hash in requests", docs: nil)
        for row in hash.attributes {
            addMember(row.name, row.swiftName, of: hash.name.value, "attribute of the hash", docs: nil)
        }
    }

    private mutating func add(_ parent: ParentType) {
        addType(parent.name, "what operations belong to", docs: parent.docs?.value, also: [":" + parent.placeholder])
        for one in parent.cases {
            append(
                "\(parent.name.value).\(one.swiftName)",
                also: [
                    one.name.value, one.swiftName.text, "\(parent.name.value).\(one.name.value)", one.path.text.value,
                ],
                "parent with the path \(one.path.text.value)", at: one.name.range, of: parent.name.value,
                naming: one.swiftName == SwiftName(from: one.name.value)
                    ? "the words of the case's name are joined, each but the first with a capital"
                    : "the case names it itself, with 'as'", docs: parent.docs?.value)
        }
    }

    private mutating func add(_ model: ModelType) {
        addType(model.name, "type of responses", docs: model.docs?.value)
        for field in model.fields {
            addMember(
                field.name, field.swiftName, of: model.name.value, "field of \(model.name.value)",
                docs: model.docs?.value)
        }
    }

    private mutating func add(_ enumeration: EnumType) {
        addType(enumeration.name, "open enum", docs: enumeration.docs?.value)
        for value in enumeration.values {
            addMember(
                value.name, value.swiftName, of: enumeration.name.value, "value of \(enumeration.name.value)",
                docs: enumeration.docs?.value)
        }
    }

    private mutating func add(_ event: WebhookEventType) {
        let kinds = event.kinds.map(\.value)
        append(
            "WebhookPayload.\(event.name.value)", also: kinds + [event.name.value, event.header.value],
            "event with the header \(event.header.value)", at: event.name.range, of: "WebhookPayload",
            naming: "the key of the event is the name of the case", docs: event.docs.value)
    }

    private mutating func addType(_ name: Located<String>, _ what: String, docs: String?, also: [String] = []) {
        append(
            name.value, also: also, what, at: name.range, of: nil, naming: "the spec names the type itself",
            docs: docs)
    }

    private mutating func addMember(
        _ name: Located<String>, _ swiftName: SwiftName, of owner: String, _ what: String, docs: String?
    ) {
        append(
            "\(owner).\(swiftName.text)", also: [name.value, swiftName.text, "\(owner).\(name.value)"], what,
            at: name.range, of: owner, naming: Self.naming(name.value, swiftName), docs: docs)
    }

    private static func naming(_ name: String, _ swiftName: SwiftName) -> String {
        if SwiftName(from: name) != swiftName { return "the row names it itself, with 'as': '\(name)' on the wire" }
        if name == swiftName.text { return "the name on the wire is one of Swift's as it is" }
        return "'\(name)' on the wire: words are joined, each but the first with a capital, URL and ID in one case"
    }

    private mutating func append(
        _ name: String, also names: [String], _ what: String, at place: SourceRange, of owner: String?,
        naming: String, docs: String?
    ) {
        guard let declaration = declarations[Key(owner: owner, source: place)] else { return }
        entries.append(
            Entry(
                name: name, names: Set(names + [name]), what: what, place: place, naming: naming, docs: docs,
                file: declaration.file, lines: declaration.symbol.lines, declaration: declaration.symbol.firstLine))
    }
}
