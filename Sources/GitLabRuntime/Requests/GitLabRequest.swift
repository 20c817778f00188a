// Requests whose response is read into a value.

/// A request to GitLab that can be sent with ``GitLabClient/send(_:)``.
public protocol GitLabRequest: EndpointRequest {
    /// The content of a successful response. ``EmptyResponse`` where GitLab sends nothing of interest; an optional
    /// where the response may be `null` or empty.
    associatedtype Response: Decodable & Sendable
}

/// The response to a request whose success GitLab reports without content, or with content that says nothing more than
/// the status does (`204`, or `202` with a message). Reading it never fails.
public struct EmptyResponse: Decodable, Sendable, Hashable {
    /// Creates an empty response.
    public init() {}

    /// Reads nothing.
    public init(from decoder: any Decoder) {}
}
