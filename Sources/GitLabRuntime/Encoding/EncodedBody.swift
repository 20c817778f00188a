// The body of a request: none, JSON, a form, or multipart.

import HTTPTypes

/// A body that is sent as it is.
struct BodyContent: Sendable, Hashable {
    let bytes: RequestBody
    let contentType: String
}

/// Parts that a request adds to its body: attributes, or a content that is sent as it is.
struct BodyToSend {
    let attributes: Parameters
    let content: BodyContent?

    var isEmpty: Bool { attributes.isEmpty && content == nil }
}

/// The body of a request with the media type that it needs.
struct EncodedBody {
    let content: RequestBody
    /// nil if there is no body.
    let contentType: String?

    static let none = EncodedBody(content: .empty, contentType: nil)

    /// JSON unless there is a file: it is the only body that can encode everything, and that GitLab reads with its
    /// types. A form only where the endpoint reads nothing else.
    init(_ body: BodyToSend, readsForm: Bool) throws(ValidationError) {
        let parameters = body.attributes
        if let content = body.content {
            self = try .raw(content, beside: parameters)
        } else if parameters.isEmpty {
            self = .none
        } else if readsForm {
            self = try .form(parameters)
        } else if parameters.holdFile {
            self = try .multipart(parameters)
        } else {
            self.init(content: try JSONMembers.encode(parameters), contentType: "application/json")
        }
    }

    private init(content: RequestBody, contentType: String?) {
        self.content = content
        self.contentType = contentType
    }

    private static func raw(_ content: BodyContent, beside attributes: Parameters) throws(ValidationError)
        -> EncodedBody
    {
        guard attributes.isEmpty else {
            throw ValidationError("a body that is sent as it is has no attributes beside it: send them in the query")
        }
        let type = content.contentType
        guard !type.isEmpty, HTTPField.isValidValue(type) else {
            throw ValidationError(
                "the content type of the body is empty or holds characters that a header field cannot")
        }
        return EncodedBody(content: content.bytes, contentType: type)
    }

    private static func form(_ parameters: Parameters) throws(ValidationError) -> EncodedBody {
        var form = QueryPairs(.form)
        for pair in parameters.pairs { try form.write(pair.name, pair.value) }
        return EncodedBody(content: RequestBody(form.bytes), contentType: "application/x-www-form-urlencoded")
    }

    private static func multipart(_ parameters: Parameters) throws(ValidationError) -> EncodedBody {
        let (pieces, boundary) = try MultipartBody.encode(parameters)
        return EncodedBody(
            content: RequestBody(pieces: pieces), contentType: "multipart/form-data; boundary=\(boundary)")
    }
}
