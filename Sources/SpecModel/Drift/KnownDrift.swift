// The accepted differences between GitLab's OpenAPI documents and the spec, with reasons:
//
//     drift:
//       documents:
//         openapi_v2: { title: GitLab API, version: "2.0", covers: [projects], about: "GitLab's older document." }
//       accepted:
//         - what: extra-attribute
//           at: ["DELETE /projects/:id"]
//           names: [full_path, permanently_remove]
//           because: "The server reads both from the request without declaring them."

import SpecSyntax

/// The accepted differences between the spec and documents.
public struct KnownDrift: Sendable {
    /// A document that the spec is compared with.
    public struct Document: Sendable {
        public let name: Located<String>
        /// The title of the API, and the version of OpenAPI, which identify the document.
        public let title: Located<String>
        public let version: Located<String>
        /// The tags of which the spec has every operation.
        public let covers: [Located<String>]
    }

    /// Differences that are as they should be.
    public struct AcceptedDifference: Sendable {
        public let what: Located<DriftKind>
        /// Operations (`GET /projects/:id`) or types (`Project`); `*` stands for any characters.
        public let places: [Located<String>]
        /// Attributes or fields, `parent.member` within hashes; all of them where none are named.
        public let names: [Located<String>]
        /// The documents that it is for; all of them where none are named.
        public let documents: [Located<String>]
        public let reason: Located<String>
        public let range: SourceRange
    }

    public internal(set) var documents: [Document] = []
    public internal(set) var accepted: [AcceptedDifference] = []

    public init() {}
}

/// How a document and the spec can differ. The raw values are in messages and in accepted differences.
public enum DriftKind: String, Sendable, CaseIterable {
    /// The document has an operation that the spec lacks.
    case missingOperation = "missing-operation"
    /// The spec has an operation that the document lacks.
    case extraOperation = "extra-operation"
    case operationDeprecated = "operation-deprecated"
    /// The response is a list in one and a single value in the other, or a file, or nothing.
    case responseShape = "response-shape"
    /// The statuses of success in the document are others.
    case responseStatus = "response-status"
    case missingAttribute = "missing-attribute"
    case extraAttribute = "extra-attribute"
    /// It is sent in the path in one and in the body in the other, for example.
    case attributeLocation = "attribute-location"
    case attributeType = "attribute-type"
    case attributeRequired = "attribute-required"
    case attributeValues = "attribute-values"
    case attributeDeprecated = "attribute-deprecated"
    case missingField = "missing-field"
    case extraField = "extra-field"
    case fieldType = "field-type"
    case fieldValues = "field-values"
    case fieldDeprecated = "field-deprecated"

    /// Whether it is a difference in an attribute or a field, which has a name.
    public var hasName: Bool {
        switch self {
        case .missingOperation, .extraOperation, .operationDeprecated, .responseShape, .responseStatus: false
        case .missingAttribute, .extraAttribute, .attributeLocation, .attributeType, .attributeRequired,
            .attributeValues, .attributeDeprecated, .missingField, .extraField, .fieldType, .fieldValues,
            .fieldDeprecated:
            true
        }
    }
}
