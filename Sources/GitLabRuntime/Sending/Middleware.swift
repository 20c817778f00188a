// Middleware between the client and the transport.

import HTTPTypes

/// A type that sees every request to the server, and every response.
///
/// ```swift
/// struct Announcing: Middleware {
///     func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse {
///         var request = request
///         request.head.headerFields[.init("X-Team")!] = "compilers"
///         let response = try await next(request)
///         print(request.operation, request.attempt, response.head.status)
///         return response
///     }
/// }
/// let gitlab = GitLabClient(baseURL: url).with { $0.middleware.append(Announcing()) }
/// ```
///
/// A middleware is called for each request that is sent, also for each retry and each redirect. It may change the
/// request, call `next` and inspect the response, or return a response of its own without calling `next`. The first one
/// of ``GitLabClient/Configuration/middleware`` sees the request first and the response last.
///
/// Credentials are added behind the last middleware: none ever sees them, and they are added only if the request still
/// goes to the configured origin. Errors of the transport arrive as ``GitLabError``. An error that a middleware throws
/// ends the call as it is, without another attempt, unless it is a ``GitLabError`` or a ``TransportError``.
///
/// The body of the response to a download comes as it is read, and a middleware may put one in its place that watches
/// or changes the chunks. All other responses are complete when `next` returns; for that, a client with a middleware of
/// your own returns the items of a list only once their page is complete.
public protocol Middleware: Sendable {
    /// The rest of the chain: the next middleware, at last credentials and transport.
    typealias Next = @Sendable (OutgoingRequest) async throws -> TransportResponse

    /// Handles one request.
    ///
    /// - Parameters:
    ///   - request: the request as it would be sent.
    ///   - next: sends a request on and returns the response.
    func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse
}

/// A request that is about to be sent, without credentials.
public struct OutgoingRequest: Sendable {
    /// Method, scheme, authority, path and fields.
    public var head: HTTPRequest

    /// The body; empty for none.
    public var body: RequestBody

    /// The name of the operation, such as `projects.list`.
    public let operation: String

    /// The path below `/api/v4` with its placeholders, such as `/projects/:id`: the same for all requests of an
    /// operation.
    public let pathTemplate: String

    /// Which attempt of the call this is, from 1.
    public let attempt: Int

    /// How many redirects have been followed in this attempt.
    public let redirects: Int

    /// Whether this is a download, whose response comes as it is read.
    public let isDownload: Bool

    /// Whether the client sends credentials without TLS to another machine
    /// (``GitLabClient/sendsCredentialsInClear``).
    public let sendsCredentialsInClear: Bool

    /// Whether a redirect has led to another origin before.
    let hasLeftOrigin: Bool

    /// Receives the body of the response while it arrives.
    let receiver: (any BodyReceiver)?
}

extension OutgoingRequest {
    init(
        _ target: Target, of call: Call, attempt: Int, redirects: Int, inClear: Bool,
        receiver: (any BodyReceiver)?
    ) {
        self.receiver = receiver
        sendsCredentialsInClear = inClear && !target.hasLeftOrigin
        head = target.head
        hasLeftOrigin = target.hasLeftOrigin
        operation = call.endpoint.name
        pathTemplate = call.endpoint.pathTemplate
        self.attempt = attempt
        self.redirects = redirects
        switch call.sending {
        case .request(let body): (self.body, isDownload) = (body, false)
        case .download: (body, isDownload) = (.empty, true)
        }
    }
}
