// One resource of the spec, from the operations of a document's tag.

import OpenAPI
import SpecModel
import SpecSyntax
import SpecWriter

/// A resource to be written.
struct ResourceImport {
    private let tag: String
    private let type: String
    private let operations: [OpenAPIOperation]
    private let document: OpenAPIDocument
    private let notice: (String, SourceRange) -> Void

    init(
        _ tag: String, _ operations: [OpenAPIOperation], type: String, _ document: OpenAPIDocument,
        notice: @escaping (String, SourceRange) -> Void
    ) {
        self.tag = tag
        self.type = type
        self.operations = operations
        self.document = document
        self.notice = notice
    }

    /// The file of the resource. The types that it needs are left in `types`.
    func text(_ types: inout TypeImport) -> String {
        let words = English.words(type)
        var text = SpecText(comment: "TODO: imported from an OpenAPI document, tag \(tag).", depth: 0)
        text.blank()
        text.line(0, "resource:")
        text.line(1, "name: \(English.memberName(words))")
        text.line(1, "type: \(type)")
        text.line(1, "about: \"\(SpecText.todo("say what it is for"))\"")
        text.line(1, "docs: https://docs.gitlab.com/api/\(English.words(tag).joined(separator: "_"))/")
        let shared = sharedPathTables(&types)
        if !shared.isEmpty { text.line(1, "path_tables: [\(shared.map(\.name.value).joined(separator: ", "))]") }
        text.blank()
        text.line(0, "operations:")
        let methods = methodNames()
        for index in operations.indices {
            write(operations[index], as: methods[index], inheriting: shared.flatMap(\.rows), to: &text, &types)
        }
        return text.text
    }

