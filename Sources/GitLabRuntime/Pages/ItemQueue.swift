// Items between the task that receives a page and the one that uses them.

/// Items that one task hands on, and another one takes in the same order. Copies are the same.
///
/// It has no limit of its own: a page has one.
struct ItemQueue<Item: Sendable>: Sendable {
    private struct State {
        var items: [Item] = []
        var ending: Result<Void, any Error>?
        // Unsafe, because the state ensures that it is resumed once.
        var waiting: UnsafeContinuation<Void, Never>?
    }

    private let state = Locked(State())

    /// Adds items.
    func push(_ items: [Item]) {
        change { state in
            if state.items.isEmpty { state.items = items } else { state.items += items }
        }
    }

    /// Adds the last items, and ends the queue.
    func end(_ result: Result<[Item], any Error>) {
        change { state in
            if case .success(let items) = result { state.items += items }
            state.ending = result.map { _ in }
        }
    }

    private func change(_ change: (inout State) -> Void) {
        let waiting = state.withLock { state in
            change(&state)
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume()
    }

    /// Returns all items that wait, once there are any; nil at the end. One task at a time may wait.
    ///
    /// - Throws: the error that the queue has ended with, behind its items.
    func next() async throws -> [Item]? {
        while true {
            let (items, ending) = take()
            if !items.isEmpty { return items }
            if let ending {
                try ending.get()
                return nil
            }
            await withUnsafeContinuation { continuation in
                let isReady = state.withLock { state in
                    let isReady = !state.items.isEmpty || state.ending != nil
                    if !isReady { state.waiting = continuation }
                    return isReady
                }
                if isReady { continuation.resume() }
            }
        }
    }

    private func take() -> ([Item], Result<Void, any Error>?) {
        state.withLock { state in
            defer {
                // An error is thrown once.
                if state.items.isEmpty, state.ending != nil { state.ending = .success(()) }
                state.items = []
            }
            return (state.items, state.ending)
        }
    }
}
