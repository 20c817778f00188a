// The body of a request: JSON, and multipart where there is a file, which JSON cannot hold.
//
// OpenAPI has no style for hashes and arrays in a multipart body that GitLab (Rack) reads, but names may hold brackets:
// so the members of hashes are properties there, `override_params[visibility]`.

import SpecModel
import SpecSyntax

struct RequestBody {
    private(set) var members = Members()

    /// nil for an operation without a body.
    init?(of operation: Operation, on route: Operation.Route, _ schemas: Schemas) {
        let rows = route.attributes(in: .body)
        if rows.isEmpty { return nil }
        if let whole = rows.first(where: \.isWholeBody) {
            if whole.isRequired { members["required"] = .boolean(true) }
            members["description"] = .string(whole.about.value)
            var content = Members()
            content["application/octet-stream"] = Self.media(
                TypeReference.builtIn(.file).schema(isNullable: false, isInJSON: false))
            members["content"] = content.json
            return
        }
        var content = Members()
        let inJSON = rows.filter { $0.isNullable || !$0.isFile }
        if !rows.contains(where: { $0.isFile && $0.isRequired }) {
            var schema = ObjectSchema(inJSON, schemas)
            schema.add(operation.constraints, among: Set(inJSON.map(\.name.value)))
            content["application/json"] = Self.media(schema.members)
        }
        if rows.contains(where: { schemas.holdsFile($0.type.value) }) {
            content["multipart/form-data"] = Self.multipart(rows, schemas)
        }
        let needsSome = operation.constraints.contains(where: \.isAboutBodyAsAWhole)
        if rows.contains(where: \.isRequired) || needsSome { members["required"] = .boolean(true) }
        members["content"] = content.json
    }

    private static func media(_ schema: Members, encoding: Members = Members()) -> JSONText {
        var media = Members()
        media["schema"] = schema.json
        if !encoding.isEmpty { media["encoding"] = encoding.json }
        return media.json
    }

    private static func multipart(_ rows: [Attribute], _ schemas: Schemas) -> JSONText {
        let parts = rows.flatMap { Part.all(of: $0, named: $0.name.value, isRequired: $0.isRequired, schemas) }
        var properties = Members()
        var encoding = Members()
        for part in parts {
            properties[part.name] = part.schema.json
            encoding[part.name] = part.encoding
        }
        var schema = Members()
        schema["type"] = "object"
        schema["properties"] = properties.json
        let required = parts.filter(\.isRequired).map(\.name)
        if !required.isEmpty { schema["required"] = .strings(required) }
        var hashes = Members()
        for row in rows {
            guard case .named(let type) = row.type.value, schemas.isHash(type) else { continue }
            hashes[row.name.value] = row.schema(schemas).json
        }
        // Which properties are members of a hash, and of which one.
        if !hashes.isEmpty { schema["x-gitlab-hashes"] = hashes.json }
        return media(schema, encoding: encoding)
    }
}

/// A part of a multipart body.
private struct Part {
    let name: String
    let isRequired: Bool
    let schema: Members
    let encoding: JSONText?

    /// The parts that an attribute becomes: itself, or the members of the hash that it is.
    static func all(of row: Attribute, named name: String, isRequired: Bool, _ schemas: Schemas) -> [Part] {
        switch row.type.value {
        case .named(let type):
            if let hash = schemas.hash(type) {
                return hash.attributes.flatMap { member in
                    all(
                        of: member, named: "\(name)[\(member.name.value)]", isRequired: isRequired && member.isRequired,
                        schemas)
                }
            }
            return [
                Part(name: name, isRequired: isRequired, schema: row.schema(schemas, isInJSON: false), encoding: nil)
            ]
        case .array:
            return [
                Part(
                    name: row.isBracketed ? name + "[]" : name, isRequired: isRequired,
                    schema: row.schema(schemas, isInJSON: false),
                    encoding: row.isCommaSeparated ? style("form", explode: false) : nil)
            ]
        case .openHash:
            return [
                Part(
                    name: name, isRequired: isRequired, schema: row.schema(schemas, isInJSON: false),
                    encoding: style("deepObject", explode: true))
            ]
        case .builtIn:
            return [
                Part(name: name, isRequired: isRequired, schema: row.schema(schemas, isInJSON: false), encoding: nil)
            ]
        }
    }

    private static func style(_ style: String, explode: Bool) -> JSONText {
        var members = Members()
        members["style"] = .string(style)
        members["explode"] = .boolean(explode)
        return members.json
    }
}
