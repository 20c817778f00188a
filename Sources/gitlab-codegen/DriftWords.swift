// The words of a drift report: what each kind of difference is called, and what it means for users of the client.

import SpecModel

extension DriftKind {
    /// A part of the report.
    enum Part: String, CaseIterable {
        case new = "New in the document"
        case changed = "Changed"
        case missing = "Missing in the document"
        case deprecated = "Deprecated"
    }

    var part: Part {
        switch self {
        case .missingOperation, .missingAttribute, .missingField: .new
        case .extraOperation, .extraAttribute, .extraField: .missing
        case .operationDeprecated, .attributeDeprecated, .fieldDeprecated: .deprecated
        case .responseShape, .responseStatus, .attributeLocation, .attributeType, .attributeRequired, .attributeValues,
            .fieldType, .fieldValues:
            .changed
        }
    }

    var title: String {
        switch self {
        case .missingOperation: "New operations"
        case .extraOperation: "Operations that the document lacks"
        case .operationDeprecated: "Operations that only one of both deprecates"
        case .responseShape: "Responses of another shape"
        case .responseStatus: "Other statuses of success"
        case .missingAttribute: "New attributes"
        case .extraAttribute: "Attributes that the document lacks"
        case .attributeLocation: "Attributes that are sent elsewhere"
        case .attributeType: "Attributes of another type"
        case .attributeRequired: "Attributes that only one of both requires"
        case .attributeValues: "Other values of attributes"
        case .attributeDeprecated: "Attributes that only one of both deprecates"
        case .missingField: "New fields"
        case .extraField: "Fields that the document lacks"
        case .fieldType: "Fields of another type"
        case .fieldValues: "Other values of fields"
        case .fieldDeprecated: "Fields that only one of both deprecates"
        }
    }

    /// Effect on a user of the client if GitLab is as the document says.
    var meaning: String {
        switch self {
        case .missingOperation: "They have no method; `CustomRequest` calls them."
        case .extraOperation: "A call fails with status 404 if GitLab has removed the operation."
        case .operationDeprecated, .attributeDeprecated: "Requests work until GitLab removes it."
        case .responseShape: "A call fails because its response cannot be decoded."
        case .responseStatus: "Nothing changes: the client accepts every status of success."
        case .missingAttribute: "Requests cannot set them; `CustomRequest` can."
        case .extraAttribute: "GitLab ignores or rejects them."
        case .attributeLocation: "GitLab does not see their values."
        case .attributeType: "GitLab may reject their values."
        case .attributeRequired: "GitLab rejects requests without them, or no longer needs them."
        case .attributeValues: "New values can be sent as text; GitLab rejects those that are gone."
        case .missingField: "Responses are decoded without them."
        case .extraField:
            "They are nil; a response without a field that the spec has as always present cannot be decoded."
        case .fieldType: "Responses with them may not be readable."
        case .fieldValues: "New values are decoded as text; those that are gone do not occur."
        case .fieldDeprecated: "Responses have them until GitLab removes them."
        }
    }
}
