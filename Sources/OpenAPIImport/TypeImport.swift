// Converting a document's schemas to types of the spec: models for responses, hashes for requests, enums of both, each
// once.

import OpenAPI
import SpecModel
import SpecSyntax
import SpecWriter

/// The types that imported operations need, in order.
struct TypeImport {
    /// The types that have come since they were taken the last time, in order.
    private var imported: [ImportedType] = []
    /// The names of the types that what is being read holds.
    private var held: Set<String> = []
    private let document: OpenAPIDocument
    let facts: Facts
    private var names: NameRegister
    /// The declarations of the spec, which are used as they are.
    var existing: ExistingSpec
    private var models: [String: String] = [:]
    /// Models whose fields hold other models directly, which must not lead back to them.
    private var holds: [String: Set<String>] = [:]
    private var enums: [[String]: String] = [:]
    private var hashes: [String: String] = [:]
    /// The types of attributes by the named schema that they refer to.
    private var attributeTypes: [AttributeUse: (type: String, held: Set<String>)] = [:]

    /// Key of the type of an attribute: all that it depends on.
    private struct AttributeUse: Hashable {
        let schema: String
        let location: OpenAPIAttribute.Location
        /// The thing that an ID among its members names.
        let reference: Reference?
    }
    private let notice: (String, SourceRange) -> Void
    /// The named schemas that are being read, the outermost first.
    private var open: [String] = []
    private var depth = 0
    /// Container of the subject of the operation that is being read: the thing that an ID names if it does not say so
    /// itself.
    var container: [String] = []

    /// How deep types may be within each other. GitLab's documents have six levels.
    private static let deepest = 64

    init(
        _ document: OpenAPIDocument, names: NameRegister, existing: ExistingSpec, facts: Facts,
        notice: @escaping (String, SourceRange) -> Void
    ) {
        self.document = document
        self.names = names
        self.existing = existing
        self.facts = facts
        self.notice = notice
    }

    mutating func claim(_ candidates: [String]) -> String { names.claim(candidates) }

    /// Takes the types that have come since the last time, and the names of those that were held by none of them.
    mutating func take() -> (types: [ImportedType], held: Set<String>) {
        defer { (imported, held) = ([], []) }
        return (imported, held)
    }

    /// Notes that what is being read holds a type.
    private mutating func hold(_ type: String) -> String {
        held.insert(type)
        return type
    }

    // MARK: Responses

