// Requests whose answer is read into a value.

/// A request to GitLab that can be sent with ``GitLabClient/send(_:)``.
public protocol GitLabRequest: EndpointRequest {
    /// What a successful answer holds. ``EmptyAnswer`` where GitLab sends nothing of interest; an optional where the
    /// answer may be `null` or empty.
    associatedtype Answer: Decodable & Sendable
}

/// The answer to a request whose success GitLab reports without content, or with content that says nothing more than
/// the status does (`204`, or `202` with a message). Reading it never fails.
public struct EmptyAnswer: Decodable, Sendable, Hashable {
    /// An empty answer.
    public init() {}

    /// Reads nothing.
    public init(from decoder: any Decoder) {}
}
