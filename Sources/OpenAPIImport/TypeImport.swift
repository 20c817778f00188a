// Converting a document's schemas to types of the spec: models for responses, hashes for requests, enums of both, each
// once.

import OpenAPI
import SpecModel
import SpecSyntax
import SpecWriter

/// The types that imported operations need, in order.
struct TypeImport {
    /// Types as text of the spec, by the section of a file, in order.
    private(set) var sections: [(section: String, lines: [String])] = []
    private let document: OpenAPIDocument
    private var names: NameRegister
    /// The declarations of the spec, which are used as they are.
    var existing: ExistingSpec
    private var models: [String: String] = [:]
    /// Models whose fields hold other models directly, which must not lead back to them.
    private var holds: [String: Set<String>] = [:]
    private var enums: [[String]: String] = [:]
    private var hashes: [String: String] = [:]
    private let notice: (String, SourceRange) -> Void

    init(
        _ document: OpenAPIDocument, names: NameRegister, existing: ExistingSpec,
        notice: @escaping (String, SourceRange) -> Void
    ) {
        self.document = document
        self.names = names
        self.existing = existing
        self.notice = notice
    }

    mutating func claim(_ candidates: [String]) -> String { names.claim(candidates) }

    /// Takes the sections that have come since the last time.
    mutating func takeSections() -> [(section: String, lines: [String])] {
        defer { sections = [] }
        return sections
    }

    // MARK: Responses

    /// The type of a response or of a field of one, as a row writes it.
    mutating func responseType(_ schema: OpenAPISchema, of owner: [String]) -> String {
        switch schema.kind {
        case .boolean: return "boolean"
        case .integer, .string:
            if let name = enumName(schema, of: owner) { return name }
            return scalar(schema)
        case .number: return "number"
        case .file: return "string"
        case .array(let element):
            if case .unknown = element.kind { return "[json]" }
            return "[\(responseType(element, of: owner.dropLast() + [English.singular(owner.last ?? "")]))]"
        case .object(let members, let others) where members.isEmpty:
            return others.map { "{string: \(responseType($0, of: owner))}" } ?? "json"
        case .object: return model(schema, candidates: [English.typeName(owner)], key: "\(schema.range.start)")
        case .reference(let name):
            guard let named = document.schema(named: name) else { return "json" }
            guard case .object(let members, _) = named.schema.kind, !members.isEmpty else {
                if case .object = named.schema.kind { return "json" }
                return responseType(named.schema, of: owner)
            }
            return model(named.schema, candidates: Self.modelNames(name), key: name)
        case .oneOf, .unknown: return "json"
        }
    }

    /// The names for a schema of a document, without the common prefix of GitLab's.
    private static func modelNames(_ name: String) -> [String] {
        let words = English.words(name)
        for prefix in [["ee", "api", "entities"], ["eeapi", "entities"], ["api", "entities"]]
        where words.starts(with: prefix) && words.count > prefix.count {
            let own = words.dropFirst(prefix.count)
            return [English.typeName(Array(own)), English.typeName(own + ["details"])]
        }
        return [English.typeName(words), English.typeName(words + ["details"])]
    }

    private mutating func model(_ schema: OpenAPISchema, candidates: [String], key: String) -> String {
        if let name = models[key] { return name }
        guard case .object(let members, _) = schema.kind else { return "json" }
        if let name = existing.model(members, named: candidates.first) {
            models[key] = name
            return name
        }
        let name = names.claim(candidates)
        models[key] = name
        var rows: [String] = []
        var swiftNames: Set<String> = []
        for member in members {
            guard member.name.value.isWireName else {
                notice("the field '\(member.name.value)' has a name that the spec cannot say", member.name.range)
                continue
            }
            var type = responseType(member.schema, of: English.words(name) + English.words(member.name.value))
            // A struct cannot hold itself, not even by way of others.
            if type.first?.isUppercase == true {
                if type == name || reaches(name, from: type) {
                    notice(
                        "'\(member.name.value)' would make a type hold itself: it is read as JSON", member.name.range)
                    type = "json"
                } else {
                    holds[name, default: []].insert(type)
                }
            }
            let own = member.name.value.ownSwiftName(&swiftNames)
            let deprecated = member.schema.isDeprecated ? ", deprecated: {}" : ""
            rows.append(
                "      \(SpecText.key(member.name.value)): { type: \(type)\(own)\(deprecated)\(secret(member.name.value, type)), about: \"\(SpecText.todo())\" }"
            )
        }
        sections.append(
            (
                "types",
                ["  \(name):", "    about: \"\(SpecText.todo("say what it is; the name is a guess"))\"", "    fields:"]
                    + rows
            ))
        return name
    }

