// The delegate of the session, which passes responses to the waiting requests.

import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The requests under way in one session. A delegate of the session and not of single tasks, because those are ignored
/// on Linux; there is also no other way to read a body as it comes.
final class URLSessionExchanges: NSObject, URLSessionDataDelegate, @unchecked Sendable {
    typealias Waiting = OneShot<TransportResponse>

    private enum Exchange {
        /// For the response, with what receives its body; nil for memory.
        case waiting(Waiting, IncomingBody?)
        case receiving(IncomingBody, expected: Int64?, received: Int64)
    }

    /// A body that is being sent.
    private struct Outgoing {
        let body: RequestBody
        let length: Int64
        var sent: Int64 = 0
    }

    // Guards what follows: delegate calls come on a queue of the session, `begin` on the thread of the caller.
    private let lock = NSLock()
    private var exchanges: [Int: Exchange] = [:]
    private var activities: [Int: TransportActivity] = [:]
    private var outgoing: [Int: Outgoing] = [:]
    /// Tasks whose server has requested a password, as a proxy or a package registry does.
    private var challenged: Set<Int> = []

    /// - Parameters:
    ///   - body: the body that the task sends.
    ///   - length: the bytes of the body.
    ///   - incoming: receives the body of the response; nil for memory.
    func begin(
        _ task: URLSessionTask,
        sending body: RequestBody,
        length: Int64,
        into incoming: IncomingBody?,
        waiting: Waiting
    ) {
        let activity = TransportActivity.current
        lock.withLock {
            activities[task.taskIdentifier] = activity
            exchanges[task.taskIdentifier] = .waiting(waiting, incoming)
            if body.isObserved { outgoing[task.taskIdentifier] = Outgoing(body: body, length: length) }
        }
    }

    /// Releases a request that still waits for its response, because its task is cancelled.
    func abandon(_ task: URLSessionTask) {
        let waiting: Waiting? = lock.withLock {
            switch exchanges[task.taskIdentifier] {
            case .waiting(let waiting, _):
                exchanges[task.taskIdentifier] = nil
                activities[task.taskIdentifier] = nil
                return waiting
            case .receiving, nil:
                return nil
            }
        }
        waiting?.settle(.failure(CancellationError()))
    }

    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        didSendBodyData bytesSent: Int64,
        totalBytesSent: Int64,
        totalBytesExpectedToSend: Int64
    ) {
        lock.withLock { activities[task.taskIdentifier] }?.recordProgress()
        let sending = lock.withLock { () -> Outgoing? in
            // Counted here: on Linux the reported sum is that of the moment of the call.
            outgoing[task.taskIdentifier]?.sent += bytesSent
            return outgoing[task.taskIdentifier]
        }
        if let sending { sending.body.report(sent: sending.sent, of: sending.length) }
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

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let id = dataTask.taskIdentifier
        lock.withLock { activities[id] }?.recordProgress()
        let exchange: Exchange? = lock.withLock {
            if case .receiving(let body, let expected, let received)? = exchanges[id] {
                exchanges[id] = .receiving(body, expected: expected, received: received + Int64(data.count))
            }
            return exchanges[id]
        }
        guard case .receiving(let body, _, _)? = exchange else { return }
        if !body.write(data) { Self.cancel(dataTask) }
    }

    /// Cancels a task, not from here: on Linux that waits for what may be waiting for a call of the delegate to end.
    private static func cancel(_ task: URLSessionTask) {
        DispatchQueue.global().async { task.cancel() }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        // On Linux, a rejected challenge ends a whole response as if the task had been cancelled.
        let wasChallenged = lock.withLock { challenged.remove(task.taskIdentifier) != nil }
        let error = wasChallenged && (error as? URLError)?.code == .cancelled ? nil : error
        // A redirect that is rejected may complete without its response having been announced.
        if error == nil, let response = task.response { receive(response, for: task) }
        let exchange = lock.withLock {
            activities[task.taskIdentifier] = nil
            outgoing[task.taskIdentifier] = nil
            return exchanges.removeValue(forKey: task.taskIdentifier)
        }
        switch exchange {
        case .waiting(let waiting, _):
            waiting.settle(.failure(error ?? URLError(.badServerResponse)))
        case .receiving(let body, let expected, let received):
            let isCut = expected.map { received < $0 } ?? false
            body.finish(throwing: error ?? (isCut ? URLError(.networkConnectionLost) : nil))
        case nil:
            break
        }
    }

    /// Rejects a challenge for a password, so that the 401 or 407 is the response. Without this, the session on Linux
    /// never completes such a task.
    func urlSession(
        _ session: URLSession,
        task: URLSessionTask,
        didReceive challenge: URLAuthenticationChallenge,
        completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        let passwords = [
            NSURLAuthenticationMethodDefault, NSURLAuthenticationMethodHTTPBasic, NSURLAuthenticationMethodHTTPDigest,
            NSURLAuthenticationMethodNTLM, NSURLAuthenticationMethodNegotiate, NSURLAuthenticationMethodHTMLForm,
        ]
        guard passwords.contains(challenge.protectionSpace.authenticationMethod) else {
            return completionHandler(.performDefaultHandling, nil)
        }
        lock.withLock { _ = challenged.insert(task.taskIdentifier) }
        completionHandler(.rejectProtectionSpace, nil)
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
        // On Linux the head of an interim response (100, 102, 103) comes before that of the real one.
        guard let response = response as? HTTPURLResponse, !(100..<200).contains(response.statusCode) else { return }
        let expected = Self.expectedLength(of: response, to: task.originalRequest?.httpMethod)
        let begun = lock.withLock { () -> (Waiting, IncomingBody)? in
            guard case .waiting(let waiting, let incoming)? = exchanges[task.taskIdentifier] else { return nil }
            let limit = activities[task.taskIdentifier]?.longestBody(response.statusCode) ?? .max
            let body = incoming ?? IncomingBody(in: MemoryBuffer(upTo: limit))
            exchanges[task.taskIdentifier] = .receiving(body, expected: expected, received: 0)
            return (waiting, body)
        }
        guard let (waiting, incoming) = begun else { return }
        let body = incoming.body { Self.cancel(task) }
        waiting.settle(.success(TransportResponse(head: Self.head(of: response), body: body)))
    }

    private static func head(of response: HTTPURLResponse) -> HTTPResponse {
        var fields = HTTPFields()
        for (name, value) in response.allHeaderFields {
            guard let name = (name as? String).flatMap({ HTTPField.Name($0) }), let value = value as? String else {
                continue
            }
            fields[name] = value
        }
        var head = HTTPResponse(status: HTTPResponse.Status(code: response.statusCode), headerFields: fields)
        head.removeEncoding(decoded: ["gzip", "x-gzip", "deflate", "br"])
        return head
    }

    /// Returns the bytes that the body must have; nil if that cannot be known, as for a body that is decompressed on
    /// the way.
    private static func expectedLength(of response: HTTPURLResponse, to method: String?) -> Int64? {
        guard method != "HEAD", response.statusCode != 204, response.statusCode != 304,
            response.value(forHTTPHeaderField: "Content-Encoding") == nil
        else { return nil }
        return response.value(forHTTPHeaderField: "Content-Length").flatMap { Int64($0) }
    }
}
