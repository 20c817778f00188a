// One request on its way to the transport: middleware, credentials, timeout.

import HTTPTypes

extension GitLabClient {
    /// Passes a request to the middleware, and the result to the transport. Errors of a middleware reach the caller
    /// unchanged, except errors of transports.
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
            throw translated(error, "no response", head: request.head)
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

    /// Adds credentials and passes the request to the transport. All requests of the client pass here, and only
    /// requests to the configured origin get credentials.
    private func deliver(
        _ request: OutgoingRequest,
        hasLeftOrigin: Bool,
        limits: TimeLimits
    ) async throws -> TransportResponse {
        try Task.checkCancellation()
        return try await authorizing(request.head, hasLeftOrigin: hasLeftOrigin, limits) { authorized in
            request.isDownload
                ? try await download(authorized, limits) : try await send(authorized, request.body, limits)
        }
    }

    /// Sends a request; the response is read within the limits and returned whole. Of an unsuccessful one only the
    /// beginning is read.
    private func send(
        _ head: HTTPRequest,
        _ body: RequestBody,
        _ limits: TimeLimits
    ) async throws -> TransportResponse {
        try await translating("no response", head) {
            guard limits.deadlines.areReal, body.goesOutAtOnce, let transport = transport as? any TimekeepingTransport
            else {
                return try await limits.run(beginning: .response) { [transport] watch in
                    let response = try await watch.observing { try await transport.send(head, body: body) }
                    watch.begin(.body)
                    return try await response.whole(watch)
                }
            }
            let response = try await limits.keptByTransport { try await transport.send(head, body: body, within: $0) }
            return try await limits.run(beginning: .body) { try await response.whole($0) }
        }
    }

    /// Requests a file. The content of a success is read by the caller, each chunk within the limits.
    private func download(_ head: HTTPRequest, _ limits: TimeLimits) async throws -> TransportResponse {
        var response = try await translating("no response", head) {
            try await limits.run(beginning: .response) { [transport] watch in
                let response = try await watch.observing { try await transport.download(head) }
                if response.isSuccess { return response }
                watch.begin(.body)
                return try await response.whole(watch)
            }
        }
        if response.isSuccess, limits.timeouts.idle != nil {
            response.body = ResponseBody(TimelyBody(body: response.body, limits: limits.afterTheCall))
        }
        return response
    }

    /// The longest response that is held in memory.
    static let longestResponse = 512 * 1_024 * 1_024

    private func translating<Value>(
        _ what: String,
        _ head: HTTPRequest,
        _ work: () async throws -> Value
    ) async throws -> Value {
        do {
            return try await work()
        } catch let error as BrokenOff {
            throw translated(error.reason, "the response broke off", head: head)
        } catch {
            throw translated(error, what, head: head)
        }
    }
}

/// The error for a response whose body is incomplete.
private struct BrokenOff: Error {
    let reason: any Error
}

extension TransportResponse {
    fileprivate var isSuccess: Bool { (200..<300).contains(head.status.code) }

    /// Returns the same response with its body in memory; if it is unsuccessful, with the beginning of its body.
    ///
    /// - Parameter watch: records the progress of each piece.
    fileprivate func whole(_ watch: TimeLimits.Watch) async throws -> TransportResponse {
        var bytes: [UInt8] = []
        do {
            for try await chunk in body {
                watch.begin(.body)
                if isSuccess {
                    guard chunk.count <= GitLabClient.longestResponse - bytes.count else {
                        throw ResponseBody.TooLong(limit: GitLabClient.longestResponse)
                    }
                    if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
                } else {
                    bytes.append(contentsOf: chunk.prefix(GitLabClient.longestErrorBody - bytes.count))
                    if bytes.count == GitLabClient.longestErrorBody { break }
                }
            }
        } catch {
            // The status of an error matters most, if the task has not been cancelled.
            if isSuccess || GitLabClient.isCancellation(error) { throw BrokenOff(reason: error) }
        }
        return TransportResponse(head: head, body: ResponseBody(bytes))
    }
}
