// The way of a request, step by step:
//
//     encode       checks the attributes, and makes head and body of them      GitLabClient+Encode.swift
//     perform      attempts it, until it succeeds or another attempt would not help
//       admit        waits until the rate limit has room                       RateBudget.swift
//       intercept    passes it through the middleware                          Middleware.swift
//       deliver      sends it with credentials, once more with a renewed token
//         authorize    adds the credentials                                    GitLabClient+Authorize.swift
//         exchange     passes it to the transport, within the timeouts         TimeLimits.swift
//         receive      reads the body, up to the limit of size                 TransportResponse+Receive.swift
//       redirect     finds the next target, if the response names one          GitLabClient+Redirects.swift
//       pause        waits before the next attempt                             Retry.swift
//     decode       makes a value of the body                                   GitLabClient+Decode.swift

import HTTPTypes

extension GitLabClient {
    /// Sends a request and reads the response.
    ///
    /// - Returns: the response, with any 2xx status.
    /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
    public func send<Request: GitLabRequest>(_ request: Request) async throws -> Request.Response {
        try await value(of: request, as: Request.Response.self)
    }

    /// Sends a request and reads the response as a type of one's own.
    func value<Value: Decodable>(of request: some GitLabRequest, as type: Value.Type) async throws -> Value {
        do {
            let (head, body) = try encode(request)
            return try decode(type, from: try await response(to: Call(request.documentedEndpoint, head, body)))
        } catch let error as GitLabError {
            throw error.namingPrecondition(of: request).redacting(secretsOf: request)
        }
    }

    /// Performs a call, and returns the whole response.
    func response(to call: Call) async throws -> ReceivedResponse {
        var call = call
        if let observer = configuration.uploadProgress { call.report(to: observer) }
        let exchanged = try await perform(call)
        let bytes: [UInt8]
        do {
            bytes = try await exchanged.response.body.whole(upTo: configuration.maximumResponseSize)
        } catch {
            throw translated(error, "the response was interrupted", head: exchanged.target.head)
        }
        return ReceivedResponse(
            request: call.head, head: exchanged.response.head, bytes: bytes, attempts: exchanged.attempts)
    }

    /// Attempts a call until it succeeds, with waits between the attempts where another one may help and does no harm.
    func perform(_ call: Call) async throws -> Exchanged {
        var retry = Retry(call, configuration)
        while true {
            do {
                return try await attempt(call, number: retry.attempt, retry.limits)
            } catch let error as GitLabError {
                try await retry.pause(after: error)
            }
        }
    }

    /// Makes one attempt, and follows redirects in it.
    private func attempt(_ call: Call, number: Int, _ limits: TimeLimits) async throws -> Exchanged {
        let permit = try await admit(call, limits)
        var latest: HTTPResponse?
        defer { settle(permit, with: latest) }
        var target = Target(head: call.head)
        var redirects = 0
        while true {
            try Task.checkCancellation()
            let outgoing = OutgoingRequest(
                target, of: call, attempt: number, redirects: redirects, inClear: sendsCredentialsInClear,
                receiver: parts.readsAhead ? call.receiver : nil)
            let response = try await intercept(outgoing, limits)
            if !target.hasLeftOrigin { latest = response.head }
            switch response.head.status.code {
            case 200..<300:
                return Exchanged(response: response, target: target, attempts: number)
            case 301, 302, 303, 307, 308:
                redirects += 1
                target = try redirection(from: target, response.head, call.sending, count: redirects)
            default:
                throw try await failure(response, target)
            }
        }
    }

    /// Waits until the rate limit has room for the call.
    private func admit(_ call: Call, _ limits: TimeLimits) async throws -> RateBudget.Permit? {
        guard configuration.rateLimit.isRespected else { return nil }
        do {
            return try await state.rateBudget.permit(for: call.endpoint.name, configuration.rateLimit, limits)
        } catch let exhausted as RateBudget.Exhausted {
            throw GitLabError(exhausted, head: call.head)
        } catch {
            throw translated(error, "not sent", head: call.head)
        }
    }

