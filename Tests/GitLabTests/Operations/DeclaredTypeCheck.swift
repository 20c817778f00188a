// Whether JSON has a type that the spec declares.

import GitLab

@testable import GitLabTesting

extension OperationTable {
    /// The places where a value is not of a type: a field that has to be there is missing, or has another kind of value.
    func problems(of value: JSONValue, as type: DeclaredType, at place: String = "$") -> [String] {
        switch type {
        case .builtIn(let kind):
            return Self.isValid(value, kind) ? [] : ["\(place) is no \(kind): \(value)"]
        case .array(let element):
            guard let elements = value.arrayValue else { return ["\(place) is no array"] }
            return elements.flatMap { problems(of: $0, as: element, at: "\(place)[]") }
        case .openHash(let element):
            guard let members = value.objectValue else { return ["\(place) is no object"] }
            return members.flatMap { problems(of: $0.value, as: element, at: "\(place).\($0.key)") }
        case .named(let name):
            if let values = enums[name] { return values.contains(value) ? [] : ["\(place) is no \(name): \(value)"] }
            guard let members = value.objectValue else { return ["\(place) is no object"] }
            return (models[name] ?? []).flatMap { problems(in: members, of: $0, at: "\(place).\($0.name)") }
        }
    }

    private func problems(in members: [String: JSONValue], of field: DeclaredField, at place: String) -> [String] {
        let value = members[field.name] ?? .null
        if value == .null { return field.isAlwaysPresent ? ["\(place) is missing"] : [] }
        return problems(of: value, as: field.type, at: place)
    }

    private static func isValid(_ value: JSONValue, _ kind: String) -> Bool {
        switch kind {
        case "integer": value.intValue != nil
        case "number": value.doubleValue != nil
        case "boolean": value.boolValue != nil
        case "datetime", "date": value.stringValue.map { $0.count >= 10 } ?? false
        case "json": true
        case "id_or_path": value.scalarText != nil
        default: value.stringValue != nil
        }
    }
}
