// One call: attempts with waits between them, and in each attempt one exchange and the redirects that it leads to.

import HTTPTypes

extension GitLabClient {
    /// Sends a request and returns a successful response, whole.
    func response(to call: Call) async throws -> ReceivedResponse {
        let exchanged = try await exchange(call)
        let head = exchanged.target.head
        do {
            let bytes = try await exchanged.response.body.collect(upTo: Self.longestResponse)
            return ReceivedResponse(head: exchanged.response.head, bytes: bytes, attempts: exchanged.attempts)
        } catch {
            throw translated(error, "the response broke off", head: head)
        }
    }

    /// Makes the call, with retries where they may help and do no harm, and returns the successful response.
    func exchange(_ call: Call) async throws -> Exchanged {
        let clock = configuration.clock
        let begin = clock.elapsed
        let limits = TimeLimits(
            timeouts: configuration.timeouts,
            callEnd: configuration.timeouts.call.map { begin + $0 },
            deadlines: configuration.deadlines
        )
        var attempt = 1
        while true {
            do {
                return try await admitted(call, attempt: attempt, limits: limits)
            } catch let error as GitLabError {
                var error = error
                if error.attempts == 0 { error.attempts = error.wasSent ? attempt : attempt - 1 }
                let retry = Retry(policy: configuration.retries, endpoint: call.endpoint)
                let passed = clock.elapsed - begin
                guard let wait = retry.wait(after: error, attempt: attempt, passed: passed),
                    limits.callEnd.map({ clock.elapsed + wait < $0 }) ?? true
                else { throw error }
                try await clock.sleep(for: wait)
                attempt += 1
            }
        }
    }

    /// Makes one attempt, as soon as the rate limit allows it.
    private func admitted(_ call: Call, attempt: Int, limits: TimeLimits) async throws -> Exchanged {
        let policy = configuration.rateLimit
        var latest: HTTPResponse?
        guard policy.isRespected else {
            defer {
                report(latest.flatMap { state.rateBudget.note($0, at: configuration.clock.date) })
            }
            return try await exchange(call, attempt: attempt, limits: limits) { latest = $0 }
        }
        let permit: RateBudget.Permit
        do {
            permit = try await state.rateBudget.permit(for: call.endpoint.name, policy, limits)
        } catch let exhausted as RateBudget.Exhausted {
            throw GitLabError(exhausted, head: call.head)
        } catch {
            throw translated(error, "not sent", head: call.head)
        }
        defer { report(state.rateBudget.settle(permit, with: latest, at: configuration.clock.date)) }
        return try await exchange(call, attempt: attempt, limits: limits) { latest = $0 }
    }

    private func report(_ changed: RateLimitStatus?) {
        if let changed, let observer = configuration.rateLimitChange { observer(changed) }
    }

    /// Sends the request and follows redirects.
    ///
    /// - Parameter note: receives the head of each response of the configured origin.
    private func exchange(
        _ call: Call,
        attempt: Int,
        limits: TimeLimits,
        note: (HTTPResponse) -> Void
    ) async throws -> Exchanged {
        var target = Target(head: call.head)
        var redirects = 0
        while true {
            try Task.checkCancellation()
            let outgoing = OutgoingRequest(target.head, of: call, attempt: attempt, redirects: redirects)
            let response = try await transmit(outgoing, hasLeftOrigin: target.hasLeftOrigin, limits: limits)
            if !target.hasLeftOrigin { note(response.head) }
            switch response.head.status.code {
            case 200..<300:
                return Exchanged(response: response, target: target, attempts: attempt)
            case 301, 302, 303, 307, 308:
                redirects += 1
                target = try redirection(from: target, response.head, call.sending, count: redirects)
            default:
                throw try await failure(response, target)
            }
        }
    }

    /// Returns the error for an unsuccessful response. If its body cannot be read, the status still matters most.
    private func failure(_ response: TransportResponse, _ target: Target) async throws -> GitLabError {
        let bytes: [UInt8]
        do {
            bytes = try await response.body.prefix(upTo: Self.longestErrorBody)
        } catch {
            if Self.isCancellation(error) { throw CancellationError() }
            bytes = []
        }
        return failure(response.head, bytes, target)
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
    fileprivate init(_ exhausted: RateBudget.Exhausted, head: HTTPRequest) {
        self.init(
            kind: .rateLimited,
            message: "not sent: GitLab takes no further request for \(exhausted.wait.inSeconds), longer than "
                + "rateLimit.maximumWait",
            head: head,
            underlying: exhausted
        )
        retryAfter = exhausted.wait
    }

    /// Whether the attempt that failed so has reached the transport.
    fileprivate var wasSent: Bool {
        kind != .invalidRequest && kind != .credentials && kind != .tokenStorage
            && !(underlying is RateBudget.Exhausted)
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
