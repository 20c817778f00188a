// The entries that the table of operations lacks, as the JSON to paste into operations.json.

import Foundation
import SpecModel

/// Writes operations and attributes of the spec in the form of operations.json.
struct TableEntry {
    private let enums: [String: EnumType]
    private let hashes: [String: HashType]

    init(enums: [String: EnumType], hashes: [String: HashType]) {
        self.enums = enums
        self.hashes = hashes
    }

    /// An operation on one of its routes, with the indentation that it has in the file.
    func text(for route: SpecModel.Operation.Route) -> String {
        let rows = route.attributes.map { text(for: $0, isMember: false, indent: "    ") }
        let head = """
              {"method": \(json(route.method.rawValue)), "path": \(json(route.path.text.value)), "attributes": [
            """
        return "\(head)\n\(rows.joined(separator: ",\n"))\n  ]}"
    }

    /// An attribute, or a member of a hash, which has no location.
    func text(for attribute: Attribute, isMember: Bool, indent: String) -> String {
        let type = attribute.type.value
        let values = type.declaredName.flatMap { enums[$0] }?.wireValues
        var parts = ["\"name\": \(json(attribute.name.value))"]
        if !isMember { parts.append("\"in\": \(json(attribute.location.rawValue))") }
        parts.append("\"type\": \(json(wireType(type)))")
        if attribute.isRequired { parts.append("\"required\": true") }
        if let values { parts.append("\"values\": \(json(values))") }
        if let value = attribute.defaultValue?.value { parts.append("\"default\": \(json(wire(value, of: type)))") }
        let row = "\(indent){\(parts.joined(separator: ", "))"
        guard let hash = type.declaredName.flatMap({ hashes[$0] }) else { return row + "}" }
        let members = hash.attributes.map { text(for: $0, isMember: true, indent: indent + "  ") }
        return "\(row), \"members\": [\n\(members.joined(separator: ",\n"))\n\(indent)]}"
    }

    /// A type in the words of the table: what it is on the wire.
    func wireType(_ type: TypeReference) -> String {
        switch type {
        // A text for those who send it in JSON.
        case .builtIn(.content): "string"
        case .builtIn(let type): type.rawValue
        case .array(let element): "array<\(wireType(element))>"
        case .openHash: "hash"
        case .named(let name): enums[name]?.rawType.rawValue ?? "hash"
        }
    }

    /// Values as they go over the wire: the numbers of an integer enum, not their names.
    func wire(_ values: [String], of type: TypeReference) -> [String] {
        let known = type.declaredName.flatMap { enums[$0] }?.values ?? []
        return values.map { value in
            known.first { $0.name.value == value }?.number.map { "\($0.value)" } ?? value
        }
    }

    private func json(_ value: String) -> String { encoded(value) }

    private func json(_ values: [String]) -> String { "[" + values.map(encoded).joined(separator: ", ") + "]" }

    private func encoded(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
    }
}

extension EnumType {
    /// The values as they go over the wire.
    var wireValues: [String] { values.map { value in value.number.map { "\($0.value)" } ?? value.name.value } }
}
