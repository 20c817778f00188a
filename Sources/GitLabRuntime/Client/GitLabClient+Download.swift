// Sending a request whose answer is a file.

extension GitLabClient {
    /// Asks for a file.
    ///
    /// ```swift
    /// let snapshot = try await gitlab.projects.downloadSnapshot(42)
    /// try await snapshot.write(to: file)
    /// ```
    ///
    /// - Returns: the download as soon as its content can be read: over URLSession when it lies in a temporary file of
    ///   the system, which is gone once the download has been read or let go of.
    /// - Throws: ``GitLabError``, for a status that is no success with GitLab's message; `CancellationError` if the task
    ///   is cancelled.
    public func download<R: DownloadRequest>(_ request: R) async throws -> Download {
        try await hidingSecrets(of: request) {
            let head = try httpRequest(for: request)
            let exchanged = try await exchange(Call(endpoint: request.endpoint, head: head, sending: .download))
            return Download(exchanged, from: self)
        }
    }
}
