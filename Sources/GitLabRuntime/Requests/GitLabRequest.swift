// The shape of one request: what a generated request builder says about itself, and what follows from that.

/// A request to GitLab that can be sent with ``GitLabClient/send(_:)``.
///
/// A conforming type says which endpoint it is for and adds its attributes to the parameters; the runtime builds path,
/// query and body from that. Equality and hashing come with the conformance: two requests of one type are equal when
/// they would send the same attributes, so the type itself has nothing to implement and nothing to synthesize.
public protocol GitLabRequest: Sendable, Hashable {
    /// What a successful answer holds. ``EmptyAnswer`` where GitLab sends nothing of interest.
    associatedtype Answer: Decodable & Sendable

    /// The operation that this request is for.
    static var endpoint: Endpoint { get }

    /// The values for the placeholders of the path template. None by default.
    var pathAttributes: [PathAttribute] { get }

    /// Adds the attributes that travel in the query. Adds nothing by default.
    func addQuery(to query: inout Parameters)

    /// Adds the attributes that travel in the body (in the query for GET, HEAD and DELETE, which have no body that
    /// GitLab would read). Adds nothing by default.
    func addBody(to body: inout Parameters)
}

extension GitLabRequest {
    /// No path attributes.
    public var pathAttributes: [PathAttribute] { [] }

    /// No attributes in the query.
    public func addQuery(to query: inout Parameters) {}

    /// No attributes in the body.
    public func addBody(to body: inout Parameters) {}

    /// Whether both requests would send the same attributes.
    public static func == (one: Self, other: Self) -> Bool {
        one.pathAttributes == other.pathAttributes && one.queryParameters == other.queryParameters
            && one.bodyParameters == other.bodyParameters
    }

    /// Hashes the attributes that the request would send.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(Self.endpoint.name)
        hasher.combine(pathAttributes)
        hasher.combine(queryParameters)
        hasher.combine(bodyParameters)
    }

    var queryParameters: Parameters {
        var query = Parameters()
        addQuery(to: &query)
        return query
    }

    var bodyParameters: Parameters {
        var body = Parameters()
        addBody(to: &body)
        return body
    }
}

/// The answer to a request whose success GitLab reports without content, or with content that says nothing more than
/// the status does (`204`, or `202` with a message). Reading it never fails.
public struct EmptyAnswer: Decodable, Sendable, Hashable {
    /// An empty answer.
    public init() {}

    /// Reads nothing.
    public init(from decoder: any Decoder) {}
}
