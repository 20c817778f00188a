// One exchange with the server: credentials are added, the transport sends, redirects are followed.

import HTTPTypes

extension GitLabClient {
    /// Sends a request and gives back a successful answer, whole.
    func answer(to call: Call) async throws -> Answer {
        let exchanged = try await exchange(call)
        let bytes = try await wholeBody(of: exchanged.response, head: exchanged.target.head)
        return Answer(head: exchanged.response.head, bytes: bytes)
    }

    /// Sends a request, follows redirects, and gives back the successful response.
    func exchange(_ call: Call) async throws -> Exchanged {
        var target = Target(head: call.head)
        var redirects = 0
        while true {
            let response = try await transmit(target, of: call, attempt: 1, redirects: redirects)
            switch response.head.status.code {
            case 200..<300:
                return Exchanged(response: response, target: target)
            case 301, 302, 303, 307, 308:
                redirects += 1
                target = try redirection(from: target, response.head, call.sending, count: redirects)
            default:
                throw try await failure(response, target)
            }
        }
    }

    /// Hands the request to the middleware, and what comes out of it to the transport.
    private func transmit(
        _ target: Target,
        of call: Call,
        attempt: Int,
        redirects: Int
    ) async throws -> TransportResponse {
        let outgoing = OutgoingRequest(target.head, of: call, attempt: attempt, redirects: redirects)
        return try await pass(outgoing, through: configuration.middleware[...], hasLeftOrigin: target.hasLeftOrigin)
    }

    private func pass(
        _ request: OutgoingRequest,
        through middleware: ArraySlice<any Middleware>,
        hasLeftOrigin: Bool
    ) async throws -> TransportResponse {
        guard let outermost = middleware.first else { return try await deliver(request, hasLeftOrigin: hasLeftOrigin) }
        return try await outermost.intercept(request) { request in
            try await pass(request, through: middleware.dropFirst(), hasLeftOrigin: hasLeftOrigin)
        }
    }

    /// Adds credentials and hands the request to the transport. All requests of the client pass here, and only requests
    /// to the configured origin get credentials.
    private func deliver(_ request: OutgoingRequest, hasLeftOrigin: Bool) async throws -> TransportResponse {
        try Task.checkCancellation()
        return try await authorizing(request.head, hasLeftOrigin: hasLeftOrigin) { authorized in
            do {
                return request.isDownload
                    ? try await transport.download(authorized)
                    : try await transport.send(authorized, body: request.body)
            } catch {
                throw translated(error, "no answer", head: request.head)
            }
        }
    }

    /// The longest answer that is held in memory.
    private static let longestAnswer = 512 * 1_024 * 1_024

    private func wholeBody(of response: TransportResponse, head: HTTPRequest) async throws -> [UInt8] {
        do {
            return try await response.body.collect(upTo: Self.longestAnswer)
        } catch {
            throw translated(error, "the answer broke off", head: head)
        }
    }

    /// The error for an answer that is no success. If its body can not be read, the status still says the most.
    private func failure(_ response: TransportResponse, _ target: Target) async throws -> GitLabError {
        let bytes: [UInt8]
        do {
            bytes = try await response.body.prefix(upTo: Self.longestErrorBody)
        } catch {
            if isCancellation(error) { throw CancellationError() }
            bytes = []
        }
        return failure(response.head, bytes, target)
    }

    /// Errors of the transport as errors of the client; cancellation stays what it is.
    func translated(_ error: any Error, _ what: String, head: HTTPRequest) -> any Error {
        if isCancellation(error) { return CancellationError() }
        if error is GitLabError { return error }
        if let error = error as? ResponseBody.TooLong {
            return GitLabError(kind: .tooLong, message: "\(error)", head: head, underlying: error)
        }
        let reason = URLSessionFailure.text(for: error) ?? "\(error)"
        let host = head.authority.map { " from \($0)" } ?? ""
        return GitLabError(
            kind: .transport,
            message: credentials.redacting("\(what)\(host): \(reason)"),
            head: head,
            // The error of URLSession holds the URL, and that a token in the query.
            underlying: credentials.travelInURL ? nil : error
        )
    }

    private func isCancellation(_ error: any Error) -> Bool {
        error is CancellationError || URLSessionFailure.isCancellation(error)
    }
}

extension GitLabError {
    init(kind: Kind, message: String, head: HTTPRequest, underlying: (any Error)? = nil) {
        self.init(
            kind: kind,
            message: message,
            method: head.method.rawValue,
            path: head.path.map { URLText.split($0).path },
            underlying: underlying
        )
    }
}
