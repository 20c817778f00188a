// Any endpoint of GitLab's API, whether this library knows it or not.

/// A request to any endpoint, by method, path and attributes, through the same client: with its credentials, encoding,
/// redirects, retries, pages and errors.
///
/// ```swift
/// let request = try CustomRequest(
///     .get, "/projects/:id/merge_requests", path: ["id": "group/project"], query: ["state": "opened"])
///
/// let json = try await gitlab.send(request)                                      // JSONValue
/// let some = try await gitlab.send(request, as: [MergeRequest].self)             // a Decodable
/// let raw = try await gitlab.raw(request)                                        // status, fields, bytes
/// for try await one in gitlab.pages(request, of: MergeRequest.self) { … }        // all pages
/// let file = try await gitlab.download(try CustomRequest(.get, "/projects/:id/export/download", path: ["id": 42]))
/// ```
///
/// Attributes can also be set later, `request.query["state"] = "opened"`, and a body can come from any `Encodable`:
/// `try CustomRequest(.post, "/projects", json: settings)`.
///
/// Descriptions show method, path template and the names of the attributes, but no values: it is not known which of
/// them are secret.
public struct CustomRequest: GitLabRequest, Hashable {
    /// Any JSON; null for an empty response.
    public typealias Response = JSONValue

    /// The endpoint of all custom requests where one name is needed.
    public static let endpoint = Endpoint("custom", .get, "/")

    /// Method and path; its name is `custom`.
    public let endpoint: Endpoint

    let path: Redacted<[(name: String, value: IDOrPath)]>
    private var attributes: Redacted<Attributes>

    private struct Attributes: Sendable {
        var query: Parameters
        var body: Parameters
        var headers: Parameters
        /// The body that is sent as it is, instead of attributes.
        var content: BodyContent?
    }

    /// The attributes that are sent in the query.
    public var query: Parameters {
        get { attributes.value.query }
        set { attributes.value.query = newValue }
    }

    /// The attributes that are sent in the body; for DELETE in the query. A GET or HEAD with any throws when it is
    /// sent.
    public var body: Parameters {
        get { attributes.value.body }
        set { attributes.value.body = newValue }
    }

    /// The attributes that are sent as header fields.
    public var headers: Parameters {
        get { attributes.value.headers }
        set { attributes.value.headers = newValue }
    }

    /// Creates a request.
    ///
    /// - Parameters:
    ///   - method: the HTTP method.
    ///   - template: the path below `/api/v4`, with `:name` in place of a value, as GitLab's documentation writes it:
    ///     `/projects/:id/issues/:issue_iid`. Do not write values into it: they would have to be encoded.
    ///   - path: the values for the placeholders: numbers and texts, which are percent-encoded. The slash of
    ///     `group/project` becomes `%2F`.
    ///   - query: the attributes that are sent in the query.
    ///   - body: the attributes that are sent in the body, as JSON; as multipart if there is a file among them. For
    ///     DELETE they are sent in the query, where GitLab reads them. A GET or HEAD has no body: with any, sending the
    ///     request throws a ``GitLabError`` of kind ``GitLabError/Kind/invalidRequest``.
    ///   - headers: the attributes that are sent as header fields.
    /// - Throws: ``GitLabError`` of kind ``GitLabError/Kind/invalidRequest`` if the path is not a template as described,
    ///   or if placeholders and values do not match.
    public init(
        _ method: Endpoint.Method,
        _ template: String,
        path: KeyValuePairs<String, any IDOrPathConvertible> = [:],
        query: Parameters = [:],
        body: Parameters = [:],
        headers: Parameters = [:]
    ) throws {
        do {
            try CustomPath.check(template, names: path.map(\.key))
            try CustomPath.check(path, of: template)
        } catch {
            throw GitLabError(
                kind: .invalidRequest, message: error.message, method: method.rawValue,
                path: String(template.prefix(200)))
        }
        endpoint = Endpoint("custom", method, template)
        self.path = Redacted(path.map { ($0.key, $0.value.idOrPath) })
        attributes = Redacted(Attributes(query: query, body: body, headers: headers))
    }

