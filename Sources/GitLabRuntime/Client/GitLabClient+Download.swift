// Sending a request whose response is a file.

extension GitLabClient {
    /// Requests a file.
    ///
    /// ```swift
    /// let snapshot = try await gitlab.projects.downloadSnapshot(42)
    /// try await snapshot.write(to: file)
    /// ```
    ///
    /// - Returns: the download as soon as its content begins to arrive. Over URLSession, content that was received and
    ///   not read yet waits in a temporary file, which is removed once the download has been read or released.
    /// - Throws: ``GitLabError``, for a status that is no success with GitLab's message; `CancellationError` if the task
    ///   is cancelled.
    public func download<R: DownloadRequest>(_ request: R) async throws -> Download {
        try await hidingSecrets(of: request) {
            let head = try httpRequest(for: request)
            let endpoint = request.endpoint
            return try await Download(exchange(Call(endpoint: endpoint, head: head, sending: .download))) { range in
                try await hidingSecrets(of: request) {
                    try await exchange(Call(endpoint: endpoint, head: range.applied(to: head), sending: .download))
                }
            } failure: { error, head in
                let error = translated(error, "the download broke off", head: head)
                return (error as? GitLabError)?.hiding(SecretText.secrets(in: request)) ?? error
            }
        }
    }
}
