// The errors of a request: of an unsuccessful response, of one that cannot be used, and of a transport.

import HTTPTypes

extension GitLabClient {
    /// Returns the error for an unsuccessful response. If its body cannot be read, the status still matters most.
    func failure(_ response: TransportResponse, _ target: Target) async throws -> GitLabError {
        let bytes: [UInt8]
        do {
            bytes = try await response.body.prefix(upTo: ErrorResponse.longestBody)
        } catch {
            if Self.isCancellation(error) { throw CancellationError() }
            bytes = []
        }
        return failure(response.head, bytes, target)
    }

    /// Returns the error for an unsuccessful response, with the beginning of its body.
    private func failure(_ response: HTTPResponse, _ body: [UInt8], _ target: Target) -> GitLabError {
        let status = response.status
        let said = ErrorResponse(
            body: response.contentEncoding == nil ? body : [], contentType: response.headerFields[.contentType])
        var kind = GitLabError.Kind.forStatus(status.code)
        var message = said.line(status: status.code, reason: StatusReason.text(for: status))
        if status.code == 405, message.hasPrefix("Offset pagination has a maximum") {
            kind = .offsetLimit
            message += " Or filter the list, so that it is shorter."
        }
        // A rejection by another host says nothing about the permissions in GitLab.
        let speaker = target.hasLeftOrigin ? target.head.authority.map { "\($0) says: " } ?? "" : ""
        var error = failure(
            kind,
            speaker + message,
            ReceivedResponse(request: target.head, head: response, bytes: body),
            fieldMessages: said.fieldMessages
        )
        error.code = said.code.map { redacting($0).printable }
        error.requiredScopes = said.scopes.map { redacting($0).printable }
        return error
    }

    /// Returns an error about a response.
    func failure(
        _ kind: GitLabError.Kind,
        _ message: String,
        _ response: ReceivedResponse,
        fieldMessages: [String: [String]] = [:],
        underlying: (any Error)? = nil
    ) -> GitLabError {
        GitLabError(
            kind: kind,
            message: redacting(message),
            status: response.head.status.code,
            fieldMessages: Dictionary(
                fieldMessages.map { (redacting($0), $1.map(redacting)) }, uniquingKeysWith: +),
            requestID: response.head.headerFields[.requestID].map(redacting),
            method: response.request.method.rawValue,
            path: response.request.path.map { URLText.split($0).path },
            retryAfter: RetryAfter.delay(response.head, now: configuration.clock.date),
            attempts: response.attempts,
            body: Array(response.bytes.prefix(ErrorResponse.longestBody)),
            underlying: underlying
        )
    }

    /// Returns errors of the transport as errors of the client; cancellation is unchanged.
    func translated(_ error: any Error, _ what: String, head: HTTPRequest) -> any Error {
        if Self.isCancellation(error) { return CancellationError() }
        if error is GitLabError || error is any UntranslatedError { return error }
        if let error = error as? ResponseBody.TooLong {
            return GitLabError(kind: .tooLong, message: "\(error)", head: head, underlying: error)
        }
        if let error = error as? TimeoutError {
            return GitLabError(kind: .timeout, message: "\(error)", head: head, underlying: error)
        }
        let reason = redacting(URLSessionFailure.text(for: error) ?? "\(error)")
        let host = head.authority.map { " from \($0)" } ?? ""
        return GitLabError(
            kind: .transport,
            message: "\(what)\(host): \(reason)",
            head: head,
            // The error of URLSession contains the URL, with the token in its query.
            underlying: credentials.travelInURL ? TransportError(TransportError.Kind(of: error), reason) : error
        )
    }

    static func isCancellation(_ error: any Error) -> Bool {
        error is CancellationError || URLSessionFailure.isCancellation(error)
    }
}

extension GitLabError {
    /// Creates the error for a request that would wait too long for the rate limit.
    init(_ exhausted: RateBudget.Exhausted, head: HTTPRequest) {
        self.init(
            kind: .rateLimited,
            message: "not sent: the rate limit allows no further request for \(exhausted.wait.inSeconds), longer than "
                + "rateLimit.maximumWait",
            head: head,
            underlying: exhausted
        )
        retryAfter = exhausted.wait
    }

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
