// Sending a request whose response is a file.

import HTTPTypes

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
    public func download<Request: DownloadRequest>(_ request: Request) async throws -> Download {
        try await start(request)
    }

    /// Requests a file. Not generic, so that it is compiled once for all requests.
    func start(_ request: any DownloadRequest) async throws -> Download {
        let head: HTTPRequest
        do {
            head = try downloadHead(request)
        } catch let error as GitLabError {
            throw error.redacting(secretsOf: request)
        }
        return try await DownloadSource(client: self, request: request, head: head).download(.whole)
    }
}

/// The source of a download, from which the file can be requested once more.
struct DownloadSource: Sendable {
    let client: GitLabClient
    let request: any DownloadRequest
    /// The request for the whole file.
    let head: HTTPRequest

    /// Requests the file, or a part of it.
    func download(_ range: DownloadRange) async throws -> Download {
        do {
            let call = Call(downloading: range.applied(to: head), request.documentedEndpoint)
            let exchanged = try await client.perform(call)
            // A part that is encoded is not taken, and the whole is requested.
            if range == .whole { try client.check(encodingOf: exchanged) }
            return Download(exchanged, from: self)
        } catch let error as GitLabError {
            throw error.redacting(secretsOf: request)
        }
    }

    /// Returns an error of the content as an error of the client.
    func translated(_ error: any Error, head: HTTPRequest) -> any Error {
        let error = client.translated(error, "the download was interrupted", head: head)
        return (error as? GitLabError)?.redacting(secretsOf: request) ?? error
    }
}

extension GitLabClient {
    /// Checks that the content of a file is the file.
    fileprivate func check(encodingOf exchanged: Exchanged) throws {
        let head = exchanged.response.head
        guard let encoding = head.contentEncoding else { return }
        throw failure(
            .decoding, "the content of the file is encoded as \(encoding), which the transport does not decode",
            ReceivedResponse(request: exchanged.target.head, head: head, bytes: [], attempts: exchanged.attempts))
    }
}
