// The protocol of all requests: the requirements for a generated request builder, and their defaults.
//
// The protocol refines neither Hashable nor CustomDebugStringConvertible: for a protocol of the standard library in it, the witness table of each request
// would have to be put together at run time, by code of its own.

/// A request to one operation of GitLab's API, whatever its response is: a ``GitLabRequest`` or a ``DownloadRequest``.
///
/// A conforming type says which endpoint it is for and adds its attributes to the parameters; the runtime builds path,
/// query, header fields and body from that.
///
/// A type that is `Hashable` too has nothing to implement for it: two requests of one type are equal when they would
/// send the same attributes. The same goes for `CustomDebugStringConvertible`: printing the request then shows the
/// attributes that are set. All generated requests are both.
public protocol EndpointRequest: Sendable {
    /// The operation that requests of this type are for.
    static var endpoint: Endpoint { get }

    /// The operation that this request is for: that of its type, unless the type is for any of them, as
    /// ``CustomRequest`` is.
    var endpoint: Endpoint { get }

    /// Adds the values for the placeholders of the path template. Adds nothing by default.
    func addPath(to path: inout PathAttributes)

    /// Adds the attributes that are sent in the query. Adds nothing by default.
    func addQuery(to query: inout ParameterEncoder)

    /// Adds the attributes that are sent as header fields. Adds nothing by default.
    ///
    /// They have to be single values. A moment is written as HTTP writes dates, in whole seconds, rounded down. A text
    /// with a control character, such as a line break, is rejected when the request is built.
    func addHeaders(to headers: inout ParameterEncoder)

    /// Adds the attributes that are sent in the body; for DELETE in the query, where GitLab reads them. A GET or HEAD
    /// with any is rejected when the request is built. Adds nothing by default.
    func addBody(to body: inout ParameterEncoder)
}

extension EndpointRequest {
    /// The operation of the type.
    public var endpoint: Endpoint { Self.endpoint }

    /// Adds no path attributes.
    public func addPath(to path: inout PathAttributes) {}

    /// Adds no attributes to the query.
    public func addQuery(to query: inout ParameterEncoder) {}

    /// Adds no header fields.
    public func addHeaders(to headers: inout ParameterEncoder) {}

    /// Adds no attributes to the body.
    public func addBody(to body: inout ParameterEncoder) {}

    /// Returns whether both requests would send the same attributes.
    public static func == (one: Self, other: Self) -> Bool {
        one.endpoint == other.endpoint && one.pathAttributes == other.pathAttributes
            && one.queryParameters == other.queryParameters && one.headerParameters == other.headerParameters
            && one.bodyParameters == other.bodyParameters
    }

    /// Hashes the attributes that the request would send.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(endpoint.name)
        hasher.combine(pathAttributes)
        hasher.combine(queryParameters)
        hasher.combine(headerParameters)
        hasher.combine(bodyParameters)
    }

    /// The hash of the attributes that the request would send. It is here, and not to be inlined, so that it is not made
    /// for every type.
    @inline(never)
    public var hashValue: Int {
        var hasher = Hasher()
        hash(into: &hasher)
        return hasher.finalize()
    }

    /// The values for the placeholders of the path template.
    var pathAttributes: PathAttributeList {
        var path = PathAttributes()
        addPath(to: &path)
        return path.attributes
    }

    var queryParameters: Parameters {
        var query = ParameterEncoder()
        addQuery(to: &query)
        return query.collected()
    }

    var headerParameters: Parameters {
        var headers = ParameterEncoder()
        addHeaders(to: &headers)
        return headers.collected()
    }

    /// Returns what the body is made of.
    ///
    /// - Parameter taken: the attributes of the path, whose names no other attribute may have.
    func bodyToSend(beside taken: PathAttributeList) throws(ValidationError) -> BodyToSend {
        var body = ParameterEncoder(bodyBeside: taken)
        addBody(to: &body)
        return try body.body()
    }

    var bodyParameters: Parameters {
        var body = ParameterEncoder()
        addBody(to: &body)
        return body.collected()
    }
}
