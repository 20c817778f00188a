// The operations and the types of the spec, read from the module that the generator writes.

import GitLab
import GitLabOperations

/// All operations that the client has, and the types of their attributes and responses.
struct OperationTable: Sendable {
    /// The table of the whole client. It is read when it is first used.
    static let shared = OperationTable(OperationDocuments.all)

    let operations: [DeclaredOperation]
    private(set) var models: [String: [DeclaredField]] = [:]
    private(set) var hashes: [String: [DeclaredAttribute]] = [:]
    /// The values of enums as they are sent.
    private(set) var enums: [String: [JSONValue]] = [:]

    /// - Parameter documents: JSON arrays of objects that are an operation, a model, a hash or an enum.
    init(_ documents: [String]) {
        var operations: [DeclaredOperation] = []
        for document in documents {
            let entries: [JSONValue] = ModelExample.read(document)
            for entry in entries {
                if let name = entry["model"]?.stringValue {
                    models[name] = (entry["fields"]?.arrayValue ?? []).map(DeclaredField.init)
                } else if let name = entry["hash"]?.stringValue {
                    hashes[name] = (entry["attributes"]?.arrayValue ?? []).map(DeclaredAttribute.init)
                } else if let name = entry["enum"]?.stringValue {
                    enums[name] = entry["values"]?.arrayValue ?? []
                } else {
                    operations.append(DeclaredOperation(entry))
                }
            }
        }
        self.operations = operations
    }
}

extension OperationTable {
    /// Returns an example of a type; nil where a model would hold itself.
    func example(of type: DeclaredType, within outer: Set<String> = []) -> JSONValue? {
        switch type {
        case .builtIn: nil
        case .array(let element): .array(example(of: element, within: outer).map { [$0] } ?? [])
        case .openHash(let element): .object(example(of: element, within: outer).map { ["key": $0] } ?? [:])
        case .named(let name):
            if let fields = models[name] {
                outer.contains(name) ? nil : .object(example(of: fields, within: outer.union([name])))
            } else {
                enums[name]?.first
            }
        }
    }

    /// Returns an example of any type.
    func anExample(of type: DeclaredType) -> JSONValue {
        switch type {
        case .builtIn("integer"), .builtIn("number"), .builtIn("id_or_path"): 1
        case .builtIn("boolean"): true
        case .builtIn("json"): [:]
        case .builtIn("datetime"): "2026-01-15T09:30:00Z"
        case .builtIn("date"): "2026-01-15"
        case .builtIn: "example"
        case .array(let element): [anExample(of: element)]
        case .openHash(let element): ["key": anExample(of: element)]
        case .named: example(of: type) ?? [:]
        }
    }

    private func example(of fields: [DeclaredField], within outer: Set<String>) -> [String: JSONValue] {
        fields.reduce(into: [:]) { members, field in
            members[field.name] = field.example ?? example(of: field.type, within: outer)
        }
    }
}
