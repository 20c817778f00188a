// A result that comes once, from whoever is first: the work, a deadline, or the cancelling of the task.

/// A result that one task waits for and that any number of others may offer: the first one counts.
final class OneShot<Value: Sendable>: Sendable {
    private enum State {
        case open
        case awaited(UnsafeContinuation<Value, any Error>)
        case settled(Result<Value, any Error>)
    }

    private let state = Locked(State.open)

    /// Offers a result. False if there is one already.
    @discardableResult
    func settle(_ result: Result<Value, any Error>) -> Bool {
        var waiting: UnsafeContinuation<Value, any Error>?
        let isFirst = state.withLock { state in
            switch state {
            case .open: break
            case .awaited(let continuation): waiting = continuation
            case .settled: return false
            }
            state = .settled(result)
            return true
        }
        waiting?.resume(with: result)
        return isFirst
    }

    /// The result, as soon as there is one. To be called once.
    var value: Value {
        get async throws {
            // The state sees to it that it is resumed once; to have that checked again costs each request memory.
            try await withUnsafeThrowingContinuation { continuation in
                let result: Result<Value, any Error>? = state.withLock { state in
                    if case .settled(let result) = state { return result }
                    state = .awaited(continuation)
                    return nil
                }
                if let result { continuation.resume(with: result) }
            }
        }
    }
}
