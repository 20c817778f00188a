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
    }

    /// The limit that passed.
    public let limit: Limit

    /// The length of the limit.
    public let duration: Duration

    /// The part that took too long, and its limit.
    public var description: String {
        switch limit {
        case .response: "no response came within \(duration.inSeconds) (timeouts.response)"
        case .idle: "the response stopped coming for \(duration.inSeconds) (timeouts.idle)"
        case .call: "the call took longer than \(duration.inSeconds) (timeouts.call)"
        }
    }
}

extension Duration {
    /// `60 s`, `0.25 s`: whole milliseconds, rounded down.
    var inSeconds: String {
        let (seconds, attoseconds) = components
        let milliseconds = attoseconds / 1_000_000_000_000_000
        if milliseconds == 0 { return "\(seconds) s" }
        return "\(Double(seconds) + Double(milliseconds) / 1_000) s"
    }
}
