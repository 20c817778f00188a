// Whether a type of the spec and a type of a document can be the same.
//
// A less precise document does not contradict: plain `string` for a date, `object` for a hash whose keys it does not
// list. A more precise or another type does.

import OpenAPI
import SpecModel
import SpecSyntax

/// The types that both sides declare.
public struct TypeComparison: Sendable {
    let document: OpenAPIDocument
    private let enums: [String: EnumType]
    private let hashes: [String: HashType]
    private let models: [String: ModelType]

    public init(_ api: API, _ document: OpenAPIDocument) {
        self.document = document
        enums = api.types.enums
        hashes = api.types.hashes
        models = api.types.models
    }

    func enumeration(_ type: TypeReference) -> EnumType? { type.declaredName.flatMap { enums[$0] } }
    func hash(_ type: TypeReference) -> HashType? { type.declaredName.flatMap { hashes[$0] } }
    func model(_ type: TypeReference) -> ModelType? { type.declaredName.flatMap { models[$0] } }

    /// The schema of the elements of an array or of the others of an object, and of those within; else the schema.
    func innermost(_ schema: OpenAPISchema) -> OpenAPISchema {
        var schema = document.resolved(schema)
        // An array of itself has no innermost schema.
        for _ in 0..<Self.deepest {
            switch schema.kind {
            case .array(let element): schema = document.resolved(element)
            case .object(let members, let others?) where members.isEmpty: schema = document.resolved(others)
            case .boolean, .integer, .number, .string, .file, .object, .reference, .oneOf, .unknown: return schema
            }
        }
        return schema
    }

    private static let deepest = 64

    /// Whether values of the document's type can be values of the spec's type.
    ///
    /// - Parameter isCommaSeparated: whether an array may be sent as one text.
    public func agree(_ type: TypeReference, _ schema: OpenAPISchema, isCommaSeparated: Bool = false) -> Bool {
        let schema = document.resolved(schema)
        if case .oneOf(let choices) = schema.kind {
            if type == .builtIn(.idOrPath) { return isIDOrText(choices) }
            return alternatives(choices).contains { agree(type, $0, isCommaSeparated: isCommaSeparated) }
        }
        if case .unknown = schema.kind { return true }
        switch type {
        case .builtIn(let builtIn): return agree(builtIn, schema.kind)
        case .array(let element):
            if case .array(let other) = schema.kind { return agree(element, other) }
            return isCommaSeparated && agree(element, schema)
        case .openHash(let value):
            guard case .object(let members, let others) = schema.kind else { return false }
            return members.isEmpty && others.map { agree(value, $0) } ?? true
        case .named(let name):
            switch schema.kind {
            case .object: return hashes[name] != nil || models[name] != nil
            case .integer: return enums[name]?.rawType == .integer
            case .string: return enums[name]?.rawType == .string
            case .boolean, .number, .file, .array, .reference, .oneOf, .unknown: return false
            }
        }
    }

    private func agree(_ type: BuiltInType, _ kind: OpenAPISchema.Kind) -> Bool {
        switch (type, kind) {
        case (.json, _), (.boolean, .boolean), (.integer, .integer), (.number, .number), (.file, .file): true
        // Version 2.0 cannot say that there are two types.
        case (.idOrPath, .string): document.version.value == "2.0"
        case (.content, .string): true
        case (.string, .string(let format)): format != "date" && format != "date-time"
        case (.date, .string(let format)): format == nil || format == "date"
        case (.datetime, .string(let format)): format == nil || format == "date-time"
        case (.boolean, _), (.integer, _), (.number, _), (.string, _), (.datetime, _), (.date, _), (.file, _),
            (.content, _), (.idOrPath, _):
            false
        }
    }

    /// The choices of choices, each place of the document once: a choice may be one of itself.
    private func alternatives(_ choices: [OpenAPISchema]) -> [OpenAPISchema] {
        var found: [OpenAPISchema] = []
        var seen: Set<SourcePosition> = []
        var open = choices[...]
        while let choice = open.popFirst() {
            let schema = document.resolved(choice)
            guard seen.insert(schema.range.start).inserted else { continue }
            if case .oneOf(let more) = schema.kind { open += more } else { found.append(schema) }
        }
        return found
    }

    private func isIDOrText(_ choices: [OpenAPISchema]) -> Bool {
        choices.contains { if case .integer = $0.kind { true } else { false } }
            && choices.contains { if case .string = $0.kind { true } else { false } }
    }

    /// The values that only one side has, in the order of each.
    public func values(_ type: TypeReference, _ schema: OpenAPISchema) -> (onlySpec: [String], onlyDocument: [String]) {
        let inner = innermost(schema)
        let theirs = inner.values.map(\.value)
        guard !theirs.isEmpty else { return ([], []) }
        let ours = enumeration(type)?.values.map { $0.number.map { String($0.value) } ?? $0.name.value } ?? []
        return (ours.filter { !theirs.contains($0) }, theirs.filter { !ours.contains($0) })
    }
}
