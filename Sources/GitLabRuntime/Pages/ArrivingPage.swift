// A page whose items are used while the rest of it arrives.

/// A page that a task of its own receives. It is cancelled when it is not needed.
final class ArrivingPage<Request: OffsetPagedRequest>: Sendable {
    private struct State {
        var isUsed = false
        /// Whether the page has arrived, and there is another one behind it.
        var leadsOn = false
        /// The page behind this one, if it is fetched ahead.
        var following: ArrivingPage?
    }

    private let walk: PageWalk<Request>
    private let queue = ItemQueue<Request.Item>()
    private let state: Locked<State>
    private let task: Task<Void, any Error>

    /// Fetches the next page of a walk, which nothing else may use until the page has ended.
    ///
    /// - Parameter prefetches: whether the page behind it is fetched too, once this one has arrived and is being used.
    init(_ walk: PageWalk<Request>, prefetches: Bool) {
        self.walk = walk
        let state = Locked(State())
        self.state = state
        task = TimeLimits.started { [queue] in
            do {
                let page = try await walk.next(handingOnTo: queue)
                let leadsOn = prefetches && !walk.hasEnded
                if leadsOn { Self.lead(on: walk, state) { $0.leadsOn = true } }
                queue.end(.success(page?.items ?? []))
            } catch {
                queue.end(.failure(error))
            }
        }
    }

    deinit { task.cancel() }

    /// Returns items that have arrived, as soon as there are any; nil at the end of the page.
    func next() async throws -> [Request.Item]? {
        Self.lead(on: walk, state) { $0.isUsed = true }
        return try await withTaskCancellationHandler {
            try await queue.next()
        } onCancel: {
            task.cancel()
        }
    }

    /// Returns the page behind this one, if it is fetched ahead.
    func following() -> ArrivingPage? { state.withLock { $0.following } }

    private static func lead(on walk: PageWalk<Request>, _ state: Locked<State>, _ change: (inout State) -> Void) {
        state.withLock { state in
            change(&state)
            guard state.isUsed, state.leadsOn, state.following == nil, !Task.isCancelled else { return }
            state.following = ArrivingPage(walk, prefetches: true)
        }
    }
}
