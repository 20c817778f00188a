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
/// Descriptions show method, path template and the names of the attributes, and no value: it is not known which of them
/// are secret.
public struct CustomRequest: GitLabRequest, Hashable {
    /// Any JSON; null for an empty answer.
    public typealias Answer = JSONValue

    /// What stands for all custom requests where one name is needed.
    public static let endpoint = Endpoint("custom", .get, "/")

    /// Method and path; its name is `custom`.
    public let endpoint: Endpoint

    let path: Hidden<[(name: String, value: IDOrPath)]>
    let query: Hidden<Parameters>
    let headers: Hidden<Parameters>
    let body: Hidden<Parameters>

    /// Describes a request.
    ///
    /// - Parameters:
    ///   - method: the HTTP method.
    ///   - template: the path below `/api/v4`, with `:name` where a value stands, as GitLab's documentation writes it:
    ///     `/projects/:id/issues/:issue_iid`. A value is never written into it by hand: it would have to be encoded.
    ///   - path: the values for the placeholders: numbers and texts, which are percent-encoded. The slash of
    ///     `group/project` becomes `%2F`.
    ///   - query: the attributes that travel in the query.
    ///   - body: the attributes that travel in the body, as JSON; as multipart if there is a file among them. For GET,
    ///     HEAD and DELETE they travel in the query.
    ///   - headers: attributes that travel as header fields.
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
        } catch {
            throw GitLabError(kind: .invalidRequest, message: error.message, method: method.rawValue)
        }
        endpoint = Endpoint("custom", method, template)
        self.path = Hidden(path.map { ($0.key, $0.value.idOrPath) })
        self.query = Hidden(query)
        self.body = Hidden(body)
        self.headers = Hidden(headers)
    }

    /// Adds the values for the placeholders of the path.
    public func addPath(to path: inout PathAttributes) {
        let named = CustomPath.nameOfID(in: endpoint.pathTemplate)
        for attribute in self.path.value {
            // The path of a file may be what no path of a project can be.
            if let named, attribute.name == named {
                path.add(attribute.name, attribute.value)
            } else {
                path.add(attribute.name, attribute.value.text)
            }
        }
    }

    /// Adds the attributes that travel in the query.
    public func addQuery(to query: inout ParameterEncoder) { query.add(contentsOf: self.query.value) }

    /// Adds the attributes that travel as header fields.
    public func addHeaders(to headers: inout ParameterEncoder) { headers.add(contentsOf: self.headers.value) }

    /// Adds the attributes that travel in the body.
    public func addBody(to body: inout ParameterEncoder) { body.add(contentsOf: self.body.value) }
}

extension CustomRequest: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Method, path template and the names of the attributes.
    public var description: String {
        let names = [query.value, body.value, headers.value].flatMap { $0.pairs.map(\.name) }
        let list = names.isEmpty ? "" : " with " + names.joined(separator: ", ")
        return "CustomRequest(\(endpoint.method.rawValue) \(endpoint.pathTemplate)\(list))"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// Nothing besides the description.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension ParameterEncoder {
    fileprivate mutating func add(contentsOf parameters: Parameters) {
        for pair in parameters.pairs { add(pair.name, value: pair.value) }
    }
}
