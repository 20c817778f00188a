// A transport on AsyncHTTPClient, for servers.

#if AsyncHTTPClient
import AsyncHTTPClient
import HTTPTypes
import NIOCore
import NIOHTTP1

/// A transport on AsyncHTTPClient: fast under load, on SwiftNIO, with bodies that wait for their reader both ways.
///
/// ```swift
/// let gitlab = GitLabClient(baseURL: url, credentials: token, transport: AsyncHTTPClientTransport.shared)
/// ```
///
/// ``ownership`` says who ends the connections:
///
/// * ``shared`` belongs to the process and never ends.
/// * A transport created with ``init(configuration:)`` owns its client. ``shutdown()`` ends it; otherwise it ends by
///   itself when the transport is released.
/// * A transport created with ``init(borrowing:)`` uses a client of yours, which has to live longer and is never ended
///   by it.
///
/// It follows no redirects, keeps no cookies, and leaves bodies as they come. The client that sends with it applies
/// timeouts.
public final class AsyncHTTPClientTransport: TimekeepingTransport {
    /// The owner of the connections.
    public enum Ownership: Sendable, Hashable {
        /// The process's: they end with it.
        case shared
        /// The transport's: they end with it, or with ``AsyncHTTPClientTransport/shutdown()``.
        case owned
        /// Somebody else's, who ends them.
        case borrowed
    }

    /// The owner of the connections.
    public let ownership: Ownership
    private let client: HTTPClient
    /// The reason why nothing is sent; nil if there is none.
    private let objection: String?
    /// The encodings of content that the client decodes.
    private let decoded: Set<String>

    private init(_ client: HTTPClient, _ ownership: Ownership, decodes: Bool = false, objection: String? = nil) {
        self.client = client
        self.ownership = ownership
        self.objection = objection
        decoded = decodes ? ["gzip", "x-gzip", "deflate"] : []
    }

