// The seam between the client and the network.

import HTTPTypes

/// Sends one HTTP request and gives back what came.
///
/// A transport does exactly that and no more: it follows no redirects, keeps no cookies, adds no credentials and
/// retries nothing; the client does what is to be done of these, for every transport alike. Any error it throws reaches
/// the user as a ``GitLabError`` of kind ``GitLabError/Kind/transport``, except `CancellationError` and `GitLabError`,
/// which pass through as they are. ``TransportError`` says more than others, and decides whether the client tries again.
/// Limits of time are the client's too: when one has passed it cancels the task that a transport runs in, and that has
/// to free what the request holds.
public protocol Transport: Sendable {
    /// Sends a request.
    ///
    /// - Parameters:
    ///   - request: scheme, authority (host and port), path with query (percent-encoded: to be sent as it is), fields.
    ///   - body: the body; empty for none.
    /// - Returns: the head of the response as soon as it has come, and its body as it comes.
    /// - Throws: if there is no response. A body that breaks off makes its iteration throw.
    func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse

    /// Sends a request without a body whose response may be longer than memory. By default ``send(_:body:)`` does it,
    /// which is right for a transport that does not read faster than it is read from.
    ///
    /// - Parameter request: as for ``send(_:body:)``.
    /// - Returns: the head of the response as soon as it has come, and its body as it comes.
    /// - Throws: if there is no response. A body that breaks off makes its iteration throw.
    func download(_ request: HTTPRequest) async throws -> TransportResponse
}

extension Transport {
    /// Sends the request with ``send(_:body:)``.
    public func download(_ request: HTTPRequest) async throws -> TransportResponse {
        try await send(request, body: .empty)
    }
}

/// What a transport gives back.
public struct TransportResponse: Sendable {
    /// Status and fields.
    public var head: HTTPResponse

    /// The body, which may still be coming.
    public var body: ResponseBody

    /// A response.
    public init(head: HTTPResponse, body: ResponseBody) {
        self.head = head
        self.body = body
    }
}
