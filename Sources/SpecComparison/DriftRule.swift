// Changes that following a document of GitLab's would make, for each way in which it can differ from the spec.

import SpecModel

extension DriftKind {
    /// The change of the client that makes the spec agree with the document.
    public var changeRule: ChangeRule {
        switch self {
        case .missingOperation: .operationAdded
        case .extraOperation: .operationRemoved
        case .operationDeprecated, .attributeDeprecated, .fieldDeprecated: .deprecated
        case .responseShape: .responseChanged
        case .responseStatus: .statusChanged
        case .missingAttribute: .attributeAdded
        case .extraAttribute: .attributeRemoved
        case .attributeLocation: .attributeMoved
        case .attributeType: .attributeFormChanged
        case .attributeRequired: .attributeRequired
        case .attributeValues, .fieldValues: .enumValueAdded
        case .missingField: .fieldAdded
        case .extraField: .fieldRemoved
        case .fieldType: .fieldFormChanged
        }
    }
}
