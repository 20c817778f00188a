// Sending a request and reading its response.

import HTTPTypes

extension GitLabClient {
    /// Sends a request and reads the response.
    ///
    /// - Returns: the response, with any 2xx status.
    /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
    public func send<R: GitLabRequest>(_ request: R) async throws -> R.Response {
        try await send(request, as: R.Response.self)
    }

    /// Sends a request and reads the response as a type of one's own.
    func send<Value: Decodable>(_ request: some GitLabRequest, as type: Value.Type) async throws -> Value {
        try await response(to: request) { response, head in try read(type, from: response, to: head) }
    }

    /// Sends a request, and reads its response with the closure.
    ///
    /// - Parameter change: changes the head of the request before it is sent.
    func response<Value>(
        to request: some GitLabRequest,
        changing change: (inout HTTPRequest) throws -> Void = { _ in },
        read: (ReceivedResponse, HTTPRequest) throws -> Value
    ) async throws -> Value {
        try await hidingSecrets(of: request) {
            var (head, body) = try parts(of: request)
            try change(&head)
            if let observer = configuration.uploadProgress { body = body.reporting(to: observer) }
            let response = try await response(to: Call(endpoint: request.endpoint, head: head, sending: .request(body)))
            return try read(response, head)
        }
    }

    /// Returns the list of a request: all its items, page by page as they are needed, or single pages.
    ///
    /// Nothing is sent before the first item is read.
    public func pages<R: OffsetPagedRequest>(_ request: R) -> PagedList<R> {
        PagedList(client: self, request: request)
    }
}
