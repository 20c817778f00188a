// The body of a request: none, JSON, a form, or multipart.

/// The body of a request with the media type that it needs.
struct EncodedBody {
    let content: RequestBody
    /// nil if there is no body.
    let contentType: String?

    static let none = EncodedBody(content: .empty, contentType: nil)

    /// JSON unless there is a file: it is the only body that can encode everything, and that GitLab reads with its
    /// types. A form only where the endpoint reads nothing else.
    ///
    /// - Parameter taken: the attributes of the path, whose names no other attribute may have.
    init<R: EndpointRequest>(_ request: R, taken: [PathAttribute]) throws(ValidationError) {
        if request.endpoint.readsForm {
            var form = ParameterEncoder(QueryPairs(.form), taken: taken)
            request.addBody(to: &form)
            let text = try form.text()
            self = text.isEmpty ? .none : .form(text)
            return
        }
        var members = ParameterEncoder(JSONMembers(), taken: taken)
        request.addBody(to: &members)
        if members.holdsFile {
            try members.check()
            self = try .multipart(request.bodyParameters)
        } else if let json = try members.json() {
            self.init(content: RequestBody(json), contentType: "application/json")
        } else {
            self = .none
        }
    }

    private init(content: RequestBody, contentType: String?) {
        self.content = content
        self.contentType = contentType
    }

    private static func form(_ text: String) -> EncodedBody {
        EncodedBody(content: RequestBody(Array(text.utf8)), contentType: "application/x-www-form-urlencoded")
    }

    private static func multipart(_ parameters: Parameters) throws(ValidationError) -> EncodedBody {
        let (pieces, boundary) = try MultipartBody.encode(parameters)
        return EncodedBody(
            content: RequestBody(pieces: pieces), contentType: "multipart/form-data; boundary=\(boundary)")
    }
}
