// Types of the spec as JSON Schema, as OpenAPI 3.1 has it.

import SpecModel
import SpecSyntax

/// The declared types that the schemas of rows depend on.
struct Schemas {
    private let hashes: [String: HashType]
    private let enums: [String: EnumType]

    init(_ api: API) {
        hashes = api.types.hashes
        enums = api.types.enums
    }

    func hash(_ name: String) -> HashType? { hashes[name] }

    func isHash(_ name: String) -> Bool { hashes[name] != nil }

    /// Whether a value of a type is a file, or holds one somewhere.
    func holdsFile(_ type: TypeReference) -> Bool {
        switch type {
        case .builtIn(.file): true
        case .builtIn: false
        case .array(let element), .openHash(let element): holdsFile(element)
        case .named(let name): hashes[name]?.attributes.contains { holdsFile($0.type.value) } ?? false
        }
    }

    /// A default of the spec as a value of its type.
    func value(_ text: String, of type: TypeReference) -> JSONText {
        switch type {
        case .builtIn(.boolean): .boolean(text == "true")
        case .builtIn(.integer): Int(text).map { .integer($0) } ?? .string(text)
        case .builtIn(.number): Double(text).map { .number($0) } ?? .string(text)
        case .builtIn, .openHash: .string(text)
        case .array(let element): value(text, of: element)
        case .named(let name):
            enums[name]?.values.first { $0.name.value == text }?.number.map { .integer($0.value) } ?? .string(text)
        }
    }
}

extension TypeReference {
    /// The schema of a value of the type.
    ///
    /// - Parameter isInJSON: whether it stands in a JSON document, which cannot hold files.
    func schema(isNullable: Bool, isInJSON: Bool = true) -> Members {
        var members = Members()
        switch self {
        case .builtIn(let type):
            members = type.schema
            guard isNullable else { break }
            if type == .file, isInJSON {
                // JSON can only encode its removal.
                members = Members()
                members["type"] = "null"
            } else if let types = type.jsonTypes {
                members["type"] = .strings(types + ["null"])
            }
        case .array(let element):
            members["type"] = isNullable ? .strings(["array", "null"]) : "array"
            members["items"] = element.schema(isNullable: false, isInJSON: isInJSON).json
        case .openHash(let value):
            members["type"] = isNullable ? .strings(["object", "null"]) : "object"
            members["additionalProperties"] = value.schema(isNullable: false, isInJSON: isInJSON).json
        case .named(let name):
            let reference = Members.reference("schemas", name)
            guard isNullable else { return reference }
            var null = Members()
            null["type"] = "null"
            members["oneOf"] = .array([reference.json, null.json])
        }
        return members
    }
}

extension BuiltInType {
    /// The types in JSON; nil for any type.
    fileprivate var jsonTypes: [String]? {
        switch self {
        case .boolean: ["boolean"]
        case .integer: ["integer"]
        case .number: ["number"]
        case .string, .datetime, .date, .file, .content: ["string"]
        case .json: nil
        case .idOrPath: ["integer", "string"]
        }
    }

    fileprivate var schema: Members {
        var members = Members()
        if let types = jsonTypes { members["type"] = types.count == 1 ? .string(types[0]) : .strings(types) }
        switch self {
        case .boolean, .string, .content, .json, .idOrPath: break
        case .integer: members["format"] = "int64"
        case .number: members["format"] = "double"
        case .datetime: members["format"] = "date-time"
        case .date: members["format"] = "date"
        case .file:
            // The first is what 3.0 had, and most generators look for; the second is what 3.1 has.
            members["format"] = "binary"
            members["contentMediaType"] = "application/octet-stream"
        }
        return members
    }
}

extension Attribute {
    var isFile: Bool { type.value == .builtIn(.file) }

    /// The schema of the value, with its limits and its default, and nothing about the attribute.
    func valueSchema(_ schemas: Schemas, isInJSON: Bool = true) -> Members {
        var schema = type.value.schema(isNullable: isNullable, isInJSON: isInJSON)
        if isSecret, type.value == .builtIn(.string) { schema["format"] = "password" }
        schema["minimum"] = limits.minimum.map { .integer($0.value) }
        schema["maximum"] = limits.maximum.map { .integer($0.value) }
        schema["maxLength"] = limits.maximumLength.map { .integer($0.value) }
        if let defaultValue {
            let values = defaultValue.value.map { schemas.value($0, of: type.value) }
            if case .array = type.value { schema["default"] = .array(values) } else { schema["default"] = values.first }
        }
        return schema
    }

