// A clock that advances only when somebody waits for it, so that tests of waiting are instant and exact.

import Foundation
import GitLab

/// A clock for a client under test: an hour's wait takes a millisecond, and is an hour on this clock.
///
/// It stands still while anybody works, and jumps to the next moment that somebody sleeps for: a retry, a rate limit,
/// or a response of ``ScriptedGitLab`` that is delayed. Timeouts of calls apply: a response that is delayed by more
/// than the timeout is cancelled. A timeout alone does not advance the clock.
public final class TestClock: ClientClock, @unchecked Sendable {
    private struct Waiter {
        let due: Duration
        /// The order of waiters that are due at the same time.
        let number: Int
        let isSleep: Bool
        let continuation: CheckedContinuation<Void, any Error>
    }

    /// The date at which the clock begins: 2026-01-01 00:00:00 UTC.
    public static let beginning = Date(timeIntervalSince1970: 1_767_225_600)

    /// How long others may work, in real time, before the clock jumps.
    private static let pollInterval: Duration = .milliseconds(1)

    // Guards all that follows.
    private let lock = NSLock()
    private var now = Duration.zero
    private var waiters: [Int: Waiter] = [:]
    private var lastNumber = 0
    private var begun: [Duration] = []
    private var isMoving = false
    /// The waiters that have been woken and do not run yet.
    private var waking: Set<Int> = []

    /// Creates a clock at its beginning.
    public init() {}

    /// The time that has passed.
    public var elapsed: Duration { lock.withLock { now } }

    /// The ``beginning`` and the time that has passed since.
    public var date: Date { Self.beginning.addingTimeInterval(elapsed / .seconds(1)) }

    /// The duration of each sleep, in the order in which they began.
    public var sleeps: [Duration] { lock.withLock { begun } }

    /// Sleeps until a moment, without taking any real time.
    public func sleep(until moment: Duration) async throws {
        lock.withLock { begun.append(moment - now) }
        try await wait(until: moment, isSleep: true)
    }

    /// Sleeps for a while, without taking any real time.
    public func sleep(for duration: Duration) async throws {
        try await sleep(until: elapsed + duration)
    }

    /// Waits until the clock has passed a moment because somebody slept.
    public func watch(until moment: Duration) async throws {
        try await wait(until: moment, isSleep: false)
    }

    /// Waits until this much time has passed because somebody slept.
    public func watch(for duration: Duration) async throws {
        try await watch(until: elapsed + duration)
    }

    /// Advances the clock by hand.
    public func advance(by duration: Duration) {
        let target = elapsed + duration
        while step(upTo: target, evenWithoutSleep: true) {}
        lock.withLock { now = max(now, target) }
    }

    private func wait(until moment: Duration, isSleep: Bool) async throws {
        let number = lock.withLock {
            lastNumber += 1
            return lastNumber
        }
        defer { lock.withLock { _ = waking.remove(number) } }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let settled: Result<Void, any Error>? = lock.withLock {
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if moment <= now { return .success(()) }
                    waiters[number] = Waiter(due: moment, number: number, isSleep: isSleep, continuation: continuation)
                    return nil
                }
                if let settled { continuation.resume(with: settled) } else if isSleep { move() }
            }
        } onCancel: {
            lock.withLock { waiters.removeValue(forKey: number) }?.continuation.resume(throwing: CancellationError())
        }
    }

    /// Advances the clock, step by step, as long as anybody sleeps.
    private func move() {
        let isFirst = lock.withLock {
            defer { isMoving = true }
            return !isMoving
        }
        guard isFirst else { return }
        Task.detached { [self] in
            repeat {
                repeat { try? await Task.sleep(for: Self.pollInterval) } while lock.withLock { !waking.isEmpty }
                // Tasks that run at present may sleep next.
                try? await Task.sleep(for: Self.pollInterval)
            } while step(upTo: nil, evenWithoutSleep: false)
            // Somebody may have gone to sleep since the last step.
            let recordProgress = lock.withLock {
                isMoving = false
                return waiters.values.contains(where: \.isSleep)
            }
            if recordProgress { move() }
        }
    }

    /// Wakes the one that is due first; false if there is none.
    private func step(upTo limit: Duration?, evenWithoutSleep: Bool) -> Bool {
        let next = lock.withLock { () -> Waiter? in
            guard evenWithoutSleep || waiters.values.contains(where: \.isSleep) else { return nil }
            let first = waiters.values.min { ($0.due, $0.number) < ($1.due, $1.number) }
            guard let first, limit.map({ first.due <= $0 }) ?? true else { return nil }
            waiters[first.number] = nil
            waking.insert(first.number)
            now = max(now, first.due)
            return first
        }
        next?.continuation.resume()
        return next != nil
    }
}