    /// The type of a response or of a field of one, as a row writes it.
    mutating func responseType(_ schema: OpenAPISchema, of owner: [String]) -> String {
        guard isWithinDepth(schema) else { return "json" }
        depth += 1
        defer { depth -= 1 }
        switch schema.kind {
        case .boolean: return "boolean"
        case .integer, .string:
            if let name = enumName(schema, of: owner) { return hold(name) }
            return scalar(schema)
        case .number: return "number"
        case .file: return "string"
        case .array(let element):
            if case .unknown = element.kind { return "[json]" }
            return "[\(responseType(element, of: owner.dropLast() + [English.singular(owner.last ?? "")]))]"
        case .object(let members, let others) where members.isEmpty:
            return others.map { "{string: \(responseType($0, of: owner))}" } ?? "json"
        case .object: return hold(model(schema, candidates: [English.typeName(owner)], key: "\(schema.range.start)"))
        case .reference(let name):
            guard let named = named(name, schema) else { return "json" }
            guard case .object(let members, _) = named.schema.kind, !members.isEmpty else {
                if case .object(_, nil) = named.schema.kind { return "json" }
                return following(named) { $0.responseType(named.schema, of: owner) }
            }
            return hold(model(named.schema, candidates: Self.modelNames(name), key: name))
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
        // Without a field, there is no type.
        guard case .object(let members, _) = schema.kind, members.contains(where: { $0.name.value.isWireName }) else {
            return "json"
        }
        if let name = existing.model(members, named: candidates.first) {
            models[key] = name
            return name
        }
        let name = names.claim(candidates)
        models[key] = name
        let outer = held
        held = []
        defer { held = outer }
        var rows: [String] = []
        var swiftNames: Set<String> = []
        let doubts = Dictionary(facts.doubts(of: key).map { ($0.name.value, $0) }) { first, _ in first }
        for member in members {
            guard member.name.value.isWireName else {
                notice("the field '\(member.name.value)' has a name that the spec cannot represent", member.name.range)
                continue
            }
            rows.append(field(member, of: name, doubts[member.name.value], &swiftNames))
        }
        // Fields that the document lacks, and that are not certain.
        for doubt in doubts.values.sorted(by: { $0.name.value < $1.name.value }) where doubt.previous == nil {
            rows.append("      # \(doubt.name.value): \(doubt.words)")
        }
        let about = SpecText.todo("say what it is; the name is a guess")
        imported.append(
            ImportedType(
                .types, name, lines: ["  \(name):", "    about: \"\(about)\"", "    fields:"] + rows, holding: held))
        return name
    }

    /// The row of a field.
    private mutating func field(
        _ member: OpenAPISchema.Member, of name: String, _ doubt: Facts.Row?, _ swiftNames: inout Set<String>
    ) -> String {
        var type = responseType(member.schema, of: English.words(name) + English.words(member.name.value))
        // A struct cannot hold itself, not even by way of others.
        if type.first?.isUppercase == true {
            if type == name || reaches(name, from: type) {
                notice(
                    "'\(member.name.value)' would make a type contain itself: it is read as JSON", member.name.range
                )
                type = "json"
            } else {
                holds[name, default: []].insert(type)
            }
        }
        let own = member.name.value.ownSwiftName(&swiftNames)
        let deprecated = member.schema.isDeprecated ? ", deprecated: {}" : ""
        let known = facts.glossary.entry(member.name.value, type, in: .fields, of: English.words(name))
        let about =
            doubt.map { SpecText.todo("say what it is; decide the type: \($0.words)") }
            ?? known?.about ?? SpecText.todo()
        let nullable = member.schema.isNullable ? ", nullable: true" : ""
        let unit = (known?.keys ?? []).map { ", " + $0 }.joined()
        let keys = "\(own)\(nullable)\(unit)\(deprecated)\(secret(member.name.value, type))"
        return "      \(SpecText.key(member.name.value)): { type: \(type)\(keys), about: \(SpecText.quoted(about)) }"
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
        guard isWithinDepth(schema) else { return Self.anyValue(in: location) }
        depth += 1
        defer { depth -= 1 }
        switch schema.kind {
        case .boolean: return "boolean"
        case .integer, .string: return enumName(schema, of: owner).map { hold($0) } ?? scalar(schema)
        case .number: return "number"
        case .file: return location == .body ? "file" : "string"
        case .array(let element):
            switch document.resolved(element).kind {
            case .unknown, .array: return "[string]"
            case .boolean, .integer, .number, .string, .file, .object, .reference, .oneOf:
                let type = attributeType(
                    element, of: owner.dropLast() + [English.singular(owner.last ?? "")], in: location)
                return type.hasPrefix("{") || type == "json" ? "json" : "[\(type)]"
            }
        case .object(let members, let others) where members.isEmpty:
            if let others { return "{string: \(attributeType(others, of: owner, in: location))}" }
            return location == .body ? "json" : "{string: string}"
        case .object(let members, _): return hold(hash(members, of: owner, in: location))
        case .reference(let name):
            guard let named = named(name, schema) else { return "json" }
            return attributeType(named, of: owner, in: location)
        case .oneOf(let choices): return choice(choices, of: owner, in: location)
        case .unknown: return location == .body ? "json" : "string"
        }
    }

    /// The type of a named schema, which is read once for each use of its kind.
    private mutating func attributeType(
        _ named: NamedSchema, of owner: [String], in location: OpenAPIAttribute.Location
    ) -> String {
        let name = named.name.value
        let use = AttributeUse(schema: name, location: location, reference: Reference(namedBy: owner + container))
        let outer = held
        defer { held.formUnion(outer) }
        if let known = attributeTypes[use] {
            held = known.held
            return known.type
        }
        held = []
        let type = following(named, or: Self.anyValue(in: location)) {
            $0.attributeType(named.schema, of: owner, in: location)
        }
        // What refers to itself is read as JSON there, and as a type from outside.
        if !open.contains(name) { attributeTypes[use] = (type, held) }
        return type
    }

    /// The type of what cannot be described.
    private static func anyValue(in location: OpenAPIAttribute.Location) -> String {
        location == .body ? "json" : "string"
    }

    /// Reads a named schema, unless it is being read already: then it contains itself.
    private mutating func following(
        _ named: NamedSchema, or other: String = "json", _ read: (inout TypeImport) -> String
    ) -> String {
        let name = named.name.value
        guard !open.contains(name) else {
            notice("'\(name)' contains itself: it is read as JSON", named.name.range)
            return other
        }
        open.append(name)
        defer { open.removeLast() }
        return read(&self)
    }

    /// The schema that a reference names. One that is not there is reported.
    private func named(_ name: String, _ schema: OpenAPISchema) -> NamedSchema? {
        let found = document.schema(named: name)
        if found == nil { notice("the document has no schema '\(name)': it is read as JSON", schema.range) }
        return found
    }

    private func isWithinDepth(_ schema: OpenAPISchema) -> Bool {
        if depth < Self.deepest { return true }
        notice("types are nested more than \(Self.deepest) levels deep here: the rest is read as JSON", schema.range)
        return false
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
        let outer = held
        held = []
        defer { held = outer }
        var rows: [String] = []
        var swiftNames: Set<String> = []
        for member in members {
            guard member.name.value.isWireName else {
                notice(
                    "the attribute '\(member.name.value)' has a name that the spec cannot represent", member.name.range)
                continue
            }
            rows.append(
                row(
                    member.name, member.schema, isRequired: member.isRequired, of: owner, in: location,
                    own: member.name.value.ownSwiftName(&swiftNames)))
        }
        // Without a row, there is no hash.
        if rows.isEmpty { return location == .body ? "json" : "{string: string}" }
        // The same rows are the same hash.
        let key = rows.joined(separator: "\n")
        if let name = hashes[key] { return name }
        let last = owner.last ?? ""
        let name = names.claim([English.typeName([last]), English.typeName(owner), English.typeName(owner + ["hash"])])
        hashes[key] = name
        let about = SpecText.todo("say what it sets; the name is a guess")
        let head = ["  \(name):", "    about: \"\(about)\"", "    attributes:"]
        imported.append(ImportedType(.hashes, name, lines: head + rows.map { "      " + $0 }, holding: held))
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
        var kind = type
        if type.contains("id_or_path") {
            let named = Reference(namedBy: English.words(name.value) + owner + container)
            if type == "id_or_path" { kind += " of \((named ?? .project).rawValue)" }
            row += ", of: \((named ?? .project).rawValue)"
            if named == nil { about = SpecText.todo("say what it is, and whether it names a project") }
        }
        if isRequired { row += ", required: true" }
        if !isRequired, let text = defaultText(type, schema) { row += ", default: \(text)" }
        if type == "integer", schema.minimum.map({ $0 <= schema.maximum ?? .max }) ?? true {
            if let minimum = schema.minimum { row += ", minimum: \(minimum)" }
            if let maximum = schema.maximum { row += ", maximum: \(maximum)" }
        }
        if type == "string", let length = schema.maximumLength { row += ", max_length: \(length)" }
        if schema.isDeprecated { row += ", deprecated: {}" }
        if let known = facts.glossary.entry(
            name.value, kind, in: .attributes, of: owner + (name.value == "id" ? container : []))
        {
            about = known.about
            row += known.keys.map { ", " + $0 }.joined()
        }
        return row + own + secret(name.value, type) + ", about: \(SpecText.quoted(about)) }"
    }

    /// The default of an attribute, as a row writes it; nil where it is no value of the type, which is reported.
    private func defaultText(_ type: String, _ schema: OpenAPISchema) -> String? {
        guard let value = schema.defaultValue, value.value != "null" else { return nil }
        guard fits(value.value, type, schema) else {
            notice("the default '\(value.value)' is not a value of the type '\(type)': it is left out", value.range)
            return nil
        }
        let isText = type == "string" || type.first?.isUppercase == true
        return isText ? SpecText.quoted(value.value) : value.value
    }

    private func fits(_ value: String, _ type: String, _ schema: OpenAPISchema) -> Bool {
        switch type {
        case "boolean": ["true", "false"].contains(value)
        case "integer": value.isWholeNumber && schema.allows(Double(value))
        case "number": value.isDecimalNumber
        case "string": schema.maximumLength.map { value.unicodeScalars.count <= $0 } ?? true
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
        for value in schema.values where value.value.looksLikeRuby {
            notice("the value '\(value.value)' looks like code of the server: check what it stands for", value.range)
        }
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
        imported.append(ImportedType(.enums, name, lines: lines, holding: []))
        return name
    }
}

extension OpenAPISchema {
    /// Whether a number is within the limits.
    fileprivate func allows(_ number: Double?) -> Bool {
        guard let number else { return false }
        return (minimum.map { number >= Double($0) } ?? true) && (maximum.map { number <= Double($0) } ?? true)
    }
}

extension String {
    /// Whether it is a piece of Ruby rather than a value: a symbol of several words, an object, a range, a literal.
    fileprivate var looksLikeRuby: Bool {
        hasPrefix(":") && count > 1 || hasPrefix("#<") || hasPrefix("%w") || contains("=>") || contains("::")
            || firstMatch(of: /^-?\d+\.\.\.?-?\d+$/) != nil
    }
}
