// A result that is set once, by the first of: the work, a deadline, or the cancellation of the task.

/// A result that one task waits for and that any number of others may offer: the first one counts.
///
/// Copies are the same. The result is handed over behind a lock, and the continuation only wakes. A continuation that is
/// resumed before it is waited for hands its value over in a way that the thread sanitizer does not see, and takes for a
/// race.
struct OneShot<Value: Sendable>: Sendable {
    private let state = Locked(Outcome<Value>())

    /// Offers a result. False if there is one already.
    @discardableResult
    func settle(_ result: Result<Value, any Error>) -> Bool {
        let (isFirst, waiting) = state.withLock { $0.settle(result) }
        waiting?.resume()
        return isFirst
    }

    /// The result, as soon as there is one. To be called once.
    var value: Value {
        get async throws {
            if let result { return try result.get() }
            await withUnsafeContinuation { continuation in
                if state.withLock({ !$0.wait(continuation) }) { continuation.resume() }
            }
            guard let result else { throw CancellationError() }
            return try result.get()
        }
    }

    /// The result, if there is one already.
    var result: Result<Value, any Error>? { state.withLock { $0.result } }
}

/// A result that is set once, and the task that waits for it. Guarded by a lock.
struct Outcome<Value: Sendable> {
    private(set) var result: Result<Value, any Error>?
    private var isCleared = false
    // Unsafe, because it is resumed once for certain; checking that again costs memory each time.
    private var waiting: UnsafeContinuation<Void, Never>?

    /// Sets the result, unless there is one. Returns whether it did, and the task to resume.
    mutating func settle(_ result: Result<Value, any Error>) -> (Bool, UnsafeContinuation<Void, Never>?) {
        guard self.result == nil, !isCleared else { return (false, nil) }
        self.result = result
        defer { waiting = nil }
        return (true, waiting)
    }

    /// Keeps a task that waits. Returns false if it does not have to.
    mutating func wait(_ continuation: UnsafeContinuation<Void, Never>) -> Bool {
        guard result == nil, !isCleared else { return false }
        waiting = continuation
        return true
    }

    /// Releases the result. No other one may be set.
    mutating func clear() {
        result = nil
        isCleared = true
    }
}
