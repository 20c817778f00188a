// The delegate of the session: hands what comes for each task to the request that waits for it.

import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The requests under way in one session. A delegate of the session and not of single tasks, because those are ignored
/// on Linux; there is also no other way to read a body as it comes.
final class URLSessionExchanges: NSObject, URLSessionDataDelegate, @unchecked Sendable {
    typealias Waiting = CheckedContinuation<TransportResponse, any Error>
    typealias Chunks = AsyncThrowingStream<[UInt8], any Error>

    private enum Exchange {
        case waiting(Waiting)
        case receiving(Chunks.Continuation, expected: Int64?, received: Int64)
        /// A download: nothing is given back before its whole body lies in the file. The error is one of writing it.
        case downloading(Waiting, DownloadedFile, (any Error)?)
    }

    // Guards `exchanges`: delegate calls come on a queue of the session, `begin` on the thread of the caller.
    private let lock = NSLock()
    private var exchanges: [Int: Exchange] = [:]
    private var activities: [Int: TransportActivity] = [:]

    /// - Parameter file: where the body is to go; nil if it is to be given back as it comes.
    func begin(_ task: URLSessionTask, into file: DownloadedFile?, waiting: Waiting) {
        let exchange = file.map { Exchange.downloading(waiting, $0, nil) } ?? .waiting(waiting)
        let activity = TransportActivity.current
        lock.withLock {
            exchanges[task.taskIdentifier] = exchange
            activities[task.taskIdentifier] = activity
        }
    }

    /// Lets go of a request that still waits for its response, because its task is cancelled.
    func abandon(_ task: URLSessionTask) {
        let waiting: Waiting? = lock.withLock {
            switch exchanges[task.taskIdentifier] {
            case .waiting(let waiting), .downloading(let waiting, _, _):
                exchanges[task.taskIdentifier] = nil
                activities[task.taskIdentifier] = nil
                return waiting
            case .receiving, nil:
                return nil
            }
        }
        waiting?.resume(throwing: CancellationError())
    }

    func urlSession(
        _ session: URLSession,
        dataTask: URLSessionDataTask,
        didReceive response: URLResponse,
        completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
        receive(response, for: dataTask)
        completionHandler(.allow)
    }

    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        didSendBodyData bytesSent: Int64,
        totalBytesSent: Int64,
        totalBytesExpectedToSend: Int64
    ) {
        lock.withLock { activities[task.taskIdentifier] }?.goesOn()
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let id = dataTask.taskIdentifier
        lock.withLock { activities[id] }?.goesOn()
        let exchange: Exchange? = lock.withLock {
            if case .receiving(let chunks, let expected, let received)? = exchanges[id] {
                exchanges[id] = .receiving(chunks, expected: expected, received: received + Int64(data.count))
            }
            return exchanges[id]
        }
        switch exchange {
        case .receiving(let chunks, _, _):
            chunks.yield([UInt8](data))
        case .downloading(let waiting, let file, nil):
            do {
                try file.write(data)
            } catch {
                lock.withLock { if exchanges[id] != nil { exchanges[id] = .downloading(waiting, file, error) } }
                // Not from here: on Linux it waits for what may be waiting for this call to end.
                DispatchQueue.global().async { dataTask.cancel() }
            }
        case .downloading, .waiting, nil:
            break
        }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        // A redirect that is refused may complete without its response having been announced.
        if error == nil, let response = task.response { receive(response, for: task) }
        let exchange = lock.withLock {
            activities[task.taskIdentifier] = nil
            return exchanges.removeValue(forKey: task.taskIdentifier)
        }
        switch exchange {
        case .waiting(let waiting):
            waiting.resume(throwing: error ?? URLError(.badServerResponse))
        case .receiving(let chunks, let expected, let received):
            if let error {
                chunks.finish(throwing: error)
            } else if let expected, received < expected {
                chunks.finish(throwing: URLError(.networkConnectionLost))
            } else {
                chunks.finish()
            }
        case .downloading(let waiting, let file, let failure):
            waiting.resume(with: Result { try Self.downloaded(task, file, failure ?? error) })
        case nil:
            break
        }
    }

    /// The response to a download that has ended.
    private static func downloaded(
        _ task: URLSessionTask,
        _ file: DownloadedFile,
        _ error: (any Error)?
    ) throws -> TransportResponse {
        if let error { throw error }
        guard let response = task.response as? HTTPURLResponse else { throw URLError(.badServerResponse) }
        if let expected = expectedLength(of: response, to: task.originalRequest?.httpMethod), file.length < expected {
            throw URLError(.networkConnectionLost)
        }
        return TransportResponse(head: head(of: response), body: ResponseBody(file))
    }

    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest,
        completionHandler: @escaping (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    /// Resumes the request that waits for its response, if it still does.
    private func receive(_ response: URLResponse, for task: URLSessionTask) {
        guard let response = response as? HTTPURLResponse else { return }
        let (stream, chunks) = Chunks.makeStream()
        let waiting: Waiting? = lock.withLock {
            guard case .waiting(let waiting)? = exchanges[task.taskIdentifier] else { return nil }
            let expected = Self.expectedLength(of: response, to: task.originalRequest?.httpMethod)
            exchanges[task.taskIdentifier] = .receiving(chunks, expected: expected, received: 0)
            return waiting
        }
        guard let waiting else { return }
        chunks.onTermination = { reason in
            if case .cancelled = reason { task.cancel() }
        }
        waiting.resume(returning: TransportResponse(head: Self.head(of: response), body: ResponseBody(stream)))
    }

    private static func head(of response: HTTPURLResponse) -> HTTPResponse {
        var fields = HTTPFields()
        for (name, value) in response.allHeaderFields {
            guard let name = (name as? String).flatMap({ HTTPField.Name($0) }), let value = value as? String else {
                continue
            }
            fields[name] = value
        }
        return HTTPResponse(status: HTTPResponse.Status(code: response.statusCode), headerFields: fields)
    }

    /// The bytes that the body must have; nil if that can not be known, as for a body that is decompressed on the way.
    private static func expectedLength(of response: HTTPURLResponse, to method: String?) -> Int64? {
        guard method != "HEAD", response.statusCode != 204, response.statusCode != 304,
            response.value(forHTTPHeaderField: "Content-Encoding") == nil
        else { return nil }
        return response.value(forHTTPHeaderField: "Content-Length").flatMap { Int64($0) }
    }
}
