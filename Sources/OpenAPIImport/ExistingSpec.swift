// The declarations of a spec that an import uses again, instead of duplicating them under another name.

import Drift
import OpenAPI
import SpecModel
import SpecSyntax

/// Something of the spec that an import uses.
public struct Reuse: Sendable, Hashable, CustomStringConvertible {
    public enum Kind: String, Sendable {
        case table, type, hash, resource
        case enumeration = "enum"
    }

    public let kind: Kind
    public let name: String
    /// The reason, in a few words.
    public let reason: String

    /// One line: `table project_id: GET /projects/:id takes 'id' from it`.
    public var description: String { "\(kind.rawValue) \(name): \(reason)" }
}

/// The declarations of a spec, to find those that match a part of a document.
struct ExistingSpec {
    let api: API
    private let tables: [AttributeTable]
    private let comparison: TypeComparison
    /// Whether an operation has pages without a table of their attributes.
    private(set) var lacksPaging = false
    /// The used declarations, each once, in order of use.
    private(set) var reuses: [Reuse] = []

    /// A table of a single row says too little to be recognised by its rows alone.
    private static let fewestRows = 2
    /// Many types have an ID and a name: with fewer fields in common, one does not count as a part of another.
    private static let fewestFields = 3

    init(_ reading: SpecReading, _ document: OpenAPIDocument) {
        api = reading.api
        tables = reading.tables
        comparison = TypeComparison(reading.api, document)
    }

    private mutating func use(_ kind: Reuse.Kind, _ name: Located<String>, _ reason: String) -> String {
        if !reuses.contains(where: { $0.kind == kind && $0.name == name.value }) {
            reuses.append(Reuse(kind: kind, name: name.value, reason: reason))
        }
        return name.value
    }

    // MARK: Resources

    /// The resource of the operations beside a new one: those of the same list, or of one thing in it.
    mutating func neighbours(of operation: OpenAPIOperation) -> Resource? {
        let segments = operation.path.value.specPath.anonymousRoute.split(separator: "/")
        let fixed = segments.indices.filter { segments[$0] != ":" }
        for index in fixed.reversed() {
            // A thing within a project is not about projects, and `repository` is no list.
            let isList = index + 1 < segments.count && segments[index + 1] == ":" && index != fixed.first
            guard index == fixed.last || isList else { continue }
            let prefix = segments[...index]
            let counts = api.resources.map { resource in
                // A thing within an element of the list is a list of its own.
                resource.operations.count { operation in
                    operation.routes.contains {
                        let others = $0.path.text.value.anonymousRoute.split(separator: "/")
                        return others.elementsEqual(prefix) || others.elementsEqual(prefix + [":"])
                    }
                }
            }
            guard let most = counts.max(), most > 0, let place = counts.firstIndex(of: most) else { continue }
            let resource = api.resources[place]
            _ = use(.resource, resource.type, "it has /\(prefix.joined(separator: "/")), in \(resource.file)")
            return resource
        }
        return nil
    }

    // MARK: Tables

