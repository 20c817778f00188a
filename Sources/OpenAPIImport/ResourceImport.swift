// One resource of the spec, from the operations of a document's tag.

import OpenAPI
import SpecModel
import SpecSyntax
import SpecWriter

/// A resource to be written.
struct ResourceImport {
    private let tag: String
    /// The words of its name.
    private let words: [String]
    private let type: String
    private let operations: [OpenAPIOperation]
    private let document: OpenAPIDocument
    private let notice: (String, SourceRange) -> Void

    init(
        _ tag: String, words: [String], _ operations: [OpenAPIOperation], type: String, _ document: OpenAPIDocument,
        notice: @escaping (String, SourceRange) -> Void
    ) {
        self.tag = tag
        self.words = words
        self.type = type
        self.operations = operations
        self.document = document
        self.notice = notice
    }

    /// The file of the resource. The types that it needs are left in `types`.
    func text(_ types: inout TypeImport) -> String {
        var text = SpecText(comment: "TODO: imported from an OpenAPI document, tag \(tag).", depth: 0)
        text.blank()
        text.line(0, "resource:")
        text.line(1, "name: \(English.memberName(English.words(type)))")
        text.line(1, "type: \(type)")
        text.line(1, "about: \"\(SpecText.todo("describe its purpose"))\"")
        text.line(1, "docs: https://docs.gitlab.com/api/\(English.words(tag).joined(separator: "_"))/")
        let shared = sharedPathTables(&types)
        if !shared.isEmpty { text.line(1, "path_tables: [\(shared.map(\.name.value).joined(separator: ", "))]") }
        text.blank()
        text.line(0, "operations:")
        let methods = methodNames()
        for index in operations.indices {
            write(
                operations[index], as: methods[index], inheriting: shared.flatMap(\.rows), to: &text, &types)
        }
        return text.text
    }

    /// The lines of the only operation, for a resource of the spec that others are in already.
    func operationText(_ types: inout TypeImport, besides resource: Resource, as name: String) -> [String] {
        var text = SpecText(comment: "", depth: 0)
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

    /// The names of the methods. One that does not follow from the rules is reported.
    func methodNames(besides others: [Operation] = []) -> [String] {
        let names = MethodNames(
            of: operations.map { OperationNames($0, in: words, returning: response(of: $0)) },
            besides: Set(others.map(\.name.value)), Set(others.map { OperationPath($0.path.text.value).container }))
        for index in names.unnamed {
            notice(
                "no name for \(OperationRoute(operations[index])) follows from its path: '\(names.names[index])' is a "
                    + "placeholder, which a person has to replace", operations[index].path.range)
        }
        return names.names
    }

    /// Returns the kind of response of an operation, as far as its name says it.
    private func response(of operation: OpenAPIOperation) -> OperationNames.Response {
        if isList(operation) { return .list }
        guard operation.method.value == "GET", let response = operation.success else { return .other }
        return returnsFile(operation, response) ? .file : .other
    }

    /// Whether it returns a list; where the document omits that, by its pages or its path.
    private func isList(_ operation: OpenAPIOperation) -> Bool {
        guard operation.method.value == "GET", let response = operation.success, response.status != 204 else {
            return false
        }
        guard let schema = response.schema else { return isCalledList(operation) && !returnsFile(operation, response) }
        if case .array = document.resolved(schema).kind { return true }
        return isPaged(operation) || holdsOthers(operation) || isCalledList(operation)
    }

    /// Whether its summary lists what its path names many of.
    private func isCalledList(_ operation: OpenAPIOperation) -> Bool {
        guard operation.summaryVerb == "list" || operation.summaryVerb == "lists",
            let last = operation.path.value.routeSegments.last, !last.isPlaceholder
        else { return false }
        return English.words(last).last.map(English.isPlural) == true
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
        let request = types.claim(RequestNames(operation, method: name, in: type).candidates)
        let owner = English.words(request)
        types.container = [OperationPath(operation.path.value).container.rawValue]
        var guesses = ["say what it does", "its names are guesses"]
        let response = response(of: operation, isList: isList, owner: owner, &types, &guesses)
        guesses += pathGuesses(operation)
        if let doubt = types.facts.doubt(about: operation) { guesses.append("decide what it returns: \(doubt.words)") }
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
            let schema = pathSchema(attribute, of: operation)
            text.line(
                3,
                types.row(
                    Located(placeholder, at: operation.path.range), schema, isRequired: true, of: owner, in: .path,
                    own: placeholder.ownSwiftName(&names.swift)))
        }
    }

