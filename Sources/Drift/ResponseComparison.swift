// The responses of operations, compared with those in a document.
//
// A type of the spec is often the union of several of the document's, one for each view: a field is missing in the spec
// if any of them has it, and beyond the document if none has.

import OpenAPI
import SpecModel
import SpecSyntax

/// The comparison of all responses.
struct ResponseComparison {
    private let types: TypeComparison
    private(set) var differences: [Difference] = []
    /// The models in the order in which they were visited, with the members that the document's types have in their
    /// place.
    private var order: [String] = []
    private var members: [String: [OpenAPISchema.Member]] = [:]
    private var places: [String: SourceRange] = [:]
    private var seen: Set<String> = []

    init(_ types: TypeComparison) {
        self.types = types
    }

    /// Visits the response of an operation.
    mutating func meet(_ operation: Operation, _ other: OpenAPIOperation, place: String) {
        guard let response = other.success else { return }
        // Redirects are followed, and end in a success that the document does not have.
        let statuses = other.responses.map(\.status).filter { (200..<300).contains($0) }
        if !statuses.isEmpty, !statuses.contains(operation.successStatus) {
            let theirs = statuses.map { String($0) }.joined(separator: " or ")
            note(
                .responseStatus, place, nil,
                "responds with status \(operation.successStatus), in the document with \(theirs)",
                at: operation.ownStatus?.range ?? operation.response.range, response.range)
        }
        let ours: TypeReference?
        switch operation.response.value {
        case .value(let type), .optionalValue(let type): ours = type
        case .nothing, .download: ours = nil
        }
        let range = operation.response.range
        guard let schema = response.schema else {
            // A document without a content may just omit it, where the status does not exclude one.
            if ours != nil, response.status == 204 {
                note(.responseShape, place, nil, "has a response, in the document none", at: range, response.range)
            }
            return
        }
        guard let ours else {
            if case .file = types.document.resolved(schema).kind { return }
            if case .download = operation.response.value, response.isBinary { return }
            note(
                .responseShape, place, nil,
                "responds with \(operation.response.value.words), in the document with \(schema.words)",
                at: range, response.range)
            return
        }
        if Self.isList(ours) != isList(schema) {
            note(
                .responseShape, place, nil, "responds with \(ours.words), in the document with \(schema.words)",
                at: range,
                response.range)
        }
        meet(ours, schema)
    }

    private static func isList(_ type: TypeReference) -> Bool { if case .array = type { true } else { false } }

    private func isList(_ schema: OpenAPISchema) -> Bool {
        if case .array = types.document.resolved(schema).kind { true } else { false }
    }

    /// Visits a type in the place of another, whatever arrays are around both.
    private mutating func meet(_ type: TypeReference, _ schema: OpenAPISchema) {
        guard let model = types.model(type) else { return }
        let inner = types.innermost(schema)
        guard case .object(let found, _) = inner.kind, !found.isEmpty else { return }
        let name = model.name.value
        guard seen.insert("\(name) \(inner.range.start.line):\(inner.range.start.column)").inserted else { return }
        if members[name] == nil {
            order.append(name)
            places[name] = inner.range
        }
        members[name, default: []] += found
        for field in model.fields {
            guard let member = found.first(where: { $0.name.value == field.name.value }) else { continue }
            meet(field.type.value, member.schema)
        }
    }

    /// Compares the types that were visited.
    mutating func compare(_ api: API) {
        for model in api.models {
            guard let found = members[model.name.value] else { continue }
            let byName = Dictionary(grouping: found, by: \.name.value)
            for field in model.fields {
                guard let members = byName[field.name.value] else {
                    note(
                        .extraField, model.name.value, field.name.value, "is not in the document",
                        at: field.name.range, places[model.name.value])
                    continue
                }
                compare(field, of: model, members)
            }
            var known = Set(model.fields.map(\.name.value))
            for member in found where known.insert(member.name.value).inserted {
                note(
                    .missingField, model.name.value, member.name.value,
                    "(\(types.document.resolved(member.schema).words)) is not in the spec", at: model.name.range,
                    member.name.range)
            }
        }
    }

    private mutating func compare(_ field: Field, of model: ModelType, _ members: [OpenAPISchema.Member]) {
        let place = model.name.value
        let name = field.name.value
        if let other = members.first(where: { !types.agree(field.type.value, $0.schema) }) {
            note(
                .fieldType, place, name,
                "is \(field.type.value.words), in the document \(types.document.resolved(other.schema).words)",
                at: field.type.range, other.name.range)
        } else if let other = members.first(where: { types.differingValues(field.type.value, $0.schema) != nil }),
            let words = types.differingValues(field.type.value, other.schema)
        {
            note(.fieldValues, place, name, words, at: field.type.range, other.name.range)
        }
        if let first = members.first, members.allSatisfy({ $0.schema.isDeprecated == first.schema.isDeprecated }),
            first.schema.isDeprecated != (field.availability.deprecation != nil)
        {
            note(
                .fieldDeprecated, place, name,
                first.schema.isDeprecated ? "is deprecated by the document" : "is not deprecated by the document",
                at: field.availability.deprecation?.range ?? field.name.range, first.name.range)
        }
    }

    private mutating func note(
        _ kind: DriftKind, _ place: String, _ name: String?, _ words: String, at range: SourceRange,
        _ documentRange: SourceRange?
    ) {
        differences.append(
            Difference(
                kind: kind, place: place, name: name, words: words, range: range, documentRange: documentRange))
    }
}

extension Response {
    fileprivate var words: String {
        switch self {
        case .value(let type): type.words
        case .optionalValue(let type): "\(type.words) or null"
        case .nothing: "nothing"
        case .download: "a file"
        }
    }
}
