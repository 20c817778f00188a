// The first step of a request: from its attributes to path, query, fields and body. Nothing is sent here.

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
    public func httpRequest<Request: GitLabRequest>(for request: Request) throws -> PreparedRequest<Request> {
        let (head, body) = try encode(request)
        return PreparedRequest(head: head, body: body, request: request)
    }

    /// Returns the first HTTP request of a download, for inspection. It has neither credentials nor the
    /// ``Configuration/headerFields``: they are added only on the way to the transport.
    ///
    /// - Throws: ``GitLabError`` of kind ``GitLabError/Kind/invalidRequest``, as for other requests.
    public func httpRequest<Request: DownloadRequest>(for request: Request) throws -> HTTPRequest {
        try downloadHead(request)
    }

    /// Returns the first HTTP request of a download.
    func downloadHead(_ request: any DownloadRequest) throws -> HTTPRequest {
        var (head, body) = try encode(request, accepting: "*/*")
        guard body.isEmpty else {
            throw GitLabError(kind: .invalidRequest, message: "a download cannot have a body", head: head)
        }
        // A file that is compressed in transit has no known length, and cannot be resumed in its middle.
        head.headerFields[.acceptEncoding] = "identity"
        return head
    }

    /// Checks a request, and returns its head and its body as they are sent.
    func encode(
        _ request: some EndpointRequest, accepting mediaType: String = "application/json"
    ) throws -> (head: HTTPRequest, body: RequestBody) {
        do {
            return try assemble(request, accepting: mediaType)
        } catch {
            throw GitLabError(
                kind: .invalidRequest,
                message: redacting(error.message),
                method: request.endpoint.method.rawValue,
                path: request.documentedEndpoint.pathTemplate
            )
        }
    }

    /// The longest URL in bytes: above it nginx and Puma respond with errors that do not say what is wrong.
    static let longestURL = 8_000

    private func assemble(
        _ request: some EndpointRequest,
        accepting mediaType: String
    ) throws(ValidationError) -> (head: HTTPRequest, body: RequestBody) {
        let endpoint = request.endpoint
        let root = try root.get()
        let own = try parts.fields.get()
        let pathAttributes = request.pathAttributes
        let content = try request.bodyToSend(beside: pathAttributes)
        try endpoint.check(request, content, pathAttributes)

        // Most fit into this room, which is on the stack.
        let path = try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 512) { room in
            Result { () throws(ValidationError) in
                try target(of: request, endpoint, below: root, pathAttributes, content, in: room)
            }
        }.get()
        let body =
            try endpoint.method.carriesBody
            ? EncodedBody(content, readsForm: endpoint.readsForm) : EncodedBody.none
        var fields = HTTPFields()
        // These, the media type of the body, the credentials, and the fields of the configuration.
        fields.reserveCapacity(4 + own.others.count)
        fields.append(
            mediaType == ClientFields.json.value ? ClientFields.json : HTTPField(name: .accept, value: mediaType))
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

    /// Returns path and query.
    private func target(
        of request: some EndpointRequest, _ endpoint: Endpoint, below root: APIRoot,
        _ pathAttributes: PathAttributeList, _ content: BodyToSend, in room: UnsafeMutableBufferPointer<UInt8>
    ) throws(ValidationError) -> String {
        var start = ByteBuffer(in: room)
        start.append(utf8: root.path)
        let template = endpoint.parents?.pathTemplate(pathAttributes) ?? endpoint.pathTemplate
        try PathTemplate.append(template, with: pathAttributes, below: root, to: &start)
        var target = ParameterEncoder(QueryPairs(.query, after: start, separator: "?"), taken: pathAttributes)
        request.addQuery(to: &target)
        if !endpoint.method.carriesBody { target.add(contentsOf: content.attributes) }
        return try checkedLength(target.text(), root.origin)
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
    /// Rejects a request that breaks a rule between its attributes, or has a body where there is none.
    fileprivate func check(
        _ request: some EndpointRequest, _ body: BodyToSend, _ path: PathAttributeList
    ) throws(ValidationError) {
        guard !method.isSafe || body.isEmpty else {
            throw ValidationError(
                "a \(method.rawValue) has no body: send its attributes in the query, with `query`")
        }
        guard method.carriesBody || body.content == nil else {
            throw ValidationError("a \(method.rawValue) has no body that could be sent as it is")
        }
        var parent: GivenParent?
        if let parents { parent = try parents.parent(in: path, of: name) }
        guard !constraints.isEmpty else { return }
        let query = request.queryParameters
        for constraint in constraints {
            if let violation = constraint.violation(query: query, body: body.attributes, parent: parent) {
                throw violation
            }
        }
    }
}
