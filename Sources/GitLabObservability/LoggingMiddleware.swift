// A line in the log for each request.

#if Logging
import GitLabRuntime
import HTTPTypes
import Logging

/// A middleware that writes a line to a logger of swift-log for each request, once its response is there.
///
/// ```swift
/// let gitlab = GitLabClient(baseURL: url).with { $0.middleware.append(LoggingMiddleware(logger)) }
/// ```
///
/// The facts are metadata: `gitlab.operation`, `http.request.method`, `url.template`, `url.scheme`, `server.address`,
/// `server.port`, `http.request.resend_count` (where a call is tried again), `http.response.status_code`,
/// `error.type`, `gitlab.request_id` (to be quoted to administrators) and `duration` in seconds. Neither credentials
/// nor values of paths, queries, header fields and bodies are written.
///
/// A request that sends credentials over http to another machine is written with a warning and with the level of failures.
///
/// The logger is the one that is passed; `LoggingSystem` is not used. Put it last in the list of middleware, where it
/// sees the changes of the others.
public struct LoggingMiddleware: Middleware {
    private let logger: Logger
    private let level: Logger.Level
    private let failureLevel: Logger.Level

    /// Creates a middleware that writes to a logger.
    ///
    /// - Parameters:
    ///   - logger: the logger for the lines.
    ///   - level: for responses below 400.
    ///   - failureLevel: for other responses, and where there is none.
    public init(_ logger: Logger, level: Logger.Level = .debug, failureLevel: Logger.Level = .warning) {
        self.logger = logger
        self.level = level
        self.failureLevel = failureLevel
    }

    /// Sends the request on and writes a line.
    public func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse {
        var facts = RequestFacts(request)
        let start = ContinuousClock.now
        do {
            let response = try await next(request)
            facts.add(response.head)
            let requestID = HTTPField.Name("X-Request-Id").flatMap { response.head.headerFields[$0] }
            let isFine = response.head.status.code < 400 && !request.sendsCredentialsInClear
            write(facts, of: request, since: start, requestID, isFine ? level : failureLevel)
            return response
        } catch {
            facts.add(error)
            write(facts, of: request, since: start, nil, error is CancellationError ? level : failureLevel)
            throw error
        }
    }

    private func write(
        _ facts: RequestFacts,
        of request: OutgoingRequest,
        since start: ContinuousClock.Instant,
        _ requestID: String?,
        _ level: Logger.Level
    ) {
        guard logger.logLevel <= level else { return }
        var metadata: Logger.Metadata = [:]
        for (name, value) in facts.facts { metadata[name] = .string(value.description) }
        metadata["duration"] = .string("\(Double(start.duration(to: .now).nanoseconds) / 1e9)")
        if let requestID { metadata["gitlab.request_id"] = .string(requestID) }
        let warning = request.sendsCredentialsInClear ? " with credentials over http" : ""
        logger.log(level: level, "GitLab request\(warning)", metadata: metadata)
    }
}
extension LoggingMiddleware: ObservingMiddleware {}
#else
/// Logs requests. It is available only where the trait `Logging` of the package gitlab-swift is enabled.
@available(*, unavailable, message: "enable the trait Logging of the package gitlab-swift")
public enum LoggingMiddleware {}
#endif