    private func reaches(_ target: String, from name: String) -> Bool {
        var seen: Set<String> = []
        var open = [name]
        while let next = open.popLast() {
            if next == target { return true }
            guard seen.insert(next).inserted else { continue }
            open += holds[next] ?? []
        }
        return false
    }

    // MARK: Requests

    /// The type of an attribute, as a row writes it.
    mutating func attributeType(_ schema: OpenAPISchema, of owner: [String], in location: OpenAPIAttribute.Location)
        -> String
    {
        switch schema.kind {
        case .boolean: return "boolean"
        case .integer, .string: return enumName(schema, of: owner) ?? scalar(schema)
        case .number: return "number"
        case .file: return location == .body ? "file" : "string"
        case .array(let element):
            let inner = document.resolved(element)
            switch inner.kind {
            case .unknown, .array: return "[string]"
            case .boolean, .integer, .number, .string, .file, .object, .reference, .oneOf:
                let type = attributeType(
                    inner, of: owner.dropLast() + [English.singular(owner.last ?? "")], in: location)
                return type.hasPrefix("{") || type == "json" ? "json" : "[\(type)]"
            }
        case .object(let members, let others) where members.isEmpty:
            if let others { return "{string: \(attributeType(others, of: owner, in: location))}" }
            return location == .body ? "json" : "{string: string}"
        case .object(let members, _): return hash(members, of: owner, in: location)
        case .reference(let name):
            guard let named = document.schema(named: name) else { return "json" }
            return attributeType(named.schema, of: owner, in: location)
        case .oneOf(let choices): return choice(choices, of: owner, in: location)
        case .unknown: return location == .body ? "json" : "string"
        }
    }

    /// An ID or a path, or the widest of several types.
    private mutating func choice(
        _ choices: [OpenAPISchema], of owner: [String], in location: OpenAPIAttribute.Location
    ) -> String {
        let kinds = choices.map { document.resolved($0).kind }
        let hasText = kinds.contains { if case .string = $0 { true } else { false } }
        let hasNumber = kinds.contains { if case .integer = $0 { true } else { false } }
        if hasText, hasNumber, kinds.count == 2 { return location == .header ? "string" : "id_or_path" }
        let array = choices.first { if case .array = document.resolved($0).kind { true } else { false } }
        if let array { return attributeType(array, of: owner, in: location) }
        return hasText ? "string" : location == .body ? "json" : "string"
    }

    private mutating func hash(
        _ members: [OpenAPISchema.Member], of owner: [String], in location: OpenAPIAttribute.Location
    ) -> String {
        if let name = existing.hash(members) { return name }
        var rows: [String] = []
        var swiftNames: Set<String> = []
        for member in members {
            guard member.name.value.isWireName else {
                notice("the attribute '\(member.name.value)' has a name that the spec cannot say", member.name.range)
                continue
            }
            rows.append(
                row(
                    member.name, member.schema, isRequired: member.isRequired, of: owner, in: location,
                    own: member.name.value.ownSwiftName(&swiftNames)))
        }
        // The same rows are the same hash.
        let key = rows.joined(separator: "\n")
        if let name = hashes[key] { return name }
        let last = owner.last ?? ""
        let name = names.claim([English.typeName([last]), English.typeName(owner), English.typeName(owner + ["hash"])])
        hashes[key] = name
        sections.append(
            (
                "hashes",
                [
                    "  \(name):", "    about: \"\(SpecText.todo("say what it sets; the name is a guess"))\"",
                    "    attributes:",
                ]
                    + rows.map { "      " + $0 }
            ))
        return name
    }

