// Knowledge about GitLab beyond its document: from responses, other clients and older documents. `facts/README.md`
// describes the files.

import OpenAPI
import SpecSyntax
import SpecWriter

/// The facts of a folder.
public struct Facts: Sendable {
    /// One row: what a field or a response is.
    struct Row: Sendable {
        let name: Located<String>
        /// The type, if it is certain.
        let type: String?
        /// Whether it is a list of what the document says.
        let isList: Bool
        let isNullable: Bool
        /// The type, if a person has to decide.
        let doubt: String?
        /// Type in the document when the fact was written; nil for what it lacks.
        let previous: String?
        let sources: [String]
    }

    var operations: [(route: OperationRoute, row: Row)] = []
    var schemas: [(name: Located<String>, rows: [Row])] = []
    /// Documents with operations that GitLab's lacks.
    var documents: [OpenAPIDocument] = []

    /// Sentences for rows.
    public private(set) var glossary = Glossary()

    /// No facts.
    public init() {}

    /// Reads files. Errors go to the collector.
    public init(_ files: [SpecFile], diagnostics: DiagnosticCollector) {
        glossary = Glossary(files, diagnostics: diagnostics)
        for file in files {
            let source = SourceText(file)
            guard let root = ParsedFile(source, diagnostics: diagnostics).root?.mapping else { continue }
            if root["openapi"] != nil {
                if let document = OpenAPIDocument(source, diagnostics: diagnostics) { documents.append(document) }
                continue
            }
            let reader = FactsReader(diagnostics: diagnostics)
            for section in root.entries {
                switch section.key.text {
                case "operations": operations += reader.operations(section.value)
                case "schemas": schemas += reader.schemas(section.value)
                // The glossary reads these.
                case "sentences": break
                case _:
                    reader.report("facts have 'operations' and 'schemas', no '\(section.key.text)'", section.key.range)
                }
            }
        }
    }

    /// Returns the doubts that a person has to decide about the fields of a schema.
    func doubts(of schema: String) -> [Row] {
        schemas.filter { $0.name.value == schema }.flatMap(\.rows).filter { $0.doubt != nil }
    }

    /// Returns the doubts that a person has to decide about the response of an operation.
    func doubt(about operation: OpenAPIOperation) -> Row? {
        let route = OperationRoute(operation)
        return operations.first { $0.route == route && $0.row.doubt != nil }?.row
    }
}

extension Facts.Row {
    /// The doubt to decide, in words: `integer, says client-go`.
    var words: String {
        let says =
            sources.isEmpty ? "" : ", \(sources.count == 1 ? "says" : "say") \(sources.joined(separator: " and "))"
        return (doubt == "list" ? "a list" : doubt ?? "") + says
    }
}
