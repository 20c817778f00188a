// One request on its way to the transport: middleware, credentials, limits of time.

import HTTPTypes

extension GitLabClient {
    /// Hands a request to the middleware, and what comes out of it to the transport. What a middleware throws reaches
    /// the caller as it is, but for errors of transports.
    func transmit(
        _ request: OutgoingRequest,
        hasLeftOrigin: Bool,
        limits: TimeLimits
    ) async throws -> TransportResponse {
        let middleware = configuration.middleware
        if middleware.isEmpty { return try await deliver(request, hasLeftOrigin: hasLeftOrigin, limits: limits) }
        do {
            return try await pass(request, through: middleware[...]) { request in
                try await deliver(request, hasLeftOrigin: hasLeftOrigin, limits: limits)
            }
        } catch let error as TransportError {
            throw translated(error, "no answer", head: request.head)
        }
    }

    private func pass(
        _ request: OutgoingRequest,
        through middleware: ArraySlice<any Middleware>,
        to last: @escaping Middleware.Next
    ) async throws -> TransportResponse {
        guard let outermost = middleware.first else { return try await last(request) }
        return try await outermost.intercept(request) { request in
            try await pass(request, through: middleware.dropFirst(), to: last)
        }
    }

    /// Adds credentials and hands the request to the transport. All requests of the client pass here, and only requests
    /// to the configured origin get credentials.
    private func deliver(
        _ request: OutgoingRequest,
        hasLeftOrigin: Bool,
        limits: TimeLimits
    ) async throws -> TransportResponse {
        try Task.checkCancellation()
        return try await authorizing(request.head, hasLeftOrigin: hasLeftOrigin) { authorized in
            request.isDownload
                ? try await download(authorized, limits) : try await send(authorized, request.body, limits)
        }
    }

    /// Sends a request; the answer is read within the limits and comes back whole. Of one that is no success only the
    /// beginning is read.
    private func send(
        _ head: HTTPRequest,
        _ body: RequestBody,
        _ limits: TimeLimits
    ) async throws -> TransportResponse {
        try await translating("no answer", head) {
            try await limits.run(beginning: .response) { [transport] watch in
                let response = try await watch.observing { try await transport.send(head, body: body) }
                watch.begin(.body)
                let bytes = try await read(response, to: head, watch)
                return TransportResponse(head: response.head, body: ResponseBody(bytes))
            }
        }
    }

    /// Asks for a file. The content of a success is read by the caller, each chunk within the limits.
    private func download(_ head: HTTPRequest, _ limits: TimeLimits) async throws -> TransportResponse {
        var response = try await translating("no answer", head) {
            try await limits.run(beginning: .response) { [transport] watch in
                let response = try await watch.observing { try await transport.download(head) }
                if response.isSuccess { return response }
                watch.begin(.body)
                let bytes = try await read(response, to: head, watch)
                return TransportResponse(head: response.head, body: ResponseBody(bytes))
            }
        }
        if response.isSuccess, limits.timeouts.idle != nil {
            response.body = ResponseBody(TimelyBody(body: response.body, limits: limits.afterTheCall))
        }
        return response
    }

    /// The longest answer that is held in memory.
    static let longestAnswer = 512 * 1_024 * 1_024

    private func read(
        _ response: TransportResponse,
        to head: HTTPRequest,
        _ watch: TimeLimits.Watch
    ) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        do {
            for try await chunk in response.body {
                watch.begin(.body)
                if response.isSuccess {
                    guard chunk.count <= Self.longestAnswer - bytes.count else {
                        throw ResponseBody.TooLong(limit: Self.longestAnswer)
                    }
                    if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
                } else {
                    bytes.append(contentsOf: chunk.prefix(Self.longestErrorBody - bytes.count))
                    if bytes.count == Self.longestErrorBody { break }
                }
            }
        } catch {
            guard response.isSuccess || isCancellation(error) else { return bytes }
            throw translated(error, "the answer broke off", head: head)
        }
        return bytes
    }

    private func translating<Value>(
        _ what: String,
        _ head: HTTPRequest,
        _ work: () async throws -> Value
    ) async throws -> Value {
        do { return try await work() } catch { throw translated(error, what, head: head) }
    }
}

extension TransportResponse {
    fileprivate var isSuccess: Bool { (200..<300).contains(head.status.code) }
}
