// Which body carries the parameters: none, JSON, or multipart.

/// The body of a request with the media type that it needs.
struct EncodedBody {
    let body: RequestBody
    /// nil if there is no body.
    let contentType: String?

    /// JSON unless there is a file: it is the only body that can say everything, and that GitLab reads with its types.
    init(_ parameters: Parameters) throws(Refusal) {
        if parameters.isEmpty {
            body = .empty
            contentType = nil
        } else if parameters.holdFile {
            let multipart = try MultipartBody.encode(parameters)
            body = RequestBody(pieces: multipart.pieces)
            contentType = "multipart/form-data; boundary=\(multipart.boundary)"
        } else {
            body = RequestBody(try JSONBody.encode(parameters))
            contentType = "application/json"
        }
    }
}
