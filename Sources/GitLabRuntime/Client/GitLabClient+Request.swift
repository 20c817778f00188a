// From a request builder to the HTTP request: path, query, body, fields. Nothing is sent here.

import HTTPTypes

extension GitLabClient {
    /// Returns the HTTP request with its body, for inspection, without sending it. It has neither credentials nor the
    /// ``Configuration/headerFields``: they are added only on the way to the transport.
    ///
    /// ```swift
    /// print(try gitlab.httpRequest(for: CreateProject(name: "demo")))
    /// ```
    ///
    /// - Throws: ``GitLabError`` of kind ``GitLabError/Kind/invalidRequest`` if a constraint is broken, or if a value
    ///   cannot be sent so that GitLab reads it as intended; the message names the attribute and the fix.
    public func httpRequest<R: GitLabRequest>(for request: R) throws -> PreparedRequest<R> {
        let (head, body) = try parts(of: request)
        return PreparedRequest(head: head, body: body, request: request)
    }

    /// Returns the HTTP request that is sent.
    func parts(of request: some GitLabRequest) throws -> (head: HTTPRequest, body: RequestBody) {
        try build(request, accepting: "application/json")
    }

    /// Returns the first HTTP request of a download, for inspection. It has neither credentials nor the
    /// ``Configuration/headerFields``: they are added only on the way to the transport.
    ///
    /// - Throws: ``GitLabError`` of kind ``GitLabError/Kind/invalidRequest``, as for other requests.
    public func httpRequest<R: DownloadRequest>(for request: R) throws -> HTTPRequest {
        var (head, body) = try build(request, accepting: "*/*")
        guard body.isEmpty else {
            throw GitLabError(kind: .invalidRequest, message: "a download cannot have a body", head: head)
        }
        // A file that is compressed in transit has no known length, and cannot be resumed in its middle.
        head.headerFields[.acceptEncoding] = "identity"
        return head
    }

    private func build<R: EndpointRequest>(
        _ request: R,
        accepting mediaType: String
    ) throws -> (head: HTTPRequest, body: RequestBody) {
        do {
            return try assemble(request, accepting: mediaType)
        } catch {
            throw GitLabError(
                kind: .invalidRequest,
                message: redacting(error.message),
                method: request.endpoint.method.rawValue,
                path: request.endpoint.pathTemplate
            )
        }
    }

    /// The longest URL in bytes: above it nginx and Puma respond with errors that do not say what is wrong.
    static let longestURL = 8_000

    private func assemble<R: EndpointRequest>(
        _ request: R,
        accepting mediaType: String
    ) throws(ValidationError) -> (head: HTTPRequest, body: RequestBody) {
        let endpoint = request.endpoint
        let root = try root.get()
        let own = try parts.fields.get()
        try endpoint.check(request)
        let pathAttributes = request.pathAttributes

        var start = ByteBuffer()
        start.append(utf8: root.path)
        try PathTemplate.append(endpoint.pathTemplate, with: pathAttributes, below: root, to: &start)
        var target = ParameterEncoder(QueryPairs(.query, after: start, separator: "?"), taken: pathAttributes)
        request.addQuery(to: &target)
        if !endpoint.method.carriesBody {
            let length = target.length
            request.addBody(to: &target)
            guard !endpoint.method.isSafe || target.length == length else {
                throw ValidationError(
                    "a \(endpoint.method.rawValue) has no body: send its attributes in the query, with `query`")
            }
        }
        let path = try checkedLength(target.text(), root.origin)
        let body = try endpoint.method.carriesBody ? EncodedBody(request, taken: pathAttributes) : .none
        var fields = HTTPFields()
        // These, the media type of the body, the credentials, and the fields of the configuration.
        fields.reserveCapacity(4 + own.others.count)
        fields.append(HTTPField(name: .accept, value: mediaType))
        fields.append(own.userAgent)
        if let contentType = body.contentType { fields.append(HTTPField(name: .contentType, value: contentType)) }
        try HeaderFields.set(request.headerParameters, in: &fields)
        let head = HTTPRequest(
            method: endpoint.method.http,
            scheme: root.origin.scheme,
            authority: root.origin.authority,
            path: path,
            headerFields: fields
        )
        return (head, body.content)
    }

    private func checkedLength(_ target: String, _ origin: Origin) throws(ValidationError) -> String {
        let length = origin.description.utf8.count + target.utf8.count
        guard length <= Self.longestURL else {
            throw ValidationError(
                "the URL would be \(length) bytes long and servers take about \(Self.longestURL): "
                    + "send fewer or shorter attributes in the query, and split long lists over several requests"
            )
        }
        return target
    }
}

extension Endpoint {
    /// Rejects a request that breaks a rule between its attributes.
    fileprivate func check(_ request: some EndpointRequest) throws(ValidationError) {
        guard !constraints.isEmpty else { return }
        let query = request.queryParameters
        let body = request.bodyParameters
        for constraint in constraints {
            if let violation = constraint.violation(query: query, body: body) { throw violation }
        }
    }
}