    /// The schema of the attribute as a property.
    func schema(_ schemas: Schemas, isInJSON: Bool = true) -> Members {
        var schema = valueSchema(schemas, isInJSON: isInJSON)
        schema["description"] = .string(description)
        if availability.deprecation != nil { schema["deprecated"] = .boolean(true) }
        schema.add(extensions)
        return schema
    }
}

/// The schema of an object with fixed keys in a request.
struct ObjectSchema {
    private(set) var members = Members()

    init(_ rows: [Attribute], _ schemas: Schemas) {
        var properties = Members()
        for row in rows { properties[row.name.value] = row.schema(schemas).json }
        members["type"] = "object"
        members["properties"] = properties.json
        let required = rows.filter(\.isRequired).map(\.name.value)
        if !required.isEmpty { members["required"] = .strings(required) }
    }

    /// Adds the constraints that use only these attributes.
    mutating func add(_ constraints: [Constraint], among names: Set<String>) {
        let rules = constraints.compactMap { $0.schema(among: names) }
        for rule in rules where rules.count == 1 { members.add(rule) }
        if rules.count > 1 { members["allOf"] = .array(rules.map(\.json)) }
    }
}

extension HashType {
    func schema(_ schemas: Schemas) -> Members {
        var schema = ObjectSchema(attributes, schemas).members
        schema["description"] = .string(([about.value] + deprecation.sentences).joined(separator: " "))
        if deprecation != nil { schema["deprecated"] = .boolean(true) }
        return schema
    }
}

extension ModelType {
    /// Members are required where every view of the type has them.
    var schema: Members {
        var schema = Members()
        schema["type"] = "object"
        schema["description"] = .string(([about.value] + deprecation.sentences).joined(separator: " "))
        schema["externalDocs"] = docs.map { Members.link($0.value) }
        if deprecation != nil { schema["deprecated"] = .boolean(true) }
        var properties = Members()
        for field in fields { properties[field.name.value] = field.schema.json }
        schema["properties"] = properties.json
        let required = fields.filter(\.isAlwaysPresent).map(\.name.value)
        if !required.isEmpty { schema["required"] = .strings(required) }
        return schema
    }
}

extension Field {
    fileprivate var schema: Members {
        var schema = type.value.schema(isNullable: isNullable)
        if isSecret, type.value == .builtIn(.string) { schema["format"] = "password" }
        let facts = (unit.map { ["In \($0.value)."] } ?? []) + availability.sentences
        schema["description"] = .string(([about.value] + facts).joined(separator: " "))
        if availability.deprecation != nil { schema["deprecated"] = .boolean(true) }
        schema.add(availability.extensions)
        if isSecret { schema["x-gitlab-secret"] = .boolean(true) }
        if let unit { schema["x-gitlab-unit"] = .string(unit.value) }
        return schema
    }
}

extension EnumType {
    /// The known values, or any other: a newer GitLab may have more.
    var schema: Members {
        let type: JSONText =
            switch rawType {
            case .string: "string"
            case .integer: "integer"
            }
        var known = Members()
        known["type"] = type
        known["enum"] = .array(
            values.map { value in value.number.map { .integer($0.value) } ?? .string(value.name.value) })
        // Names on the wire, such as `4xx`, are not identifiers in every language, but those of Swift are.
        known["x-enum-varnames"] = .strings(values.map(\.swiftName.text))
        known["x-enum-descriptions"] = .strings(
            values.map { ([$0.about.value] + $0.availability.sentences).joined(separator: " ") })
        var other = Members()
        other["type"] = type
        var schema = Members()
        schema["description"] = .string(
            ([about.value, "The values that are known; GitLab may add others."] + deprecation.sentences)
                .joined(separator: " "))
        schema["externalDocs"] = docs.map { Members.link($0.value) }
        if deprecation != nil { schema["deprecated"] = .boolean(true) }
        schema["anyOf"] = .array([known.json, other.json])
        schema["x-gitlab-open-enum"] = .boolean(true)
        return schema
    }
}
