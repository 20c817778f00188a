// The limits of time of one request, and running it within them.

/// What one request has to keep to: the limits of its parts, and the moment at which its whole call has to be over.
struct TimeLimits: Sendable {
    let timeouts: Timeouts
    /// In ``ClientClock/elapsed``.
    let callEnd: Duration?
    let deadlines: Deadlines

    /// The limits that hold for a body that is read after its call is over.
    var afterTheCall: TimeLimits {
        TimeLimits(timeouts: timeouts, callEnd: nil, deadlines: deadlines)
    }

    /// Runs work that is broken off when it takes too long. The work says with ``Watch/begin(_:)`` which part it is at,
    /// and that it goes on.
    ///
    /// The work runs in a task of its own, which is cancelled. Nobody waits for it to see that: work that does not heed
    /// it cannot hold the caller.
    ///
    /// - Throws: ``TimeoutError``; `CancellationError` if the task is cancelled; what the work throws.
    func run<Value: Sendable>(
        beginning part: Part,
        _ work: @escaping @Sendable (Watch) async throws -> Value
    ) async throws -> Value {
        try Task.checkCancellation()
        let outcome = OneShot<Value>()
        let watch = Watch(limits: self, part) { outcome.settle(.failure($0)) }
        let task = Self.started {
            do {
                outcome.settle(.success(try await work(watch)))
            } catch {
                outcome.settle(.failure(error))
            }
        }
        defer { watch.end() }
        // What had to wait for nothing has kept all limits.
        if let result = outcome.result { return try result.get() }
        watch.arm()
        defer { task.cancel() }
        return try await withTaskCancellationHandler {
            try await outcome.value
        } onCancel: {
            outcome.settle(.failure(CancellationError()))
        }
    }

    /// Asks a transport for a response that keeps the limit of it itself, in the present task.
    ///
    /// - Parameter send: is given how long it may take; nil: as long as it takes.
    /// - Throws: ``TimeoutError``; what the transport throws.
    func keptByTransport(
        _ send: (Duration?) async throws -> TransportResponse
    ) async throws -> TransportResponse {
        try Task.checkCancellation()
        let now = deadlines.clock.elapsed
        let due = due(.response, begun: now)
        do {
            return try await send(due.map { $0.moment - now })
        } catch let error as ResponseOverdue {
            throw due?.limit ?? error
        }
    }

    /// A task that runs on this thread up to where it waits for the first time, where the system knows how: another
    /// thread would have to be woken for each request.
    private static func started(_ work: @escaping @Sendable () async -> Void) -> Task<Void, Never> {
        #if compiler(>=6.2)
        if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) { return .immediate(operation: work) }
        #endif
        return Task(operation: work)
    }

    /// The parts of a request that have a limit of their own.
    enum Part: Sendable {
        case response
        case body
    }

    /// When a part has to be over, and which limit that is; nil if there is none.
    fileprivate func due(_ part: Part, begun: Duration) -> (moment: Duration, limit: TimeoutError)? {
        let (limit, duration): (TimeoutError.Limit, Duration?) =
            switch part {
            case .response: (.response, timeouts.response)
            case .body: (.idle, timeouts.idle)
            }
        let moment = duration.map { begun + $0 }
        if let callEnd, let call = timeouts.call, moment.map({ callEnd <= $0 }) ?? true {
            return (callEnd, TimeoutError(limit: .call, duration: call))
        }
        guard let moment, let duration else { return nil }
        return (moment, TimeoutError(limit: limit, duration: duration))
    }

    /// Keeps the deadline of a request. Copies are the same.
    struct Watch: Sendable {
        private struct State {
            let limits: TimeLimits
            var deadline: Deadlines.ID?
            var part: Part
            /// When it began, or went on last.
            var begun: Duration
            var limit: TimeoutError?
            /// Whether the limits count: somebody waits.
            var isArmed = false
            /// nil once the request has ended: a transport may know of the watch for as long as it has connections, and
            /// must not hold the response by it.
            var expire: (@Sendable (TimeoutError) -> Void)?
        }

        private let state: Locked<State>

        fileprivate init(limits: TimeLimits, _ part: Part, expire: @escaping @Sendable (TimeoutError) -> Void) {
            state = Locked(
                State(limits: limits, part: part, begun: limits.deadlines.clock.elapsed, expire: expire))
        }

        /// A part begins, or goes on: its time runs from now.
        func begin(_ part: Part) {
            state.withLock { state in
                state.part = part
                state.begun = state.limits.deadlines.clock.elapsed
                if state.isArmed { keepTime(&state) }
            }
        }

        /// What has begun is held to its limit from now on, for all the time that it has taken.
        fileprivate func arm() {
            state.withLock { state in
                state.isArmed = true
                keepTime(&state)
            }
        }

        private func keepTime(_ state: inout State) {
            guard state.expire != nil else { return }
            let deadlines = state.limits.deadlines
            let due = state.limits.due(state.part, begun: state.begun)
            state.limit = due?.limit
            switch (state.deadline, due?.moment) {
            case (let deadline?, let moment?):
                deadlines.move(deadline, to: moment)
            case (nil, let moment?):
                state.deadline = deadlines.arm(moment) { hasPassed() }
            case (let deadline?, nil):
                deadlines.disarm(deadline)
                state.deadline = nil
            case (nil, nil):
                break
            }
        }

        /// Asks a transport for a response: what it tells of its activity counts.
        func observing(_ work: () async throws -> TransportResponse) async throws -> TransportResponse {
            try await TransportActivity.$current.withValue(TransportActivity { recordProgress() }) {
                try await work()
            }
        }

        /// The present part goes on: its time runs from now.
        func recordProgress() {
            begin(state.withLock { $0.part })
        }

        private func hasPassed() {
            let (limit, expire) = state.withLock { state in
                state.deadline = nil
                return (state.limit, state.expire)
            }
            if let limit { expire?(limit) }
        }

        fileprivate func end() {
            state.withLock { state in
                state.expire = nil
                if let deadline = state.deadline { state.limits.deadlines.disarm(deadline) }
                state.deadline = nil
            }
        }
    }
}