    /// The tables for parts of a path: those from which an operation with the same beginning takes the same part.
    mutating func pathTables(for operation: OpenAPIOperation) -> [AttributeTable] {
        let segments = operation.path.value.specPath.split(separator: "/")
        let names = Set(segments.filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) })
        var found: [AttributeTable] = []
        for index in segments.indices where segments[index].hasPrefix(":") {
            let name = String(segments[index].dropFirst())
            if found.contains(where: { $0.has(name) }) { continue }
            for other in api.resources.lazy.flatMap(\.operations).flatMap(\.routes) {
                let others = other.path.text.value.split(separator: "/")
                guard others.count > index, others[index] == segments[index],
                    zip(others[..<index], segments).allSatisfy({ $0 == $1 || $0.hasPrefix(":") && $1.hasPrefix(":") }),
                    let row = other.attributes(in: .path).first(where: { $0.name.value == name }),
                    let table = tables.first(where: { $0.rows.contains { $0.name.range == row.name.range } }),
                    table.rows.allSatisfy({ names.contains($0.name.value) })
                else { continue }
                _ = use(
                    .table, table.name, "\(other.text) takes '\(name)' from it")
                found.append(table)
                break
            }
        }
        return found
    }

    /// The tables of which an operation has every row, the largest first; none of them has a row of another one.
    mutating func tables(
        for attributes: [OpenAPIAttribute], in location: OpenAPIAttribute.Location
    ) -> [AttributeTable] {
        let byName = attributes.indexed(by: \.name.value)
        let fitting = tables.filter { table in
            table.rows.count >= Self.fewestRows && table.name.value != PagingText.table
                && table.rows.allSatisfy { row in
                    byName[row.name.value].map { fits(row, $0.schema, isRequired: $0.isRequired) } == true
                        && (location == .body || !row.isNullable)
                }
        }
        var found: [AttributeTable] = []
        for table in fitting.sorted(by: { $0.rows.count > $1.rows.count })
        where !table.rows.contains(where: { row in found.contains { $0.has(row.name.value) } }) {
            let names = table.rows.map(\.name.value)
            let more = names.count > 4 ? " and \(names.count - 4) more" : ""
            _ = use(
                .table, table.name, "the document has all its rows, \(names.prefix(4).joined(separator: ", "))\(more)")
            found.append(table)
        }
        return found
    }

    /// The attributes that an operation need not have, as its offset pages bring them: those of the table, or of the
    /// one that an import adds to a spec that has none.
    mutating func attributesOfPages(among attributes: [OpenAPIAttribute]) -> Set<String> {
        guard let table = tables.first(where: { $0.name.value == PagingText.table }) else {
            lacksPaging = true
            return PagingText.attributes(among: attributes)
        }
        let brought = attributes.filter { attribute in
            table.rows.contains {
                $0.name.value == attribute.name.value
                    && fits($0, attribute.schema, isRequired: attribute.isRequired)
            }
        }
        return Set(brought.map(\.name.value))
    }

    private func fits(_ row: Attribute, _ schema: OpenAPISchema, isRequired: Bool) -> Bool {
        row.isRequired == isRequired && agree(row.type.value, schema, isCommaSeparated: row.isCommaSeparated)
            && (schema.defaultValue == nil || row.defaultValue == nil
                || row.defaultValue?.value == [schema.defaultValue?.value ?? ""])
    }

    /// Whether a type can be that of a schema, and has the values that it lists.
    private func agree(_ type: TypeReference, _ schema: OpenAPISchema, isCommaSeparated: Bool = false) -> Bool {
        comparison.agree(type, schema, isCommaSeparated: isCommaSeparated)
            && comparison.values(type, schema).onlyDocument.isEmpty
    }

    // MARK: Types

    /// The enum that has these values and no others, whatever their order; the one of a certain name before others.
    mutating func enumeration(_ values: [String], isInteger: Bool, named names: [String]) -> String? {
        let fitting = api.enums.filter { type in
            type.deprecation == nil && (type.rawType == .integer) == isInteger
                && Set(type.values.map { $0.number.map { String($0.value) } ?? $0.name.value }) == Set(values)
        }
        let best = fitting.first { names.contains($0.name.value) } ?? fitting.first
        return best.map { use(.enumeration, $0.name, "it has the same \(values.count) values") }
    }

    /// The type for an object in a response: the one of its name, if they have a field in common; else one with all its
    /// fields, and not many others.
    mutating func model(_ members: [OpenAPISchema.Member], named name: String?) -> String? {
        let names = Set(members.map(\.name.value))
        if let named = api.models.first(where: { $0.name.value == name })
            ?? api.models.first(where: { name.map(English.wordsInOrder) == English.wordsInOrder($0.name.value) })
        {
            let missing = members.map(\.name.value).filter { !named.has($0) }
            if missing.count < members.count {
                let lack = missing.isEmpty ? "" : ", but lacks \(missing.joined(separator: ", "))"
                return use(.type, named.name, "it has the name of the document's\(lack)")
            }
        }
        let fitting = api.models.filter { $0.deprecation == nil && holds($0, members) }
        guard let best = fitting.min(by: { $0.fields.count < $1.fields.count }) else { return nil }
        let others = best.fields.count - names.count
        return use(
            .type, best.name,
            others == 0 ? "it has the same fields" : "it has all \(names.count) fields, and \(others) more")
    }

    private func holds(_ model: ModelType, _ members: [OpenAPISchema.Member]) -> Bool {
        let fields = model.fields.indexed(by: \.name.value)
        guard
            members.allSatisfy({ member in fields[member.name.value].map { agree($0.type.value, member.schema) } == true
            })
        else { return false }
        if members.count == fields.count { return true }
        // A field that every response has to have would be missing.
        let names = Set(members.map(\.name.value))
        return members.count >= Self.fewestFields && members.count * 2 >= fields.count
            && !model.fields.contains { $0.isAlwaysPresent && !names.contains($0.name.value) }
    }

    /// The hash that has these members and no others.
    mutating func hash(_ members: [OpenAPISchema.Member]) -> String? {
        let byName = members.indexed(by: \.name.value)
        let found = api.hashes.first { hash in
            hash.deprecation == nil && hash.attributes.count == byName.count
                && hash.attributes.allSatisfy { row in
                    byName[row.name.value].map { fits(row, $0.schema, isRequired: $0.isRequired) } == true
                }
        }
        return found.map { use(.hash, $0.name, "it has the same members") }
    }
}

extension AttributeTable {
    func has(_ name: String) -> Bool { rows.contains { $0.name.value == name } }
}

extension ModelType {
    fileprivate func has(_ name: String) -> Bool { fields.contains { $0.name.value == name } }
}
