// Where the chain takes the time from, so that tests can have a time of their own.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The time as a client sees it: it waits by it between attempts, holds limits by it, and compares dates of the server
/// with it.
///
/// ``SystemClock`` is the real one. In tests a time that is moved on by hand makes retries and limits exact and instant.
public protocol ClientClock: Sendable {
    /// The date and time of day. It may be set back; only what the server says in dates is compared with it.
    var date: Date { get }

    /// The time that has passed since some fixed moment. It never goes back.
    var elapsed: Duration { get }

    /// Waits before the work goes on: between attempts, or for the rate limit.
    ///
    /// - Parameter moment: when ``elapsed`` has come so far; not in the past as a rule.
    /// - Throws: `CancellationError` if the task is cancelled, at once.
    func sleep(until moment: Duration) async throws

    /// Waits beside work that is under way, to break it off if it takes longer. Nothing goes on because this ends: a
    /// time that jumps to the next moment at which something happens must not jump for it.
    ///
    /// By default the same as ``sleep(until:)``.
    ///
    /// - Throws: `CancellationError` if the task is cancelled, at once.
    func watch(until moment: Duration) async throws
}

extension ClientClock {
    /// Waits for so long from now on.
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

/// A time in which ``ClientClock/watch(until:)`` takes as long as it says by the real clock, so that someone else can keep
/// limits by that.
package protocol RealTimeClock: ClientClock {}

/// The real time.
public struct SystemClock: ClientClock, RealTimeClock {
    private let start = ContinuousClock.now

    /// The real time.
    public init() {}

    /// The date and time of day of the system.
    public var date: Date { Date() }

    /// The time since this value was made; it passes while the system sleeps too.
    public var elapsed: Duration { start.duration(to: .now) }

    /// Waits.
    ///
    /// - Throws: `CancellationError` if the task is cancelled.
    public func sleep(until moment: Duration) async throws {
        try await Task.sleep(until: start.advanced(by: moment), clock: .continuous)
    }
}
