// Sending a request and reading its answer.

extension GitLabClient {
    /// Sends a request and reads the answer.
    ///
    /// - Returns: what GitLab answered, with any 2xx status.
    /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
    public func send<R: GitLabRequest>(_ request: R) async throws -> R.Answer {
        try await hidingSecrets(of: request) {
            let (head, body) = try httpRequest(for: request)
            let answer = try await answer(to: Call(endpoint: R.endpoint, head: head, sending: .request(body)))
            return try read(R.Answer.self, from: answer, to: head)
        }
    }

    /// The list that a request asks for: all its items, page by page as they are needed, or single pages.
    ///
    /// Nothing is sent before the first item is asked for.
    public func pages<R: OffsetPagedRequest>(_ request: R) -> PagedList<R> {
        PagedList(client: self, request: request)
    }
}