    /// The schema of a placeholder, or that of a text where it is none that a path can hold.
    private func pathSchema(_ attribute: OpenAPIAttribute?, of operation: OpenAPIOperation) -> OpenAPISchema {
        let text = OpenAPISchema(.string(format: nil), at: operation.path.range)
        guard let attribute else { return text }
        switch document.resolved(attribute.schema).kind {
        case .integer: return attribute.schema
        case .oneOf(let choices) where choices.allSatisfy({ isTextOrNumber(document.resolved($0)) }):
            return attribute.schema
        case .string(nil) where isContainer(attribute, of: operation):
            let number = OpenAPISchema(.integer, at: attribute.schema.range)
            return OpenAPISchema(.oneOf([attribute.schema, number]), at: attribute.schema.range)
        case .string(let format) where format != "date-time": return attribute.schema
        case .boolean, .number, .string, .file, .array, .object, .reference, .oneOf, .unknown:
            notice(
                "'\(attribute.name.value)' cannot be part of a path as it is: it is read as a text",
                attribute.name.range)
            return text
        }
    }

    /// Whether a placeholder names the project or the group that a path begins with, by its ID or its path, though the
    /// document calls it a text.
    private func isContainer(_ attribute: OpenAPIAttribute, of operation: OpenAPIOperation) -> Bool {
        let segments = operation.path.value.routeSegments
        return ["projects", "groups"].contains(segments.first) && segments.count > 1
            && segments[1] == "{\(attribute.name.value)}" && attribute.name.value == "id"
    }

    private func isTextOrNumber(_ schema: OpenAPISchema) -> Bool {
        switch schema.kind {
        case .integer, .string: true
        case .boolean, .number, .file, .array, .object, .reference, .oneOf, .unknown: false
        }
    }

    /// The attributes of a place; those in the body of a request that has none belong to the query.
    private func attributes(of operation: OpenAPIOperation, in location: OpenAPIAttribute.Location)
        -> [OpenAPIAttribute]
    {
        let own = operation.attributes(in: location)
        guard ["GET", "HEAD"].contains(operation.method.value) else { return own }
        switch location {
        case .path, .header: return own
        case .body: return []
        case .query:
            let moved = operation.attributes(in: .body)
            if let first = moved.first {
                notice(
                    "a \(operation.method.value) request has no body: its attributes are sent in the query",
                    first.name.range)
            }
            return own + moved
        }
    }

    private func writeAttributes(
        of operation: OpenAPIOperation, in location: OpenAPIAttribute.Location, _ owner: [String],
        _ names: inout RowNames, to text: inout SpecText, _ types: inout TypeImport
    ) {
        let written = attributes(of: operation, in: location).filter {
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
            notice("the attribute '\(name)' has a name that the spec cannot represent", attribute.name.range)
            return false
        }
        guard names.wire.insert(name).inserted else {
            notice("'\(name)' appears twice in one operation", attribute.name.range)
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
        if returnsFile(operation, response) {
            if response.schema == nil, !response.isRedirectOrBinary {
                guesses.append("the document does not describe its response")
            }
            return "download"
        }
        guard let schema = response.schema else {
            guard operation.method.value == "GET" else { return "nothing" }
            guesses.append("the document does not describe its response")
            return isList ? "[json]" : "json"
        }
        let type = types.responseType(schema, of: owner + ["response"])
        if isList, !type.hasPrefix("[") {
            guesses.append(
                "the document describes a single item as its response, though its path, its pages or its summary suggest a list"
            )
            return "[\(type)]"
        }
        return type
    }

    /// Whether the response is a file; where the document omits that, by the end of the path.
    private func returnsFile(_ operation: OpenAPIOperation, _ response: OpenAPIResponse) -> Bool {
        if response.isRedirectOrBinary { return true }
        if let schema = response.schema {
            if case .file = document.resolved(schema).kind { return true }
            return false
        }
        guard operation.method.value == "GET", response.status != 204 else { return false }
        let last = operation.path.value.routeSegments.last ?? ""
        return ["raw", "download", "archive", "file", "content"].contains(last) || last.contains(".")
    }
}

extension OpenAPIResponse {
    fileprivate var isRedirectOrBinary: Bool { (300..<400).contains(status) || isBinary }
}
