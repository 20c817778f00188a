// How often a state is requested while it is awaited.

/// How often a state is requested while it is awaited, and for how long.
///
/// Each request is a call like any other: it is held back by the rate limit, and retried as the client's
/// ``GitLabClient/Configuration/retries`` say.
public struct Polling: Sendable, Hashable {
    /// The pause before the second request. Each further pause is half as long again. Default: 2 seconds.
    public var interval: Duration

    /// The longest pause. Default: 30 seconds.
    public var maximumInterval: Duration

    /// The whole wait. A wait that takes longer throws a ``GitLabError`` of kind ``GitLabError/Kind/timeout`` that names
    /// the last state. nil: no limit. Default: 1 hour.
    public var timeout: Duration?

    /// Creates the settings. Omitted parameters have their defaults.
    ///
    /// - Parameters:
    ///   - interval: the pause before the second request, at least 0.1 seconds.
    ///   - maximumInterval: the longest pause.
    ///   - timeout: the whole wait; nil: no limit.
    public init(
        interval: Duration = .seconds(2),
        maximumInterval: Duration = .seconds(30),
        timeout: Duration? = .seconds(3_600)
    ) {
        self.interval = interval
        self.maximumInterval = maximumInterval
        self.timeout = timeout
    }
}

/// The pauses of one wait.
struct Pauses {
    private let polling: Polling
    private let clock: any ClientClock
    private let start: Duration
    private var next: Duration

    /// Without it, an interval of 0 would send requests without end.
    private static let shortest = Duration.milliseconds(100)

    init(_ polling: Polling, _ clock: any ClientClock) {
        self.polling = polling
        self.clock = clock
        start = clock.elapsed
        next = max(polling.interval, Self.shortest)
    }

    /// Starts with the shortest pause again, because something has happened.
    mutating func restart() { next = max(polling.interval, Self.shortest) }

    /// Waits.
    ///
    /// - Parameter state: the last state, for the error.
    /// - Throws: ``GitLabError`` of kind ``GitLabError/Kind/timeout`` if the wait would take longer than it may;
    ///   `CancellationError` if the task is cancelled.
    mutating func pause(in state: String) async throws {
        let now = clock.elapsed
        var end = now + next
        if let timeout = polling.timeout {
            guard now < start + timeout else {
                throw GitLabError(
                    kind: .timeout,
                    message:
                        "the wait took longer than \(timeout.inSeconds) (polling.timeout), and the state is still \(state)"
                )
            }
            end = min(end, start + timeout)
        }
        next = min(next + next / 2, max(polling.maximumInterval, Self.shortest))
        try await clock.sleep(until: end)
    }
}
