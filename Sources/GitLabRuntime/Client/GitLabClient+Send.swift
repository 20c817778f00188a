// Sending a request and reading its answer.

import HTTPTypes

extension GitLabClient {
    /// Sends a request and reads the answer.
    ///
    /// - Returns: what GitLab answered, with any 2xx status.
    /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
    public func send<R: GitLabRequest>(_ request: R) async throws -> R.Answer {
        try await send(request, as: R.Answer.self)
    }

    /// Sends a request and reads the answer as a type of one's own.
    func send<Value: Decodable>(_ request: some GitLabRequest, as type: Value.Type) async throws -> Value {
        try await answer(to: request) { answer, head in try read(type, from: answer, to: head) }
    }

    /// Sends a request, and has its answer read by the closure.
    ///
    /// - Parameter change: changes the head of the request before it is sent.
    func answer<Value>(
        to request: some GitLabRequest,
        changing change: (inout HTTPRequest) throws -> Void = { _ in },
        read: (Answer, HTTPRequest) throws -> Value
    ) async throws -> Value {
        try await hidingSecrets(of: request) {
            var (head, body) = try parts(of: request)
            try change(&head)
            if let observer = configuration.uploadProgress { body = body.reporting(to: observer) }
            let answer = try await answer(to: Call(endpoint: request.endpoint, head: head, sending: .request(body)))
            return try read(answer, head)
        }
    }

    /// The list that a request asks for: all its items, page by page as they are needed, or single pages.
    ///
    /// Nothing is sent before the first item is asked for.
    public func pages<R: OffsetPagedRequest>(_ request: R) -> PagedList<R> {
        PagedList(client: self, request: request)
    }
}
