// A server on this machine alone.

import FlyingFox
import Foundation
import GitLab
import GitLabTesting

/// An `InMemoryGitLab` at a port of this machine, for clients in other processes and languages.
///
/// ```swift
/// let server = try LoopbackGitLab(InMemoryGitLab(projects: ["tools/compiler"]))
/// let running = Task { try await server.run() }
/// let client = GitLabClient(baseURL: try await server.url, credentials: .none)
/// …
/// await server.stop()
/// ```
///
/// It listens at 127.0.0.1, so that no other machine reaches it.
public actor LoopbackGitLab {
    /// The GitLab that responds.
    public nonisolated let gitlab: InMemoryGitLab

    private let server: HTTPServer
    private var isStopped = false

    /// - Parameters:
    ///   - gitlab: The GitLab that responds.
    ///   - port: The port; 0 is any free one.
    ///   - maximumSize: The largest number of bytes of a body.
    ///   - log: Receives an entry for each request, before the response is sent.
    public init(
        _ gitlab: InMemoryGitLab, port: UInt16 = 0, maximumSize: Int = 64 * 1_048_576,
        log: @escaping @Sendable (LogEntry) -> Void = { _ in }
    ) throws {
        self.gitlab = gitlab
        server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: port), timeout: 60, logger: .disabled,
            handler: FakeHandler(gitlab, maximumSize: maximumSize, log: log))
    }

    /// Serves until it is stopped or the task is cancelled.
    ///
    /// - Throws: An error if the port is taken; `CancellationError`, unless it was stopped.
    public func run() async throws {
        do {
            try await server.run()
        } catch {
            // To the server, being stopped is an error.
            if !isStopped { throw error }
        }
    }

    /// The URL of the server, once it listens.
    public var url: URL {
        get async throws {
            try await server.waitUntilListening()
            guard case .ip4(_, let port) = await server.listeningAddress,
                let url = URL(string: "http://127.0.0.1:\(port)")
            else { throw URLError(.badURL) }
            return url
        }
    }

    /// Stops listening. Requests that are responded to have a second to end.
    public func stop() async {
        isStopped = true
        await server.stop(timeout: 1)
    }
}
