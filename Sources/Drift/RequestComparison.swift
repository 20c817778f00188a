// The attributes of an operation, compared with those in a document.

import OpenAPI
import SpecModel
import SpecSyntax

/// The comparison of an operation's attributes on one of its routes.
struct RequestComparison {
    let types: TypeComparison
    let operation: Operation
    let route: Operation.Route
    let other: OpenAPIOperation
    let place: String
    /// Attributes that another operation of the spec on the same route has.
    let elsewhere: Set<String>
    private(set) var differences: [Difference] = []
    /// The hashes that are being compared, each with the place of the schema: both may contain themselves.
    private var open: Set<String> = []
    /// All that have been compared, which are not compared again where there are too many ways to them.
    private var seen: Set<String> = []
    private var visits = 0
    private static let mostVisits = 2_000

    init(
        _ routed: RoutedOperations.Routed, _ other: OpenAPIOperation, elsewhere: Set<String>, types: TypeComparison,
        place: String
    ) {
        operation = routed.operation
        route = routed.route
        self.other = other
        self.types = types
        self.place = place
        self.elsewhere = elsewhere
    }

    mutating func compare() {
        if other.isDeprecated != (operation.availability.deprecation != nil) {
            note(
                .operationDeprecated, nil, deprecation(other.isDeprecated), at: operation.name.range, other.method.range
            )
        }
        comparePlaceholders()
        let ours = route.attributes.filter { $0.location != .path }
        let theirs = other.attributes.filter { $0.location != .path }
        for attribute in ours {
            guard let match = theirs.first(where: { $0.name.value == attribute.name.value }) else {
                note(
                    .extraAttribute, attribute.name.value, "is not in the document", at: attribute.name.range,
                    other.method.range)
                continue
            }
            if match.location.rawValue != attribute.location.rawValue {
                note(
                    .attributeLocation, attribute.name.value,
                    "is sent in the \(attribute.location.rawValue), in the document in the \(match.location.rawValue)",
                    at: attribute.name.range, match.name.range)
            }
            compare(attribute, match.schema, isRequired: match.isRequired, name: attribute.name.value, match.name.range)
        }
        let known = Set(ours.map(\.name.value)).union(elsewhere)
        for attribute in theirs where !known.contains(attribute.name.value) {
            missing(attribute.name, attribute.schema, name: attribute.name.value, in: operation.name.range)
        }
    }

    /// Placeholders are matched by their order: their names are not sent.
    private mutating func comparePlaceholders() {
        let names = Self.placeholders(other.path.value)
        for (placeholder, name) in zip(route.path.placeholders, names) {
            guard
                let ours = route.attributes(in: .path).first(where: { $0.name.value == placeholder.value }),
                let theirs = other.attributes(in: .path).first(where: { $0.name.value == name })
            else { continue }
            compare(ours, theirs.schema, isRequired: true, name: ours.name.value, theirs.name.range)
        }
    }

    private static func placeholders(_ path: String) -> [String] {
        path.split(separator: "/").compactMap { segment in
            if segment.hasPrefix("{"), segment.hasSuffix("}") { return String(segment.dropFirst().dropLast()) }
            return segment.hasPrefix("*") ? String(segment.dropFirst()) : nil
        }
    }

    private mutating func compare(
        _ ours: Attribute, _ schema: OpenAPISchema, isRequired: Bool, name: String, _ documentRange: SourceRange
    ) {
        if isRequired != ours.isRequired {
            note(
                .attributeRequired, name,
                isRequired ? "is required by the document" : "is not required by the document", at: ours.name.range,
                documentRange)
        }
        if schema.isDeprecated != (ours.availability.deprecation != nil) {
            note(
                .attributeDeprecated, name, deprecation(schema.isDeprecated),
                at: ours.availability.deprecation?.range ?? ours.name.range, documentRange)
        }
        guard types.agree(ours.type.value, schema, isCommaSeparated: ours.isCommaSeparated) else {
            note(
                .attributeType, name,
                "is \(ours.type.value.words), in the document \(types.document.resolved(schema).words)",
                at: ours.type.range, documentRange)
            return
        }
        if let words = types.differingValues(ours.type.value, schema) {
            note(.attributeValues, name, words, at: ours.type.range, documentRange)
        }
        guard let hash = types.hash(ours.type.value),
            case .object(let members, _) = types.innermost(schema).kind, !members.isEmpty
        else { return }
        let pair = "\(hash.name.value) \(types.innermost(schema).range.start)"
        visits += 1
        guard seen.insert(pair).inserted || visits < Self.mostVisits, open.insert(pair).inserted else { return }
        defer { open.remove(pair) }
        for row in hash.attributes {
            let path = "\(name).\(row.name.value)"
            if let member = members.first(where: { $0.name.value == row.name.value }) {
                compare(row, member.schema, isRequired: member.isRequired, name: path, member.name.range)
            } else {
                note(.extraAttribute, path, "is not in the document", at: row.name.range, documentRange)
            }
        }
        for member in members where !hash.attributes.contains(where: { $0.name.value == member.name.value }) {
            missing(member.name, member.schema, name: "\(name).\(member.name.value)", in: hash.name.range)
        }
    }

    private mutating func missing(
        _ name: Located<String>, _ schema: OpenAPISchema, name path: String, in range: SourceRange
    ) {
        note(
            .missingAttribute, path, "(\(types.document.resolved(schema).words)) is not in the spec", at: range,
            name.range)
    }

    private func deprecation(_ isDeprecated: Bool) -> String {
        isDeprecated ? "is deprecated by the document" : "is not deprecated by the document"
    }

    private mutating func note(
        _ kind: DriftKind, _ name: String?, _ words: String, at range: SourceRange, _ documentRange: SourceRange
    ) {
        differences.append(
            Difference(
                kind: kind, place: place, name: name, words: words, range: range, documentRange: documentRange))
    }
}

extension TypeComparison {
    /// Returns the message where one side has values that the other lacks; nil where both have the same.
    func differingValues(_ type: TypeReference, _ schema: OpenAPISchema) -> String? {
        let (onlySpec, onlyDocument) = values(type, schema)
        if enumeration(type) == nil {
            return onlyDocument.isEmpty
                ? nil : "accepts any value, in the document one of \(onlyDocument.joined(separator: ", "))"
        }
        let words = [
            onlyDocument.isEmpty ? nil : "lacks the document's \(onlyDocument.joined(separator: ", "))",
            onlySpec.isEmpty ? nil : "has \(onlySpec.joined(separator: ", ")) beyond the document",
        ].compactMap { $0 }
        return words.isEmpty ? nil : words.joined(separator: " and ")
    }
}
