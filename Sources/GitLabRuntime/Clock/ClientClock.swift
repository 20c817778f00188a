// The clock of the client, so that tests can have one of their own.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The clock of a client, for waits between attempts, for timeouts, and for comparing with dates of the server.
///
/// ``SystemClock`` is the real one. In tests a clock that is advanced by hand makes retries and limits exact and
/// instant.
public protocol ClientClock: Sendable {
    /// The date and time of day. It may be set back; it is only compared with dates of the server.
    var date: Date { get }

    /// The time that has passed since some fixed moment. It never goes back.
    var elapsed: Duration { get }

    /// Waits before work continues: between attempts, or for the rate limit.
    ///
    /// - Parameter moment: the value of ``elapsed`` to wait for; usually not in the past.
    /// - Throws: `CancellationError` if the task is cancelled, at once.
    func sleep(until moment: Duration) async throws

    /// Waits beside work that is under way, to cancel it if it takes longer. No work continues because this ends: a
    /// clock that jumps to the next event must not jump for it.
    ///
    /// By default the same as ``sleep(until:)``.
    ///
    /// - Throws: `CancellationError` if the task is cancelled, at once.
    func watch(until moment: Duration) async throws
}

extension ClientClock {
    /// Waits for a duration.
    ///
    /// - Throws: `CancellationError` if the task is cancelled, at once.
    public func sleep(for duration: Duration) async throws {
        try await sleep(until: elapsed + duration)
    }

    /// Waits as ``sleep(until:)`` does.
    public func watch(until moment: Duration) async throws {
        try await sleep(until: moment)
    }
}

/// A clock whose ``ClientClock/watch(until:)`` takes real time, so that others can keep its timeouts.
package protocol RealTimeClock: ClientClock {}

/// The real clock.
public struct SystemClock: ClientClock, RealTimeClock {
    private let start = ContinuousClock.now

    /// Creates the real clock.
    public init() {}

    /// The date and time of day of the system.
    public var date: Date { Date() }

    /// The time since this value was created; it passes while the system sleeps too.
    public var elapsed: Duration { start.duration(to: .now) }

    /// Waits.
    ///
    /// - Throws: `CancellationError` if the task is cancelled.
    public func sleep(until moment: Duration) async throws {
        try await Task.sleep(until: start.advanced(by: moment), clock: .continuous)
    }
}