    /// The lines of the only operation, for a resource of the spec that others are in already.
    func operationText(_ types: inout TypeImport, besides resource: Resource) -> [String] {
        var text = SpecText(comment: "", depth: 0)
        let name = methodNames(besides: Set(resource.operations.map(\.name.value)))[0]
        let page = resource.operations.first?.docs.value.prefix { $0 != "#" }
        write(
            operations[0], as: name, docs: resource.docs == nil ? page.map(String.init) : nil,
            inheriting: resource.path, to: &text, &types)
        // Behind the comment and a blank line; a declaration is not indented yet.
        return text.text.split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.hasPrefix("  ") }
            .dropLast().map { String($0.dropFirst(2)) }
    }

    /// The tables that all operations take parts of their paths from.
    private func sharedPathTables(_ types: inout TypeImport) -> [AttributeTable] {
        let tables = operations.map { types.existing.pathTables(for: $0) }
        return (tables.first ?? []).filter { table in
            tables.allSatisfy { $0.contains { $0.name.value == table.name.value } }
        }
    }

    /// The names of the methods: the best that fits no other operation as well.
    private func methodNames(besides others: Set<String> = []) -> [String] {
        let operations = operations.map { OperationNames($0, isList: isList($0)) }
        let candidates = operations.map { $0.methodNames(in: English.words(tag)) }
        var claims: [String: [Int]] = [:]
        for (index, names) in candidates.enumerated() {
            for name in Set(names) { claims[name, default: []].append(index) }
        }
        func isOwner(_ index: Int, of name: String) -> Bool {
            let all = claims[name] ?? []
            return all == [index] || all.filter { operations[$0].isOutermost } == [index]
        }
        var taken = others
        return candidates.enumerated().map { index, names in
            let free = names.first { isOwner(index, of: $0) && !taken.contains($0) }
            var name = free ?? names.last { !taken.contains($0) } ?? names.last ?? "call"
            if taken.contains(name) {
                for number in 2... where !taken.contains("\(name)\(number)") {
                    name += "\(number)"
                    break
                }
            }
            taken.insert(name)
            return name
        }
    }

    /// Whether it returns a list; where the document omits that, by its pages or its path.
    private func isList(_ operation: OpenAPIOperation) -> Bool {
        guard operation.method.value == "GET", let schema = operation.success?.schema else { return false }
        if case .array = document.resolved(schema).kind { return true }
        return isPaged(operation) || holdsOthers(operation)
    }

    /// Whether its path names many, of which another operation gets one.
    private func holdsOthers(_ operation: OpenAPIOperation) -> Bool {
        guard let last = operation.path.value.routeSegments.last, !last.isPlaceholder,
            English.words(last).last.map(English.isPlural) == true
        else { return false }
        let prefix = operation.path.value + "/{"
        return operations.contains {
            $0.method.value == "GET" && $0.path.value.hasPrefix(prefix)
                && !$0.path.value.dropFirst(prefix.count).contains("/")
        }
    }

    private func isPaged(_ operation: OpenAPIOperation) -> Bool {
        let names = operation.attributes(in: .query).map(\.name.value)
        return names.contains("page") && names.contains("per_page")
    }

    private func write(
        _ operation: OpenAPIOperation, as name: String, docs: String? = nil, inheriting path: [Attribute],
        to text: inout SpecText, _ types: inout TypeImport
    ) {
        let isList = isList(operation)
        let request = types.claim(OperationNames(operation, isList: isList).requestNames(operation))
        let owner = English.words(request)
        var guesses = ["say what it does", "its names are guesses"]
        let response = response(of: operation, isList: isList, owner: owner, &types, &guesses)
        guesses += pathGuesses(operation)
        text.blank()
        text.line(1, "\(name):")
        text.line(2, "\(operation.method.value): \(SpecText.quoted(operation.path.value.specPath))")
        if request != Operation.requestName(of: name, in: type) { text.line(2, "request: \(request)") }
        text.line(2, "about: \"TODO: \(guesses.joined(separator: "; ")).\"")
        if let docs { text.line(2, "docs: \(docs)") }
        text.line(2, "returns: \(response)")
        if let status = unusualStatus(operation) { text.line(2, "status: \(status)") }
        let hasPages = isList && response.hasPrefix("[") && isPaged(operation)
        if hasPages { text.line(2, "pages: [offset]") }
        if operation.isDeprecated { text.line(2, "deprecated: {}") }
        var names = RowNames()
        if hasPages { names.brought = types.existing.attributesOfPages(among: operation.attributes(in: .query)) }
        writePath(of: operation, inheriting: path, owner, &names, to: &text, &types)
        for location in [OpenAPIAttribute.Location.query, .header, .body] {
            writeAttributes(of: operation, in: location, owner, &names, to: &text, &types)
        }
    }

    /// The names that the rows of an operation have taken.
    private struct RowNames {
        var wire: Set<String> = []
        var swift: Set<String> = []
        /// Those in the query that its pages bring.
        var brought: Set<String> = []

        mutating func take(_ rows: [Attribute]) {
            for row in rows {
                wire.insert(row.name.value)
                swift.insert(row.swiftName.text)
            }
        }

        /// Takes the rows of tables, and names the tables.
        mutating func take(
            _ tables: [AttributeTable], in location: OpenAPIAttribute.Location, to text: inout SpecText
        ) {
            if tables.isEmpty { return }
            text.line(2, "\(location.rawValue)_tables: [\(tables.map(\.name.value).joined(separator: ", "))]")
            take(tables.flatMap(\.rows))
        }
    }

    /// The guesses about a path.
    private func pathGuesses(_ operation: OpenAPIOperation) -> [String] {
        let path = operation.path.value
        var guesses: [String] = []
        if path.contains("(") { guesses.append("what its path can go without is left out") }
        let segments = path.routeSegments.map {
            $0.isPlaceholder && ($0.hasPrefix("{") && $0.hasSuffix("}") || $0.hasPrefix("*")) ? ":" : $0
        }
        if path.specPath.anonymousRoute != segments.joined(separator: "/") {
            guesses.append("a part of its path is a placeholder in the document")
        }
        return guesses
    }

    private func writePath(
        of operation: OpenAPIOperation, inheriting path: [Attribute], _ owner: [String], _ names: inout RowNames,
        to text: inout SpecText, _ types: inout TypeImport
    ) {
        let all = operation.path.value.routeSegments.filter(\.isPlaceholder).map(\.placeholderName)
        names.take(path.filter { all.contains($0.name.value) })
        let tables = types.existing.pathTables(for: operation)
        names.take(
            tables.filter { !$0.rows.allSatisfy { names.wire.contains($0.name.value) } }, in: .path, to: &text)
        let placeholders = all.filter { !names.wire.contains($0) }
        if placeholders.isEmpty { return }
        text.line(2, "path:")
        for placeholder in placeholders where names.wire.insert(placeholder).inserted {
            let attribute = operation.attributes(in: .path).first { $0.name.value == placeholder }
            let schema = attribute?.schema ?? OpenAPISchema(.string(format: nil), at: operation.path.range)
            text.line(
                3,
                types.row(
                    Located(placeholder, at: operation.path.range), schema, isRequired: true, of: owner, in: .path,
                    own: placeholder.ownSwiftName(&names.swift)))
        }
    }

    private func writeAttributes(
        of operation: OpenAPIOperation, in location: OpenAPIAttribute.Location, _ owner: [String],
        _ names: inout RowNames, to text: inout SpecText, _ types: inout TypeImport
    ) {
        let written = operation.attributes(in: location).filter {
            location != .query || !names.brought.contains($0.name.value)
        }
        let all = written.filter { !names.wire.contains($0.name.value) }
        let tables = types.existing.tables(for: all, in: location)
        names.take(tables, in: location, to: &text)
        let attributes = written.filter { attribute in
            !tables.contains { $0.has(attribute.name.value) } && canWrite(attribute, &names)
        }
        if attributes.isEmpty { return }
        text.line(2, "\(location.rawValue):")
        for attribute in attributes {
            text.line(
                3,
                types.row(
                    attribute.name, attribute.schema, isRequired: attribute.isRequired, of: owner, in: location,
                    own: attribute.name.value.ownSwiftName(&names.swift)))
        }
    }

    /// Whether an attribute can be a row of its own; others are reported.
    private func canWrite(_ attribute: OpenAPIAttribute, _ names: inout RowNames) -> Bool {
        let name = attribute.name.value
        guard name.isWireName else {
            notice("the attribute '\(name)' has a name that the spec cannot say", attribute.name.range)
            return false
        }
        guard names.wire.insert(name).inserted else {
            notice("'\(name)' stands twice in one operation", attribute.name.range)
            return false
        }
        return true
    }

    /// The status of success, where it is not the default.
    private func unusualStatus(_ operation: OpenAPIOperation) -> Int? {
        guard let status = operation.success?.status, let usual = Self.usualStatuses[operation.method.value],
            (200..<300).contains(status), status != usual
        else { return nil }
        return status
    }

    /// The default statuses.
    private static let usualStatuses = ["GET": 200, "HEAD": 200, "POST": 201, "PUT": 200, "PATCH": 200, "DELETE": 204]

    private func response(
        of operation: OpenAPIOperation, isList: Bool, owner: [String], _ types: inout TypeImport,
        _ guesses: inout [String]
    ) -> String {
        guard operation.method.value != "HEAD", let response = operation.success, response.status != 204 else {
            return "nothing"
        }
        if (300..<400).contains(response.status) || response.isBinary { return "download" }
        guard let schema = response.schema else {
            guard operation.method.value == "GET" else { return "nothing" }
            guesses.append("the document does not say what it responds")
            let last = operation.path.value.routeSegments.last ?? ""
            return ["raw", "download", "archive", "file", "content"].contains(last) || last.contains(".")
                ? "download" : "json"
        }
        if case .file = document.resolved(schema).kind { return "download" }
        let type = types.responseType(schema, of: owner + ["response"])
        if isList, !type.hasPrefix("[") {
            guesses.append("the document says that it responds one, though its path or its pages say many")
            return "[\(type)]"
        }
        return type
    }
}
