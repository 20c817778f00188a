// The built-in transport, on Foundation's URLSession.

import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A transport on URLSession.
///
/// It keeps no cookies, no cache and no credentials of its own, and follows no redirects. Connections are reused as
/// URLSession sees fit. They end with the transport: requests under way are finished first.
///
/// On Linux URLSession can not be slowed down by its reader, so a body that is read slowly waits in memory, except that
/// of a download, which waits in a file.
public final class URLSessionTransport: Transport {
    private let session: URLSession
    /// A week: the limits of time are the client's.
    private static let noLimit: TimeInterval = 604_800
    let exchanges = URLSessionExchanges()

    /// Creates a transport with connections of its own.
    ///
    /// - Parameter configuration: for proxies, TLS versions and the like; copied. Cookies, cache, stored credentials and
    ///   time limits are switched off in the copy: ``GitLabClient/Configuration/timeouts`` says how long a call may take.
    public init(configuration: URLSessionConfiguration = .ephemeral) {
        let own = configuration.copy() as? URLSessionConfiguration ?? .ephemeral
        own.httpCookieStorage = nil
        own.httpShouldSetCookies = false
        own.httpCookieAcceptPolicy = .never
        own.urlCache = nil
        own.urlCredentialStorage = nil
        own.requestCachePolicy = .reloadIgnoringLocalCacheData
        own.timeoutIntervalForRequest = Self.noLimit
        own.timeoutIntervalForResource = Self.noLimit
        session = URLSession(configuration: own, delegate: exchanges, delegateQueue: BoundedQueue())
    }

    deinit {
        // A session keeps its delegate and its threads until it is told to end.
        session.finishTasksAndInvalidate()
    }

    /// Sends a request.
    ///
    /// - Throws: `URLError` if there is no answer; `CancellationError` if the task is cancelled.
    public func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse {
        try await response(of: session.dataTask(with: try Self.urlRequest(request, body: body)), into: nil)
    }

    /// Receives the response into a temporary file, so that memory stays as it is, and gives its body back from there.
    /// The file is gone once the body has been read or is let go of.
    ///
    /// - Throws: `URLError` if there is no answer or if it breaks off; `CancellationError` if the task is cancelled.
    public func download(_ request: HTTPRequest) async throws -> TransportResponse {
        // Not a download task: on Linux such a task ends the process if it is redirected with a body and may not follow,
        // and one that fails or is cancelled leaves its file behind.
        let task = session.dataTask(with: try Self.urlRequest(request, body: .empty))
        return try await response(of: task, into: try DownloadedFile())
    }

    private func response(of task: URLSessionTask, into file: DownloadedFile?) async throws -> TransportResponse {
        do {
            return try await withTaskCancellationHandler {
                try Task.checkCancellation()
                return try await withCheckedThrowingContinuation { continuation in
                    exchanges.begin(task, into: file, waiting: continuation)
                    task.resume()
                    // Cancelled before there was anything to abandon.
                    if Task.isCancelled { exchanges.abandon(task) }
                }
            } onCancel: {
                task.cancel()
                // A task that has not begun may end without a word to its delegate.
                exchanges.abandon(task)
            }
        } catch let error as URLError where error.code == .cancelled {
            throw CancellationError()
        }
    }

    private static func urlRequest(_ request: HTTPRequest, body: RequestBody) throws -> URLRequest {
        // URL(string:) leaves %2F in the path as it is, which appending paths to URLs does not.
        guard let scheme = request.scheme, let authority = request.authority,
            let url = URL(string: "\(scheme)://\(authority)\(request.path ?? "/")")
        else { throw URLError(.badURL) }
        var urlRequest = URLRequest(url: url)
        urlRequest.httpMethod = request.method.rawValue
        urlRequest.httpShouldHandleCookies = false
        urlRequest.timeoutInterval = noLimit
        for field in request.headerFields {
            urlRequest.addValue(field.value, forHTTPHeaderField: field.name.rawName)
        }
        if !body.isEmpty { urlRequest.httpBody = try Data(wholeBody(body)) }
        return urlRequest
    }

    private static func wholeBody(_ body: RequestBody) throws -> [UInt8] {
        if let bytes = body.bytes { return bytes }
        let opened = try body.open()
        var bytes: [UInt8] = []
        while let chunk = try opened.nextChunk() { bytes.append(contentsOf: chunk) }
        return bytes
    }
}