    /// Creates a request whose body is a value of any type.
    ///
    /// - Parameters:
    ///   - method: the HTTP method.
    ///   - template: the path below `/api/v4`, with `:name` in place of a value.
    ///   - path: the values for the placeholders.
    ///   - query: the attributes that are sent in the query.
    ///   - json: the body, a value that is encoded as a JSON object (``Parameters/init(encoding:)``).
    ///   - headers: the attributes that are sent as header fields.
    /// - Throws: ``GitLabError`` of kind ``GitLabError/Kind/invalidRequest`` if the path is not a template, if
    ///   placeholders and values do not match, or if the body is not encoded as an object; errors of its encoding.
    public init(
        _ method: Endpoint.Method,
        _ template: String,
        path: KeyValuePairs<String, any IDOrPathConvertible> = [:],
        query: Parameters = [:],
        json: some Encodable,
        headers: Parameters = [:]
    ) throws {
        try self.init(
            method, template, path: path, query: query, body: Parameters(encoding: json), headers: headers)
    }

    /// Creates a request whose body is sent as it is: bytes, or a file that is read while it is sent.
    ///
    /// ```swift
    /// let upload = try CustomRequest(
    ///     .put, "/projects/:id/packages/generic/:name/:version/:file",
    ///     path: ["id": 42, "name": "tools", "version": "1.0.0", "file": "tools.tar.gz"],
    ///     content: RequestBody(pieces: [.file(archive)]), contentType: "application/gzip")
    /// ```
    ///
    /// - Parameters:
    ///   - method: the HTTP method, one that has a body.
    ///   - template: the path below `/api/v4`, with `:name` in place of a value.
    ///   - path: the values for the placeholders.
    ///   - query: the attributes that are sent in the query.
    ///   - content: the body.
    ///   - contentType: its media type.
    ///   - headers: the attributes that are sent as header fields.
    /// - Throws: ``GitLabError`` of kind ``GitLabError/Kind/invalidRequest`` if the path is not a template, or if
    ///   placeholders and values do not match.
    public init(
        _ method: Endpoint.Method,
        _ template: String,
        path: KeyValuePairs<String, any IDOrPathConvertible> = [:],
        query: Parameters = [:],
        content: RequestBody,
        contentType: String = "application/octet-stream",
        headers: Parameters = [:]
    ) throws {
        try self.init(method, template, path: path, query: query, headers: headers)
        attributes.value.content = BodyContent(bytes: content, contentType: contentType)
    }

    /// Adds the values for the placeholders of the path.
    public func addPath(to path: inout PathAttributes) {
        let named = CustomPath.nameOfID(in: endpoint.pathTemplate)
        for attribute in self.path.value {
            // The path of a file may be invalid as a path of a project.
            if let named, attribute.name == named {
                path.add(attribute.name, attribute.value)
            } else {
                path.add(attribute.name, attribute.value.text)
            }
        }
    }

    /// Adds the attributes that are sent in the query.
    public func addQuery(to query: inout ParameterEncoder) { query.add(contentsOf: self.query) }

    /// Adds the attributes that are sent as header fields.
    public func addHeaders(to headers: inout ParameterEncoder) { headers.add(contentsOf: self.headers) }

    /// Adds the attributes that are sent in the body.
    public func addBody(to body: inout ParameterEncoder) {
        body.add(contentsOf: self.body)
        if let content = attributes.value.content { body.set(content) }
    }

    /// Returns whether both requests would send the same.
    public static func == (one: CustomRequest, other: CustomRequest) -> Bool {
        one.endpoint == other.endpoint && one.pathAttributes == other.pathAttributes && one.query == other.query
            && one.headers == other.headers && one.body == other.body
            && one.attributes.value.content == other.attributes.value.content
    }
}

extension CustomRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Method, path template and the names of the attributes.
    public var description: String {
        let names = [query, body, headers].flatMap { $0.pairs.map(\.name) }
        let list = names.isEmpty ? "" : " with " + names.joined(separator: ", ")
        let content = attributes.value.content.map { " with \($0.bytes), \($0.contentType)" } ?? ""
        return "CustomRequest(\(endpoint.method.rawValue) \(endpoint.pathTemplate)\(list)\(content))"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// Nothing besides the description.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension CustomRequest: SecretiveRequest {}
