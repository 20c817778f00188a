// The timeouts of one request, and running it within them.

/// The timeouts of one request: those of its parts, and the deadline of its whole call.
struct TimeLimits: Sendable {
    let timeouts: Timeouts
    /// In ``ClientClock/elapsed``; nil if there is none.
    let end: Duration?
    /// The limit that passes then.
    let endLimit: TimeoutError
    let deadlines: Deadlines

    /// The limits of a call that begins.
    init(callBegun begin: Duration, _ timeouts: Timeouts, _ deadlines: Deadlines) {
        self.timeouts = timeouts
        self.deadlines = deadlines
        end = timeouts.call.map { begin + $0 }
        endLimit = TimeoutError(limit: .call, duration: timeouts.call ?? .zero)
    }

    /// The limits of a download that begins.
    init(downloadBegun begin: Duration, _ timeouts: Timeouts, _ deadlines: Deadlines) {
        self.timeouts = timeouts
        self.deadlines = deadlines
        end = timeouts.download.map { begin + $0 }
        endLimit = TimeoutError(limit: .download, duration: timeouts.download ?? .zero)
    }

    /// The limits for the content of a download whose call has ended; nil if there are none.
    var ofContent: TimeLimits? {
        guard timeouts.idle != nil || timeouts.download != nil else { return nil }
        return TimeLimits(downloadBegun: deadlines.clock.elapsed, timeouts, deadlines)
    }

    /// Runs work that is cancelled when it takes too long. The work reports with ``Watch/begin(_:)`` which part begins
    /// or continues.
    ///
    /// The work runs in a task of its own, which is cancelled. The caller does not wait for the cancelled task: work
    /// that ignores cancellation cannot delay it.
    ///
    /// ```swift
    /// try await limits.run(beginning: .body) { watch in
    ///     TimeLimits.started { await watch.settle { try await work(watch) } }
    /// }
    /// ```
    ///
    /// - Parameter start: starts the task. The task is made where the work is written down, because each closure that
    ///   is passed on takes memory for each request.
    /// - Throws: ``TimeoutError``; `CancellationError` if the task is cancelled; what the work throws.
    func run(
        beginning part: Part, _ start: (Watch) -> Task<Void, any Error>
    ) async throws -> Part.Content {
        try Task.checkCancellation()
        let watch = Watch(limits: self, part)
        let task = start(watch)
        defer { watch.end() }
        // Work that waited for nothing has kept all limits.
        if let result = watch.result { return try result.get() }
        watch.arm()
        defer { task.cancel() }
        return try await withTaskCancellationHandler {
            try await watch.value
        } onCancel: {
            watch.settle(.failure(CancellationError()))
        }
    }

    /// Sends with a transport that keeps the timeout itself, in the present task.
    ///
    /// - Parameter send: receives the timeout; nil: none.
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

    /// Starts a task that runs on this thread until it first waits, where the system supports it: otherwise a thread
    /// would have to be woken for each request.
    ///
    /// Generic and inlined, so that the closure is made in the form that a task takes: two allocations less for each.
    @inline(__always)
    static func started<Result: Sendable>(
        _ work: sending @escaping @isolated(any) () async throws -> Result
    ) -> Task<Result, any Error> {
        #if compiler(>=6.2)
        if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) { return .immediate(operation: work) }
        #endif
        return Task(operation: work)
    }

    /// The parts of a request that have a limit of their own.
    enum Part: Sendable {
        case response
        case body

        /// What is received. Not a generic type, which would take more memory for each request.
        enum Content: Sendable {
            case response(TransportResponse)
            /// nil at the end of the body.
            case chunk([UInt8]?)

            var response: TransportResponse {
                get throws {
                    guard case .response(let response) = self else { throw CancellationError() }
                    return response
                }
            }

            var chunk: [UInt8]? {
                get throws {
                    guard case .chunk(let chunk) = self else { throw CancellationError() }
                    return chunk
                }
            }
        }
    }

    /// Returns the deadline of a part, and its limit; nil if there is none.
    fileprivate func due(_ part: Part, begun: Duration) -> (moment: Duration, limit: TimeoutError)? {
        let (limit, duration): (TimeoutError.Limit, Duration?) =
            switch part {
            case .response: (.response, timeouts.response)
            case .body: (.idle, timeouts.idle)
            }
        let moment = duration.map { begun + $0 }
        if let end, moment.map({ end <= $0 }) ?? true { return (end, endLimit) }
        guard let moment, let duration else { return nil }
        return (moment, TimeoutError(limit: limit, duration: duration))
    }

    /// Keeps the deadline of a request, and its outcome, in one piece of memory. Copies are the same.
    struct Watch: Sendable {
        private struct State {
            let limits: TimeLimits
            var deadline: Deadlines.ID?
            var part: Part
            /// When it began, or went on last.
            var begun: Duration
            var limit: TimeoutError?
            /// Whether the limits count, because somebody waits.
            var isArmed = false
            /// Whether nobody waits any longer.
            var hasEnded = false
            var outcome = Outcome<Part.Content>()
        }

        private let state: Locked<State>

        fileprivate init(limits: TimeLimits, _ part: Part) {
            state = Locked(State(limits: limits, part: part, begun: limits.deadlines.clock.elapsed))
        }

        /// Does the work, whose end is the outcome unless there is one already.
        func settle(_ work: () async throws -> Part.Content) async {
            do {
                settle(.success(try await work()))
            } catch {
                settle(.failure(error))
            }
        }

        fileprivate var result: Result<Part.Content, any Error>? { state.withLock { $0.outcome.result } }

        fileprivate func settle(_ result: Result<Part.Content, any Error>) {
            state.withLock { $0.outcome.settle(result).1 }?.resume()
        }

        /// The outcome, as soon as there is one.
        fileprivate var value: Part.Content {
            get async throws {
                await withUnsafeContinuation { continuation in
                    if state.withLock({ !$0.outcome.wait(continuation) }) { continuation.resume() }
                }
                guard let result else { throw CancellationError() }
                return try result.get()
            }
        }

        /// Begins or continues a part: its time runs from now.
        func begin(_ part: Part) {
            state.withLock { state in
                state.part = part
                state.begun = state.limits.deadlines.clock.elapsed
                if state.isArmed { keepTime(&state) }
            }
        }

        /// Applies the limit to the part under way, from its beginning.
        fileprivate func arm() {
            state.withLock { state in
                state.isArmed = true
                keepTime(&state)
            }
        }

        private func keepTime(_ state: inout State) {
            guard !state.hasEnded else { return }
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

        /// Sends with a transport, whose reported activity counts as progress.
        func observing(
            upTo limit: Int = .max, _ work: () async throws -> TransportResponse
        ) async throws -> TransportResponse {
            let activity = TransportActivity(longestResponse: limit) { recordProgress() }
            return try await TransportActivity.$current.withValue(activity) {
                try await work()
            }
        }

        /// Continues the present part: its time runs from now.
        func recordProgress() {
            begin(state.withLock { $0.part })
        }

        private func hasPassed() {
            let limit = state.withLock { state in
                state.deadline = nil
                return state.limit
            }
            if let limit { settle(.failure(limit)) }
        }

        fileprivate func end() {
            state.withLock { state in
                state.hasEnded = true
                // A transport may keep the watch as long as its connections, and must not retain the response by it.
                state.outcome.clear()
                if let deadline = state.deadline { state.limits.deadlines.disarm(deadline) }
                state.deadline = nil
            }
        }
    }
}
