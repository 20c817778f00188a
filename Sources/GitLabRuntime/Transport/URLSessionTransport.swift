// The built-in transport, on Foundation's URLSession.

import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// A transport on URLSession.
///
/// It keeps no cookies, no cache and no credentials of its own, and follows no redirects. URLSession reuses
/// connections. They end with the transport: requests under way are finished first.
///
/// On Linux a slow reader does not slow URLSession down. The part of a download that was received and not read yet waits
/// in a temporary file without a name, up to a limit; other bodies are in memory, up to the limit of the client that
/// sends.
public final class URLSessionTransport: Transport {
    private let session: URLSession
    /// A week: the timeouts are the client's.
    private static let noLimit: TimeInterval = 604_800
    let exchanges = URLSessionExchanges()
    private let temporaryFileLimit: Int

    /// Creates a transport with connections of its own.
    ///
    /// - Parameters:
    ///   - configuration: for proxies, TLS versions and the like; copied. Cookies, cache, stored credentials and time
    ///     limits are switched off in the copy: ``GitLabClient/Configuration/timeouts`` says how long a call may take.
    ///   - temporaryFileLimit: the most bytes of one download that wait for its reader in a temporary file. A reader that
    ///     falls further behind gets a ``GitLabError`` of kind ``GitLabError/Kind/file``.
    public init(configuration: URLSessionConfiguration = .ephemeral, temporaryFileLimit: Int = 1_024 * 1_024 * 1_024) {
        self.temporaryFileLimit = temporaryFileLimit
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
        // A session keeps its delegate and its threads until it is invalidated.
        session.finishTasksAndInvalidate()
    }

    /// Sends a request. A body that holds files is read while it is sent, unless it is short. On Linux such a body is
    /// sent in chunks, without announcing its length: URLSession announces no length of a stream, and its tasks that
    /// upload from files end the process when they are cancelled while they read (measured with Swift 6.3).
    ///
    /// - Throws: `URLError` if there is no response; ``GitLabError`` of kind ``GitLabError/Kind/file`` if a file of the body
    ///   cannot be read; `CancellationError` if the task is cancelled.
    public func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse {
        var urlRequest = try Self.urlRequest(request)
        guard let bytes = try Self.bytesInMemory(of: body) else {
            let opened = try body.open(reporting: false)
            let stream = RequestBodyStream(opened)
            #if !canImport(FoundationNetworking)
            urlRequest.setValue("\(opened.length)", forHTTPHeaderField: "Content-Length")
            #endif
            urlRequest.httpBodyStream = stream
            do {
                let task = session.dataTask(with: urlRequest)
                return try await response(of: task, sending: body, length: opened.length, into: nil)
            } catch {
                throw stream.streamError ?? error
            }
        }
        if !bytes.isEmpty { urlRequest.httpBody = Data(bytes) }
        let task = session.dataTask(with: urlRequest)
        return try await response(of: task, sending: body, length: Int64(bytes.count), into: nil)
    }

    /// Receives the response into a temporary file, from which its body is read as it comes: unread content waits there
    /// and not in memory. What was read is freed, and the file ends with the body.
    ///
    /// - Throws: ``GitLabError`` of kind ``GitLabError/Kind/file`` if there can be no such file; `URLError` if there is no response; `CancellationError` if the task is cancelled.
    public func download(_ request: HTTPRequest) async throws -> TransportResponse {
        // Not a download task: on Linux such a task ends the process if it is redirected with a body and may not follow,
        // and one that fails or is cancelled leaves its file behind.
        let task = session.dataTask(with: try Self.urlRequest(request))
        return try await response(
            of: task, sending: .empty, length: 0, into: IncomingBody(in: try FileBuffer(upTo: temporaryFileLimit)))
    }

    private func response(
        of task: URLSessionTask,
        sending body: RequestBody,
        length: Int64,
        into incoming: IncomingBody?
    ) async throws -> TransportResponse {
        do {
            return try await withTaskCancellationHandler {
                try Task.checkCancellation()
                let response = OneShot<TransportResponse>()
                exchanges.begin(task, sending: body, length: length, into: incoming, waiting: response)
                task.resume()
                // Cancelled before there was anything to abandon.
                if Task.isCancelled { exchanges.abandon(task) }
                return try await response.value
            } onCancel: {
                task.cancel()
                // A task that has not begun may end without a call of its delegate.
                exchanges.abandon(task)
            }
        } catch let error as URLError where error.code == .cancelled {
            throw CancellationError()
        }
    }

    /// The longest body with files that is held in memory.
    private static let longestInMemory = 8 * 1_024 * 1_024

    /// Returns the whole body, if it is in memory or short; nil otherwise.
    private static func bytesInMemory(of body: RequestBody) throws -> [UInt8]? {
        if let bytes = body.bytes { return bytes }
        let opened = try body.open(reporting: false)
        guard opened.length <= longestInMemory else { return nil }
        var bytes: [UInt8] = []
        while let chunk = try opened.nextChunk() { bytes.append(contentsOf: chunk) }
        return bytes
    }

    private static func urlRequest(_ request: HTTPRequest) throws -> URLRequest {
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
        return urlRequest
    }
}
