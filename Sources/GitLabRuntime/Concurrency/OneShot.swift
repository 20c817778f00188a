// A result that is set once, by the first of: the work, a deadline, or the cancellation of the task.

/// A result that one task waits for and that any number of others may offer: the first one counts.
///
/// Copies are the same. The result is handed over behind a lock, and the continuation only wakes. A continuation that is
/// resumed before it is waited for hands its value over in a way that the thread sanitizer does not see, and takes for a
/// race.
struct OneShot<Value: Sendable>: Sendable {
    private struct State {
        var result: Result<Value, any Error>?
        // Unsafe, because the state ensures that it is resumed once; checking that again costs memory each time.
        var waiting: UnsafeContinuation<Void, Never>?
    }

    private let state = Locked(State())

    /// Offers a result. False if there is one already.
    @discardableResult
    func settle(_ result: Result<Value, any Error>) -> Bool {
        let (isFirst, waiting) = state.withLock { state in
            guard state.result == nil else { return (false, nil as UnsafeContinuation<Void, Never>?) }
            state.result = result
            defer { state.waiting = nil }
            return (true, state.waiting)
        }
        waiting?.resume()
        return isFirst
    }

    /// The result, as soon as there is one. To be called once.
    var value: Value {
        get async throws {
            if let result { return try result.get() }
            await withUnsafeContinuation { continuation in
                let isSettled = state.withLock { state in
                    if state.result == nil { state.waiting = continuation }
                    return state.result != nil
                }
                if isSettled { continuation.resume() }
            }
            guard let result else { throw CancellationError() }
            return try result.get()
        }
    }

    /// The result, if there is one already.
    var result: Result<Value, any Error>? { state.withLock { $0.result } }
}