    /// One transport for the whole process, with ``standardConfiguration`` and the process's event loops.
    ///
    /// It is not `HTTPClient.shared`, which follows redirects and sends tokens along.
    public static let shared = AsyncHTTPClientTransport(
        HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: standardConfiguration), .shared)

    /// Creates a transport with a client of its own. It ends when it is released and the last body is read.
    ///
    /// - Parameter configuration: best made from ``standardConfiguration``, for a proxy, an own certificate authority or
    ///   a client certificate. Redirects are switched off in it.
    public convenience init(configuration: HTTPClient.Configuration = AsyncHTTPClientTransport.standardConfiguration) {
        var own = configuration
        own.redirectConfiguration = .disallow
        let decodes = if case .enabled = own.decompression { true } else { false }
        self.init(
            HTTPClient(eventLoopGroup: HTTPClient.defaultEventLoopGroup, configuration: own), .owned, decodes: decodes)
    }

    /// Creates a transport that sends with a client of yours.
    ///
    /// The client has to be created with `redirectConfiguration = .disallow`, best from ``standardConfiguration``:
    /// AsyncHTTPClient would send the token to the target of a redirect. One that follows redirects, as
    /// `HTTPClient.shared` does, is not used: each request fails with an error that says so.
    ///
    /// - Parameter client: lives until the last request has ended; the transport does not end it.
    public convenience init(borrowing client: HTTPClient) {
        self.init(
            client, .borrowed, decodes: BorrowedClient.decodes(client), objection: BorrowedClient.objection(to: client))
    }

    /// The configuration for GitLab: no redirects, no decompression, one attempt to connect with a timeout of 10
    /// seconds, and no spans of its own.
    public static var standardConfiguration: HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.decompression = .disabled
        configuration.timeout = .init(connect: .seconds(10))
        // A refused connection is reported at once; the client that sends decides whether to retry.
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.tracing.tracer = nil
        return configuration
    }

    deinit {
        guard ownership == .owned else { return }
        // Without effect after `shutdown()`; the client lives until it is done.
        client.shutdown { _ in }
    }

    /// Ends the connections of a transport that owns them, and cancels requests under way. It has no effect on others.
    ///
    /// - Throws: errors of AsyncHTTPClient, for example when it has ended already.
    public func shutdown() async throws {
        guard ownership == .owned else { return }
        try await client.shutdown()
    }

    /// Sends a request.
    ///
    /// - Throws: `TransportError`; `GitLabError` of kind `file` if a file of the body cannot be
    ///   read; `CancellationError` if the task is cancelled.
    public func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse {
        try await send(request, body: body, deadline: .distantFuture)
    }

    package func send(
        _ request: HTTPRequest,
        body: RequestBody,
        within limit: Duration?
    ) async throws -> TransportResponse {
        do {
            return try await send(request, body: body, deadline: limit.map(Self.deadline(after:)) ?? .distantFuture)
        } catch let error as TransportError where error.underlying as? HTTPClientError == .deadlineExceeded {
            throw ResponseOverdue()
        }
    }

    /// Returns the moment after a duration; never, if it is too far away.
    private static func deadline(after limit: Duration) -> NIODeadline {
        limit < .seconds(1_000_000_000) ? .now() + TimeAmount(limit) : .distantFuture
    }

    private func send(
        _ request: HTTPRequest,
        body: RequestBody,
        deadline: NIODeadline
    ) async throws -> TransportResponse {
        if let objection { throw TransportError(.permanent, objection) }
        let prepared = try Self.prepared(request, body)
        do {
            try Task.checkCancellation()
            let response = try await client.execute(prepared, deadline: deadline)
            let expected = Self.expectedLength(of: response, to: request.method)
            return TransportResponse(
                head: head(of: response),
                body: ResponseBody(ReceivedChunks(body: response.body, expected: expected, transport: self)))
        } catch {
            throw ExchangeFailure.translated(error)
        }
    }

    private static func prepared(_ request: HTTPRequest, _ body: RequestBody) throws -> HTTPClientRequest {
        guard let scheme = request.scheme, let authority = request.authority else {
            throw TransportError(.permanent, "the request names no host")
        }
        var prepared = HTTPClientRequest(url: "\(scheme)://\(authority)\(request.path ?? "/")")
        prepared.method = HTTPMethod(rawValue: request.method.rawValue)
        for field in request.headerFields { prepared.headers.add(name: field.name.rawName, value: field.value) }
        guard !body.isEmpty else { return prepared }
        if !body.isObserved, let bytes = body.bytes {
            prepared.body = .bytes(NIOCore.ByteBuffer(bytes: bytes))
        } else {
            let opened = try body.open()
            let chunks = SentChunks(body: opened, activity: .current)
            prepared.body = .stream(chunks, length: .known(opened.length))
        }
        return prepared
    }

    private func head(of response: HTTPClientResponse) -> HTTPResponse {
        var fields = HTTPFields()
        for (name, value) in response.headers {
            guard let name = HTTPField.Name(name) else { continue }
            fields.append(HTTPField(name: name, value: value))
        }
        let status = HTTPResponse.Status(
            code: Int(response.status.code), reasonPhrase: response.status.reasonPhrase)
        var head = HTTPResponse(status: status, headerFields: fields)
        head.removeEncoding(decoded: decoded)
        return head
    }

    /// Returns the bytes that the body must have; nil if that cannot be known.
    private static func expectedLength(of response: HTTPClientResponse, to method: HTTPRequest.Method) -> Int64? {
        guard method != .head, response.status.mayHaveResponseBody,
            response.headers["Content-Encoding"].isEmpty, response.headers["Transfer-Encoding"].isEmpty
        else { return nil }
        return response.headers.first(name: "Content-Length").flatMap { Int64($0) }
    }
}
#else
/// A transport on AsyncHTTPClient. It is available only where the trait `AsyncHTTPClient` of the package gitlab-swift
/// is enabled: `.package(url: …, from: …, traits: ["AsyncHTTPClient"])`.
@available(*, unavailable, message: "enable the trait AsyncHTTPClient of the package gitlab-swift")
public enum AsyncHTTPClientTransport {}
#endif