    /// Takes a permit back, and reports what the latest response of the configured origin says about the rate limit.
    private func settle(_ permit: RateBudget.Permit?, with response: HTTPResponse?) {
        let now = configuration.clock.date
        let changed =
            if let permit {
                state.rateBudget.settle(permit, with: response, at: now)
            } else {
                response.flatMap { state.rateBudget.note($0, at: now) }
            }
        if let changed, let observer = configuration.rateLimitChange { observer(changed) }
    }

    /// Passes a request through the middleware to the transport. Errors of a middleware reach the caller unchanged,
    /// except errors of transports.
    private func intercept(_ request: OutgoingRequest, _ limits: TimeLimits) async throws -> TransportResponse {
        let middleware = configuration.middleware
        if middleware.isEmpty { return try await deliver(request, limits) }
        do {
            return try await pass(request, through: middleware[...], limits)
        } catch let error as TransportError {
            throw translated(error, "no response", head: request.head)
        }
    }

    private func pass(
        _ request: OutgoingRequest, through middleware: ArraySlice<any Middleware>, _ limits: TimeLimits
    ) async throws -> TransportResponse {
        guard let outermost = middleware.first else { return try await deliver(request, limits) }
        return try await outermost.intercept(request) { request in
            try await pass(request, through: middleware.dropFirst(), limits)
        }
    }

    /// Sends a request with credentials, and once more with fresh ones if GitLab rejects an access token that can be
    /// renewed: nothing was done then, so this is safe for every method. All requests of the client pass here.
    private func deliver(_ request: OutgoingRequest, _ limits: TimeLimits) async throws -> TransportResponse {
        try Task.checkCancellation()
        let authorized = try await authorize(request, limits)
        let response = try await exchange(authorized.head, request, limits)
        guard let token = authorized.token, response.head.status.code == 401 else { return response }
        let (isRejected, whole) = await rejection(of: response)
        guard isRejected else { return whole }
        let again = try await authorize(request, limits, rejected: token)
        guard again.token?.token != token.token else { return whole }
        return try await exchange(again.head, request, limits)
    }

    /// Passes a request to the transport, and returns the response: whole, or its beginning if it is unsuccessful. The
    /// content of a download is read by the caller, each chunk within the limits.
    private func exchange(
        _ head: HTTPRequest, _ request: OutgoingRequest, _ limits: TimeLimits
    ) async throws -> TransportResponse {
        do {
            if request.isDownload { return try await download(head, limits) }
            guard limits.deadlines.areReal, request.body.goesOutAtOnce,
                let transport = transport as? any TimekeepingTransport
            else { return try await send(head, request.body, limits, request.receiver) }
            let response = try await limits.keptByTransport {
                try await transport.send(head, body: request.body, within: $0)
            }
            let received = try await limits.run(beginning: .body) {
                [limit = configuration.maximumResponseSize, receiver = request.receiver] watch in
                TimeLimits.started {
                    await watch.settle { .response(try await response.received(watch, upTo: limit, by: receiver)) }
                }
            }
            return try received.response
        } catch let error as BrokenOff {
            throw translated(error.reason, "the response was interrupted", head: head)
        } catch {
            throw translated(error, "no response", head: head)
        }
    }

    private func send(
        _ head: HTTPRequest, _ body: RequestBody, _ limits: TimeLimits, _ receiver: (any BodyReceiver)?
    ) async throws -> TransportResponse {
        let received = try await limits.run(beginning: .response) {
            [transport, limit = configuration.maximumResponseSize] watch in
            TimeLimits.started {
                await watch.settle {
                    let response = try await watch.observing(upTo: limit) {
                        try await transport.send(head, body: body)
                    }
                    return .response(try await response.received(watch, upTo: limit, by: receiver))
                }
            }
        }
        return try received.response
    }

    private func download(_ head: HTTPRequest, _ limits: TimeLimits) async throws -> TransportResponse {
        let received = try await limits.run(beginning: .response) { [transport] watch in
            TimeLimits.started {
                await watch.settle {
                    let response = try await watch.observing { try await transport.download(head) }
                    guard !response.isSuccess else { return .response(response) }
                    return .response(try await response.received(watch, upTo: ErrorResponse.longestBody))
                }
            }
        }
        var response = try received.response
        if response.isSuccess, let limits = limits.ofContent {
            response.body = ResponseBody(TimelyBody(body: response.body, limits: limits))
        }
        return response
    }
}
