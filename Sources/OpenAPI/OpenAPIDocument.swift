// An OpenAPI document as one neutral value, whatever its version: operations with their attributes, and named schemas.
// Every value has its place in the document. Sentences are left out: GitLab's have a licence of their own.

import SpecSyntax

/// The content of an OpenAPI document, 2.0 or 3.x.
public struct OpenAPIDocument: Sendable {
    /// The version of OpenAPI that it is written in, `2.0` or `3.0.0`.
    public let version: Located<String>
    /// The title of the API.
    public let title: Located<String>
    /// In the order of the document.
    public let operations: [OpenAPIOperation]
    /// The schemas that have names, in the order of the document.
    public let schemas: [NamedSchema]
    private let schemasByName: [String: Int]

    init(
        version: Located<String>, title: Located<String>, operations: [OpenAPIOperation], schemas: [NamedSchema]
    ) {
        self.version = version
        self.title = title
        self.operations = operations
        self.schemas = schemas
        schemasByName = Dictionary(firstOf: schemas.enumerated().map { ($1.name.value, $0) })
    }

    /// The schema of a name; nil where the document has none.
    public func schema(named name: String) -> NamedSchema? { schemasByName[name].map { schemas[$0] } }

    /// A schema, or the named one that it refers to, however often.
    public func resolved(_ schema: OpenAPISchema) -> OpenAPISchema {
        var schema = schema
        // A schema that refers to itself ends nowhere.
        for _ in 0..<16 {
            guard case .reference(let name) = schema.kind, let named = self.schema(named: name) else { break }
            schema = named.schema
        }
        return schema
    }
}

/// A schema that others refer to by its name.
public struct NamedSchema: Sendable {
    public let name: Located<String>
    public let schema: OpenAPISchema

    public init(name: Located<String>, schema: OpenAPISchema) {
        self.name = name
        self.schema = schema
    }
}

/// One call of the document.
public struct OpenAPIOperation: Sendable {
    /// In capitals, `GET`.
    public let method: Located<String>
    /// As the document writes it, `/api/v4/projects/{id}`.
    public let path: Located<String>
    public let operationID: Located<String>?
    /// The first word of the summary, in small letters: the verb, as a rule. The rest is a sentence, and left out.
    public let summaryVerb: String?
    public let tags: [Located<String>]
    public let isDeprecated: Bool
    /// The attributes, wherever they are sent. The members of a body are attributes of their own, and so are names with
    /// brackets: `not[labels]` is the member `labels` of `not`.
    public let attributes: [OpenAPIAttribute]
    /// Whether the body is sent as a form with files.
    public let isMultipart: Bool
    /// The responses by status; `default` is left out.
    public let responses: [OpenAPIResponse]

    /// The response to a success: the first of the statuses from 200 on that has a content, else the first.
    public var success: OpenAPIResponse? {
        let all = responses.filter { (200..<400).contains($0.status) }
        return all.first { $0.schema != nil } ?? all.first
    }

    public func attributes(in location: OpenAPIAttribute.Location) -> [OpenAPIAttribute] {
        attributes.filter { $0.location == location }
    }
}

/// An attribute of a request.
public struct OpenAPIAttribute: Sendable {
    public enum Location: String, Sendable, CaseIterable {
        case path, query, header, body
    }

    public let name: Located<String>
    public let location: Location
    public let isRequired: Bool
    public let schema: OpenAPISchema
}

/// The response of one status.
public struct OpenAPIResponse: Sendable {
    public let status: Int
    public let range: SourceRange
    /// The type of the content; nil where the document has none.
    public let schema: OpenAPISchema?
    /// Whether the content is something other than JSON or text, a file as a rule.
    public let isBinary: Bool
}
