// The JSON Schema of the spec language, from the same table that reads the spec, so that editors complete, explain and
// check a row while it is typed.

import SpecSyntax

/// The schema that `spec/schema.json` holds.
public enum SpecSchema {
    /// The schema as JSON, by the draft of 2020-12.
    ///
    /// - Parameter comment: says where the file comes from.
    public static func text(comment: String) -> String {
        var definitions: [(String, JSONText)] = [
            ("type_expression", type), ("response", response), ("suppressions", suppressions),
        ]
        for shape in Shape.all { definitions.append((shape.definition, shape.schema)) }
        return JSONText.object([
            ("$comment", .string(comment)),
            ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
            ("title", .string("A file of the spec of GitLab's API")),
            ("$ref", .string("#/$defs/\(Shape.file.definition)")),
            ("$defs", .object(definitions)),
        ]).text()
    }

    private static var type: JSONText {
        let builtIn = BuiltInType.allCases.map(\.rawValue).joined(separator: "|")
        return .object([
            (
                "anyOf",
                .array([
                    .object([("type", "string"), ("pattern", .string("^(\(builtIn)|[A-Z][A-Za-z0-9]*)$"))]),
                    .object([
                        ("description", "An array of one type of elements: [string]."),
                        ("type", "array"), ("minItems", .integer(1)), ("maxItems", .integer(1)),
                        ("items", reference("type_expression")),
                    ]),
                    .object([
                        ("description", "A hash with any keys: {string: string}."),
                        ("type", "object"), ("properties", .object([("string", reference("type_expression"))])),
                        ("required", .array(["string"])), ("additionalProperties", .boolean(false)),
                    ]),
                ])
            )
        ])
    }

    private static var response: JSONText {
        .object([
            ("anyOf", .array([.object([("enum", .array(["nothing", "download"]))]), reference("type_expression")]))
        ])
    }

    private static var suppressions: JSONText {
        let rules = (Rule.ofSyntax + Rule.ofModel).filter(\.isSuppressible).sorted { $0.id < $1.id }
        return .object([
            ("type", "object"),
            (
                "properties",
                .object(
                    rules.map {
                        ($0.id, .object([("description", .string($0.purpose)), ("type", "string"), ("pattern", " ")]))
                    })
            ),
            ("additionalProperties", .boolean(false)),
        ])
    }

    fileprivate static func reference(_ definition: String) -> JSONText {
        .object([("$ref", .string("#/$defs/\(definition)"))])
    }
}

extension Shape {
    /// Every shape, in the order in which a reader of the schema meets them.
    fileprivate static let all: [Shape] = [
        .file, .module, .resource, .operation, .constraint, .precondition, .waiter, .follower, .attributeRow, .hash,
        .model, .fieldRow, .enumeration,
        .enumValueRow, .parent, .parentCase, .event, .deprecation, .drift, .driftDocument, .acceptedDifference,
    ]

    /// The name in the schema: `attribute_row` for an attribute row.
    fileprivate var definition: String { title.split(separator: " ").dropFirst().joined(separator: "_") }

    fileprivate var reference: JSONText { SpecSchema.reference(definition) }

    fileprivate var schema: JSONText {
        var members: [(String, JSONText)] = [
            ("description", .string(title.prefix(1).uppercased() + title.dropFirst() + ".")), ("type", "object"),
            ("properties", .object(keys.map { ($0.name, $0.schema) })),
        ]
        let required = keys.filter(\.isRequired).map { JSONText.string($0.name) }
        if !required.isEmpty { members.append(("required", .array(required))) }
        for names in alternatives {
            let choices = names.map { JSONText.object([("required", .array([.string($0)]))]) }
            members.append(("oneOf", .array(choices)))
        }
        if !dependencies.isEmpty {
            members.append(
                ("dependentRequired", .object(dependencies.map { ($0.key, .array([.string($0.needs)])) })))
        }
        members.append(("additionalProperties", .boolean(false)))
        return .object(members)
    }

    /// A mapping of names to this shape.
    fileprivate var rows: JSONText {
        var members: [(String, JSONText)] = [("type", "object")]
        if let namePattern { members.append(("propertyNames", .object([("pattern", .string(namePattern))]))) }
        return .object(members + [("additionalProperties", reference)])
    }
}

extension Shape.Key {
    fileprivate var schema: JSONText {
        let sentence = purpose.prefix(1).uppercased() + purpose.dropFirst() + "."
        guard case .object(let members) = value.schema else { return value.schema }
        return .object([("description", .string(sentence))] + members)
    }
}

extension Shape.Key.Value {
    fileprivate var schema: JSONText {
        let scalar = JSONText.object([("type", .array(["string", "number", "boolean"]))])
        let names = JSONText.object([
            ("type", "array"), ("items", .object([("type", "string"), ("minLength", .integer(1))])),
            ("uniqueItems", .boolean(true)),
        ])
        switch self {
        case .text: return .object([("type", "string"), ("minLength", .integer(1))])
        case .pattern(let pattern): return .object([("type", "string"), ("pattern", .string(pattern))])
        case .choice(let choices): return .object([("enum", .array(choices.map { .string($0) }))])
        case .flag: return .object([("type", "boolean")])
        case .wholeNumber: return .object([("type", "integer")])
        case .version: return .object([("type", "string"), ("pattern", "^[0-9]+\\.[0-9]+$")])
        case .texts(nil): return names
        case .texts(let choices?):
            return .object([
                ("type", "array"), ("items", .object([("enum", .array(choices.map { .string($0) }))])),
                ("uniqueItems", .boolean(true)),
            ])
        case .type: return SpecSchema.reference("type_expression")
        case .response: return SpecSchema.reference("response")
        case .suppressions: return SpecSchema.reference("suppressions")
        case .plain: return .object([("anyOf", .array([scalar, .object([("type", "array"), ("items", scalar)])]))])
        case .textsOrAny: return .object([("anyOf", .array([.object([("const", "any")]), names]))])
        case .need:
            let pair = JSONText.object([
                ("type", "object"), ("minProperties", .integer(1)), ("maxProperties", .integer(1)),
                ("additionalProperties", scalar),
            ])
            return .object([("anyOf", .array([.object([("type", "string")]), pair]))])
        case .mapping(let shape): return shape.reference
        case .rows(let shape): return shape.rows
        case .tables(let shape): return .object([("type", "object"), ("additionalProperties", shape.rows)])
        case .list(let shape): return .object([("type", "array"), ("items", shape.reference)])
        }
    }
}
