// Merges facts into a document. A fact that the document has, or that no longer fits it, is reported.

import OpenAPI
import SpecSyntax

/// A document with what is known beyond it.
public struct FactsMerge {
    /// How many facts of a kind the document did not have.
    public struct Counts: Sendable, Hashable {
        public var lists = 0
        public var types = 0
        public var nulls = 0
        public var fields = 0
        public var routes = 0
        /// Left to a person.
        public var doubts = 0

        public init() {}
    }

    public private(set) var document: OpenAPIDocument
    public private(set) var counts = Counts()
    private let diagnostics: DiagnosticCollector

    public init(_ facts: Facts, into document: OpenAPIDocument, diagnostics: DiagnosticCollector) {
        self.document = document
        self.diagnostics = diagnostics
        let operations = addRoutes(facts, to: document)
        self.document = document.replacing(
            operations: mergeResponses(facts, operations), schemas: mergeFields(facts, document.schemas))
    }

    private func needless(_ message: String, _ range: SourceRange) {
        diagnostics.report(Diagnostic("needless-fact", .warning, message, at: range, fix: Fix("remove it")))
    }

    private func unfitting(_ message: String, _ range: SourceRange) {
        diagnostics.report(
            Diagnostic("unfitting-fact", .warning, message, at: range, fix: Fix("check it, and change or remove it")))
    }

    // MARK: Operations

    private mutating func addRoutes(_ facts: Facts, to document: OpenAPIDocument) -> [OpenAPIOperation] {
        let known = Set(document.operations.map { OperationRoute($0) })
        var all = document.operations
        for operation in facts.documents.flatMap(\.operations) {
            let route = OperationRoute(operation)
            if known.contains(route) {
                needless("the document has \(route) itself", operation.path.range)
            } else {
                all.append(operation)
                counts.routes += 1
            }
        }
        return all
    }

    private mutating func mergeResponses(_ facts: Facts, _ operations: [OpenAPIOperation]) -> [OpenAPIOperation] {
        var all = operations
        let places = Dictionary(all.enumerated().map { (OperationRoute($1), $0) }) { first, _ in first }
        for (route, row) in facts.operations {
            guard let place = places[route] else {
                unfitting("the document has no \(route)", row.name.range)
                continue
            }
            let schema = all[place].success?.schema
            if let schema, case .array = document.resolved(schema).kind {
                needless("the document itself says that \(route) returns a list", row.name.range)
            } else if row.doubt != nil {
                counts.doubts += 1
            } else if row.isList {
                let element = schema ?? OpenAPISchema(.unknown, at: row.name.range)
                all[place] = all[place].returning(OpenAPISchema(.array(element), at: element.range))
                counts.lists += 1
            }
        }
        return all
    }

    // MARK: Fields

    private mutating func mergeFields(_ facts: Facts, _ schemas: [NamedSchema]) -> [NamedSchema] {
        var all = schemas
        let places = Dictionary(firstOf: all.enumerated().map { ($1.name.value, $0) })
        for (name, rows) in facts.schemas {
            guard let place = places[name.value], case .object(var members, let others) = all[place].schema.kind else {
                unfitting("the document has no schema '\(name.value)' with fields", name.range)
                continue
            }
            for row in rows { merge(row, into: &members) }
            all[place] = NamedSchema(
                name: all[place].name,
                schema: OpenAPISchema(.object(members, others: others), at: all[place].schema.range))
        }
        return all
    }

    private mutating func merge(_ row: Facts.Row, into members: inout [OpenAPISchema.Member]) {
        let name = row.name.value
        guard let place = members.firstIndex(where: { $0.name.value == name }) else {
            guard row.previous == nil,
                let kind = (row.type ?? row.doubt).flatMap({ FactType($0, at: row.name.range)?.kind })
            else {
                return unfitting("the document has no field '\(name)' here", row.name.range)
            }
            if row.type == nil {
                counts.doubts += 1
                return
            }
            let schema = OpenAPISchema(kind, at: row.name.range, isNullable: row.isNullable)
            members.append(OpenAPISchema.Member(name: row.name, isRequired: false, schema: schema))
            counts.fields += 1
            counts.nulls += row.isNullable ? 1 : 0
            return
        }
        var schema = members[place].schema
        if row.type != nil || row.isList || row.doubt != nil {
            guard let previous = row.previous else {
                return needless("the document has the field '\(name)' itself", row.name.range)
            }
            schema = corrected(schema, by: row, previous: previous)
        }
        if row.isNullable {
            if schema.isNullable { needless("the document itself says that '\(name)' can be null", row.name.range) }
            counts.nulls += schema.isNullable ? 0 : 1
            schema = schema.orNull
        }
        members[place] = OpenAPISchema.Member(
            name: members[place].name, isRequired: members[place].isRequired, schema: schema)
    }

    /// The schema of a field with the type of a fact, if the document says what it said when the fact was written.
    private mutating func corrected(
        _ schema: OpenAPISchema, by row: Facts.Row, previous: String
    ) -> OpenAPISchema {
        let kind =
            row.isList || row.doubt == "list"
            ? .array(schema) : (row.type ?? row.doubt).flatMap { FactType($0, at: row.name.range)?.kind }
        guard let kind else { return schema }
        let word = schema.kind.word
        if word == kind.word {
            needless("the document itself says that '\(row.name.value)' is \(word)", row.name.range)
        } else if word != previous {
            unfitting(
                "'\(row.name.value)' is \(word) in the document, and was \(previous) when the fact was written",
                row.name.range)
        } else if row.doubt != nil {
            counts.doubts += 1
        } else {
            counts.types += 1
            return OpenAPISchema(
                kind, at: schema.range, isNullable: schema.isNullable, isDeprecated: schema.isDeprecated)
        }
        return schema
    }
}