    /// The row of an attribute.
    mutating func row(
        _ name: Located<String>, _ schema: OpenAPISchema, isRequired: Bool, of owner: [String],
        in location: OpenAPIAttribute.Location, own: String
    ) -> String {
        let type = attributeType(schema, of: owner + English.words(name.value), in: location)
        var row = "\(SpecText.key(name.value)): { type: \(type)"
        var about = SpecText.todo()
        if type.contains("id_or_path") {
            let named = Reference(namedBy: English.words(name.value) + owner)
            row += ", of: \((named ?? .project).rawValue)"
            if named == nil { about = SpecText.todo("say what it is, and whether it names a project") }
        }
        if isRequired { row += ", required: true" }
        if let value = schema.defaultValue?.value, !isRequired, fits(value, type, schema) {
            row += ", default: \(type == "string" || type.first?.isUppercase == true ? SpecText.quoted(value) : value)"
        }
        if type == "integer" {
            if let minimum = schema.minimum { row += ", minimum: \(minimum)" }
            if let maximum = schema.maximum { row += ", maximum: \(maximum)" }
        }
        if type == "string", let length = schema.maximumLength { row += ", max_length: \(length)" }
        if schema.isDeprecated { row += ", deprecated: {}" }
        return row + own + secret(name.value, type) + ", about: \"\(about)\" }"
    }

    private func fits(_ value: String, _ type: String, _ schema: OpenAPISchema) -> Bool {
        switch type {
        case "boolean": ["true", "false"].contains(value)
        case "integer": Int(value) != nil
        case "number": Double(value) != nil
        case "string": true
        case _: schema.values.contains { $0.value == value } && Int(value) == nil
        }
    }

    /// Attributes with the name of a token or a password count as secret.
    private func secret(_ name: String, _ type: String) -> String {
        let isSecret =
            type == "string"
            && (["token", "password", "secret", "private_key"].contains { name == $0 || name.hasSuffix("_" + $0) })
        return isSecret ? ", secret: true" : ""
    }

    // MARK: Scalars and enums

    private func scalar(_ schema: OpenAPISchema) -> String {
        switch schema.kind {
        case .integer: "integer"
        case .string("date"?): "date"
        case .string("date-time"?): "datetime"
        case .string, .boolean, .number, .file, .array, .object, .reference, .oneOf, .unknown: "string"
        }
    }

    /// The enum of a schema's values, which others with the same values share; nil where it has none.
    private mutating func enumName(_ schema: OpenAPISchema, of owner: [String]) -> String? {
        guard !schema.values.isEmpty else { return nil }
        var isInteger = false
        if case .integer = schema.kind { isInteger = true }
        var seen: Set<String> = []
        let values = schema.values.map(\.value).filter { seen.insert($0).inserted }
        if isInteger, !values.allSatisfy({ Int($0) != nil }) { return nil }
        let key = [isInteger ? "integer" : "string"] + values.sorted()
        if let name = enums[key] { return name }
        let candidates = [
            English.typeName(owner.suffix(2)), English.typeName(owner), English.typeName(owner + ["value"]),
        ]
        if let name = existing.enumeration(values, isInteger: isInteger, named: candidates) {
            enums[key] = name
            return name
        }
        let name = names.claim(candidates)
        enums[key] = name
        var lines = ["  \(name):", "    about: \"\(SpecText.todo("say what it chooses; the name is a guess"))\""]
        if isInteger { lines.append("    type: integer") }
        lines.append("    values:")
        var swiftNames: Set<String> = []
        for value in values {
            let todo = "about: \"\(SpecText.todo())\" }"
            if isInteger {
                let name = value.hasPrefix("-") ? "minus\(value.dropFirst())" : "value\(value)"
                lines.append("      \(name): { value: \(value), \(todo)")
            } else {
                lines.append("      \(SpecText.key(value)): {\(value.ownValueName(&swiftNames)) \(todo)")
            }
        }
        sections.append(("enums", lines))
        return name
    }
}
