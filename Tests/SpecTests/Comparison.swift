// Compares the operations of the spec with those of the table and collects the differences.

import SpecModel

/// One difference between the table and the spec.
struct Difference: Hashable, CustomStringConvertible {
    let operation: String
    let attribute: String
    let aspect: String
    let table: String
    let spec: String
    /// The entries that the table lacks, as JSON.
    var entry: String? = nil

    var description: String {
        "\(operation): \(aspect) of \(attribute) is \(table) in the table, \(spec) in the spec"
            + (entry.map { "; add to operations.json:\n\($0)" } ?? "")
    }
}

/// An enum that holds more than the table lists at an attribute.
struct EnumUse: Hashable {
    let name: String
    /// The value that the table lacks; nil where the table lists none at all.
    let value: String?
}

struct Comparison {
    let enums: [String: EnumType]
    let hashes: [String: HashType]
    let entry: TableEntry
    /// Returns the differences, enums aside.
    private(set) var differences: Set<Difference> = []
    /// Where enums hold more than the table lists.
    private(set) var enumUses: [EnumUse: [String]] = [:]
    /// The attributes that were compared, members of hashes among them.
    private(set) var count = 0

    init(_ api: API) {
        enums = Dictionary(api.enums.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
        hashes = Dictionary(api.hashes.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
        entry = TableEntry(enums: enums, hashes: hashes)
    }

    mutating func compare(_ tabled: TabledOperation, _ route: SpecModel.Operation.Route) {
        compare(tabled.attributes, route.attributes, operation: tabled.key, prefix: "", haveLocations: true)
    }

    private mutating func compare(
        _ tabled: [TabledAttribute], _ attributes: [Attribute], operation: String, prefix: String, haveLocations: Bool
    ) {
        let rows = Dictionary(attributes.map { ($0.name.value, $0) }, uniquingKeysWith: { first, _ in first })
        for row in tabled {
            guard let attribute = rows[row.name] else {
                add(operation, prefix + row.name, "presence", "there", "missing")
                continue
            }
            count += 1
            let name = prefix + row.name
            check(operation, name, "type", row.type, entry.wireType(attribute.type.value))
            if haveLocations { check(operation, name, "location", row.location ?? "", attribute.location.rawValue) }
            if row.unstated?.contains("required") != true {
                check(operation, name, "required", "\(row.required ?? false)", "\(attribute.isRequired)")
            }
            check(
                operation, name, "default", list(row.default ?? []),
                list(entry.wire(attribute.defaultValue?.value ?? [], of: attribute.type.value)))
            compareValues(operation, name, row, attribute.type.value)
            if let members = row.members, let hash = attribute.type.value.declaredName.flatMap({ hashes[$0] }) {
                compare(members, hash.attributes, operation: operation, prefix: name + ".", haveLocations: false)
            }
        }
        let known = Set(tabled.map(\.name))
        for attribute in attributes where !known.contains(attribute.name.value) {
            let isMember = !haveLocations
            add(
                operation, prefix + attribute.name.value, "presence", "missing", "there",
                entry: entry.text(for: attribute, isMember: isMember, indent: isMember ? "      " : "    "))
        }
    }

    private mutating func compareValues(
        _ operation: String, _ name: String, _ row: TabledAttribute, _ type: TypeReference
    ) {
        guard let type = type.declaredName.flatMap({ enums[$0] }) else {
            if let values = row.values { add(operation, name, "values", list(values), "not listed") }
            return
        }
        let place = "\(operation): \(name)"
        guard let listed = row.values else {
            enumUses[EnumUse(name: type.name.value, value: nil), default: []].append(place)
            return
        }
        let values = type.wireValues
        let missing = Set(listed).subtracting(values)
        if !missing.isEmpty { add(operation, name, "values", list(missing.sorted()), "missing") }
        for value in Set(values).subtracting(listed) {
            enumUses[EnumUse(name: type.name.value, value: value), default: []].append(place)
        }
    }

    private func list(_ values: [String]) -> String {
        values.isEmpty ? "not stated" : values.joined(separator: ", ")
    }

    private mutating func check(
        _ operation: String, _ attribute: String, _ aspect: String, _ table: String, _ spec: String
    ) {
        if table != spec { add(operation, attribute, aspect, table, spec) }
    }

    private mutating func add(
        _ operation: String, _ attribute: String, _ aspect: String, _ table: String, _ spec: String,
        entry: String? = nil
    ) {
        differences.insert(
            Difference(
                operation: operation, attribute: attribute, aspect: aspect, table: table, spec: spec, entry: entry))
    }
}
