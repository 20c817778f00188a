// The body of a webhook's request, before it is read as the type of its kind.

/// A body with the fields that say what it is about. The generated enum of events reads itself from one.
package struct WebhookBody: Sendable {
    /// The kind: `object_kind` as `merge_request`, or `event_name` where there is none; nil if the body has neither.
    package let kind: String?
    /// What a comment is on: `object_attributes.noteable_type`.
    package let noteableType: String?
    private let bytes: [UInt8]

    /// - Throws: `JSONError` if it is not JSON, or no object.
    package init(_ bytes: [UInt8]) throws(JSONError) {
        let head = try Self.read(WebhookHead.self, from: bytes)
        kind = head.objectKind ?? head.eventName
        noteableType = head.objectAttributes?.noteableType
        self.bytes = bytes
    }

    /// Reads the whole body, as tolerantly as a response: an optional field that cannot be read is nil.
    ///
    /// - Throws: `JSONError` if a field is missing that each such body has, or has another type.
    package func read<Value: JSONReadable>() throws(JSONError) -> Value {
        try Self.read(Value.self, from: bytes)
    }

    private static func read<Value: JSONReadable>(_ type: Value.Type, from bytes: [UInt8]) throws(JSONError) -> Value {
        try JSONReader.read(type, from: bytes, tolerance: Tolerance(skipsFields: true)).value
    }
}

/// The fields of a body that say what it is about.
private struct WebhookHead: GitLabModel {
    var objectKind: String?
    var eventName: String?
    var objectAttributes: Attributes?

    static let modelFields = ModelFields(of: emptyModel)
    static var emptyModel: WebhookHead { WebhookHead() }

    mutating func recordFields(in fields: inout FieldRecorder) {
        fields.string("object_kind", &objectKind)
        fields.string("event_name", &eventName)
        fields.value("object_attributes", &objectAttributes)
    }

    struct Attributes: GitLabModel {
        var noteableType: String?

        static let modelFields = ModelFields(of: emptyModel)
        static var emptyModel: Attributes { Attributes() }

        mutating func recordFields(in fields: inout FieldRecorder) {
            fields.string("noteable_type", &noteableType)
        }
    }
}
