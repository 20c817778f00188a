// The error for a timeout.

/// A limit of ``Timeouts`` that has passed: the ``GitLabError/underlying`` error of kind ``GitLabError/Kind/timeout``.
public struct TimeoutError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The limits of ``Timeouts``.
    public enum Limit: Sendable, Hashable, CaseIterable {
        /// ``Timeouts/response``.
        case response
        /// ``Timeouts/idle``.
        case idle
        /// ``Timeouts/call``.
        case call
        /// ``Timeouts/download``.
        case download
    }

    /// The limit that passed.
    public let limit: Limit

    /// The length of the limit.
    public let duration: Duration

    /// The part that took too long, and its limit.
    public var description: String {
        switch limit {
        case .response: "no response came within \(duration.inSeconds) (timeouts.response)"
        case .idle: "the response stalled for \(duration.inSeconds) (timeouts.idle)"
        case .call: "the call took longer than \(duration.inSeconds) (timeouts.call)"
        case .download: "the download took longer than \(duration.inSeconds) (timeouts.download)"
        }
    }
}
