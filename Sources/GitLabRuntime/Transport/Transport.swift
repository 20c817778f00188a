// The seam between the client and the network.

import HTTPTypes

/// A type that sends one HTTP request and returns the response.
///
/// A transport does nothing else: it follows no redirects, keeps no cookies, adds no credentials and retries nothing;
/// the client does that for every transport alike. Any error it throws reaches the user as a ``GitLabError`` of kind
/// ``GitLabError/Kind/transport``, except `CancellationError` and `GitLabError`, which pass through as they are.
/// ``TransportError`` says more than others, and decides whether the client tries again. Timeouts are the client's too:
/// after one it cancels the task that a transport runs in, and the transport has to free the resources of the request.
public protocol Transport: Sendable {
    /// Sends a request.
    ///
    /// - Parameters:
    ///   - request: scheme, authority (host and port), path with query (percent-encoded: to be sent as it is), fields.
    ///   - body: the body; empty for none.
    /// - Returns: the head of the response as soon as it has come, and its body as it comes: as the server has sent it, or
    ///   decoded and without `Content-Encoding` in the head.
    /// - Throws: if there is no response. Iterating an incomplete body throws.
    func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse

    /// Sends a request without a body whose response may be longer than memory. By default ``send(_:body:)`` does it,
    /// which is right for a transport that does not read faster than it is read from.
    ///
    /// - Parameter request: as for ``send(_:body:)``.
    /// - Returns: the head of the response as soon as it has come, and its body as it comes.
    /// - Throws: if there is no response. Iterating an incomplete body throws.
    func download(_ request: HTTPRequest) async throws -> TransportResponse
}

extension Transport {
    /// Sends the request with ``send(_:body:)``.
    public func download(_ request: HTTPRequest) async throws -> TransportResponse {
        try await send(request, body: .empty)
    }
}

/// The response of a transport.
public struct TransportResponse: Sendable {
    /// Status and fields.
    public var head: HTTPResponse

    /// The body, which may still be coming.
    public var body: ResponseBody

    /// Creates a response.
    public init(head: HTTPResponse, body: ResponseBody) {
        self.head = head
        self.body = body
    }
}
