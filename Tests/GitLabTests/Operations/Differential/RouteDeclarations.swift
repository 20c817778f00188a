// The operations as Server/operation_declarations.rb reads them: a route an entry, with all that its attributes declare.

import GitLab

@testable import GitLabTesting

enum RouteDeclarations {
    /// JSON for the server.
    static func document(of table: OperationTable) throws -> [UInt8] {
        let routes = table.operations.flatMap { operation in
            operation.paths.enumerated().map { index, path in
                RouteMatch(operation: operation, path: index, pattern: RoutePattern(path))
            }
        }
        return try JSONValue.array(routes.map { entry(of: $0, table) }).serialized()
    }

    private static func entry(of match: RouteMatch, _ table: OperationTable) -> JSONValue {
        let operation = match.operation
        func groups(_ names: [[String]]) -> JSONValue {
            .array(names.map { .array($0.map(JSONValue.string)) })
        }
        return [
            "method": .string(operation.method), "path": .string(operation.paths[match.path]),
            "at_least_one_of": groups(operation.atLeastOneOf), "exclusive": groups(operation.exclusive),
            "attributes": .array(match.declaredParameters.map { row(of: $0, table) }),
        ]
    }

    private static func row(of attribute: DeclaredAttribute, _ table: OperationTable) -> JSONValue {
        let type = attribute.type.element ?? attribute.type
        let values = type.name.flatMap { table.enums[$0] }
        let members = attribute.members(in: table)
        var row: [String: JSONValue] = [
            "name": .string(attribute.name), "type": .string(kind(of: type, values)),
            "array": .bool(attribute.type.element != nil), "comma": .bool(attribute.isCommaSeparated),
            "required": .bool(attribute.isRequired), "not_blank": .bool(attribute.rejectsBlank),
            "not_zero": .bool(attribute.name == "per_page"),
        ]
        if let values { row["values"] = .array(values) }
        if let members { row["members"] = .array(members.map { self.row(of: $0, table) }) }
        if attribute.hasRange {
            row["minimum"] = attribute.minimum.map { .integer(Int64($0)) }
            row["maximum"] = attribute.maximum.map { .integer(Int64($0)) }
        }
        row["limit"] = attribute.maximumLength.map { .integer(Int64($0)) }
        return .object(row)
    }

    /// The name of a type; `any` where GitLab declares none.
    private static func kind(of type: DeclaredType, _ values: [JSONValue]?) -> String {
        switch type {
        case .builtIn("id_or_path"), .builtIn("content"): "string"
        case .builtIn("json"): "any"
        case .builtIn(let kind): kind
        case .openHash, .array: "hash"
        case .named: values.map { $0.allSatisfy { $0.intValue != nil } ? "integer" : "string" } ?? "hash"
        }
    }
}
