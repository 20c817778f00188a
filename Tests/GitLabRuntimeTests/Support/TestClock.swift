// A clock that only advances when a test advances it, or when the client sleeps.

import Foundation
import GitLabRuntime

/// Without real waiting: a sleep advances the clock to its end at once (`jumps`), or waits until the test does so.
final class TestClock: ClientClock, @unchecked Sendable {
    private struct Waiter {
        let due: Duration
        let continuation: CheckedContinuation<Void, any Error>
    }

    static let start = Date(timeIntervalSince1970: 1_700_000_000)

    private let jumps: Bool
    private let lock = NSLock()
    private var now = Duration.zero
    private var slept: [Duration] = []
    private var waiters: [UUID: Waiter] = [:]
    private var sleeping = 0

    init(jumps: Bool = true) { self.jumps = jumps }

    var elapsed: Duration { lock.withLock { now } }
    var date: Date { Self.start.addingTimeInterval(elapsed / .seconds(1)) }

    /// The duration of each sleep, in the order of their beginnings.
    var sleeps: [Duration] { lock.withLock { slept } }

    /// How many sleep now.
    var sleepers: Int { lock.withLock { sleeping } }

    func sleep(until moment: Duration) async throws {
        try Task.checkCancellation()
        lock.withLock {
            slept.append(moment - now)
            sleeping += 1
        }
        defer { lock.withLock { sleeping -= 1 } }
        if jumps { return advance(to: moment) }
        try await wait(until: moment)
    }

    func watch(until moment: Duration) async throws { try await wait(until: moment) }

    func advance(by duration: Duration) { advance(to: elapsed + duration) }

    func advance(to moment: Duration) {
        let due = lock.withLock {
            now = max(now, moment)
            let due = waiters.filter { $0.value.due <= now }
            for id in due.keys { waiters[id] = nil }
            return due.values.sorted { $0.due < $1.due }
        }
        for waiter in due { waiter.continuation.resume() }
    }

    private func wait(until moment: Duration) async throws {
        let id = UUID()
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let settled: Result<Void, any Error>? = lock.withLock {
                    if Task.isCancelled { return .failure(CancellationError()) }
                    if moment <= now { return .success(()) }
                    waiters[id] = Waiter(due: moment, continuation: continuation)
                    return nil
                }
                if let settled { continuation.resume(with: settled) }
            }
        } onCancel: {
            let waiter = lock.withLock { waiters.removeValue(forKey: id) }
            waiter?.continuation.resume(throwing: CancellationError())
        }
    }
}

/// Waits in real time until a condition is true; false if it is not within ten seconds.
func eventually(_ condition: () -> Bool) async throws -> Bool {
    for _ in 0..<10_000 {
        if condition() { return true }
        try await Task.sleep(for: .milliseconds(1))
    }
    return condition()
}
