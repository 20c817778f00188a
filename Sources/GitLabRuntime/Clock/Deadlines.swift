// Timeouts of requests. One waiting task serves all requests, so that a timeout costs a request next to nothing.

/// The moments at which work is cancelled.
///
/// A sleeping task for each request would cost more than many requests do, and its timer would stay behind until its
/// time even if it were cancelled. So there is one, which sleeps until the earliest moment; a moment that is postponed,
/// as for each piece of a body, is only noticed once the task wakes.
final class Deadlines: Sendable {
    typealias ID = UInt64

    private struct Deadline {
        var due: Duration
        let fire: @Sendable () -> Void
    }

    private struct State {
        var armed: [ID: Deadline] = [:]
        var lastID: ID = 0
        /// The task that watches, and until when it sleeps.
        var watch: (task: Task<Void, Never>, until: Duration)?
    }

    let clock: any ClientClock
    /// Whether others can keep timeouts of this clock in real time.
    let areReal: Bool
    private let state = Locked(State())

    /// The deadlines of the real clock, for all clients.
    static let real = Deadlines(SystemClock())

    init(_ clock: any ClientClock) {
        self.clock = clock
        areReal = clock is any RealTimeClock
    }

    /// Calls a closure once at a moment of ``ClientClock/elapsed``, unless it is disarmed before.
    func arm(_ due: Duration, fire: @escaping @Sendable () -> Void) -> ID {
        state.withLock { state in
            state.lastID += 1
            state.armed[state.lastID] = Deadline(due: due, fire: fire)
            watch(until: due, &state)
            return state.lastID
        }
    }

    /// Changes the moment. Nothing happens if it has come already.
    func move(_ id: ID, to due: Duration) {
        state.withLock { state in
            guard state.armed[id] != nil else { return }
            state.armed[id]?.due = due
            watch(until: due, &state)
        }
    }

    func disarm(_ id: ID) {
        state.withLock { state in _ = state.armed.removeValue(forKey: id) }
    }

    /// How many are armed.
    var count: Int { state.withLock { $0.armed.count } }

    private func watch(until due: Duration, _ state: inout State) {
        if let watch = state.watch {
            guard due < watch.until else { return }
            watch.task.cancel()
        }
        // Not a child of the request that happens to be the first.
        let task = Task.detached { [weak self, clock] in
            do { try await clock.watch(until: due) } catch { return }
            self?.fireDue()
        }
        state.watch = (task, due)
    }

    private func fireDue() {
        let due: [Deadline] = state.withLock { state in
            state.watch = nil
            let now = clock.elapsed
            let due = state.armed.filter { $0.value.due <= now }
            for id in due.keys { state.armed[id] = nil }
            if let next = state.armed.values.map(\.due).min() { watch(until: next, &state) }
            return due.sorted { $0.value.due < $1.value.due }.map(\.value)
        }
        for deadline in due { deadline.fire() }
    }
}
