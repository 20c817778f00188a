// The states of something that takes time, until it has ended.

/// The states of something that takes time, such as a pipeline, each that differs from the one before; the last one is
/// that in which it has ended.
///
/// ```swift
/// for try await pipeline in gitlab.pipelines.statesUntilFinished("group/project", pipelineID: 7) {
///     print(pipeline.status)
/// }
/// ```
///
/// States are requested as ``Polling`` says, so a state that lasts for less than a pause may be missed. The first one is
/// requested when the first element is read. Cancelling the task ends the wait at once.
public struct StateSequence<Request: GitLabRequest>: AsyncSequence, Sendable where Request.Response: Equatable {
    /// A state, as GitLab returns it.
    public typealias Element = Request.Response

    let client: GitLabClient
    let request: Request
    let polling: Polling
    let outcome: @Sendable (Request.Response) -> WaitOutcome

    /// Starts a wait.
    public func makeAsyncIterator() -> Iterator { Iterator(self) }

    /// Waits until it has ended, and returns the last state.
    ///
    /// - Throws: ``GitLabError``: of kind ``GitLabError/Kind/waitFailed`` if it has ended otherwise than hoped for, of kind
    ///   ``GitLabError/Kind/timeout`` if it took longer than ``Polling/timeout``; `CancellationError` if the task is
    ///   cancelled.
    public func last() async throws -> Request.Response {
        var iterator = makeAsyncIterator()
        while let state = try await iterator.next() {
            if iterator.hasEnded { return state }
        }
        throw CancellationError()
    }

    /// Requests the present state.
    func present() async throws -> (state: Request.Response, outcome: WaitOutcome) {
        let state = try await client.send(request)
        return (state, outcome(state))
    }

    /// Returns the error for a state in which it has failed.
    func failure(_ outcome: WaitOutcome, _ said: String?) -> GitLabError {
        let words = said.flatMap { $0.isEmpty ? nil : ": \($0.prefix(500))" } ?? ""
        return GitLabError(
            kind: .waitFailed, message: client.redacting("it ended as \(outcome.state)\(words)"),
            method: request.endpoint.method.rawValue, path: request.documentedEndpoint.pathTemplate)
    }

    /// Waits from state to state.
    public struct Iterator: AsyncIteratorProtocol {
        private let sequence: StateSequence
        private var pauses: Pauses
        private var last: (state: Request.Response, outcome: WaitOutcome)?
        private var isOver = false

        init(_ sequence: StateSequence) {
            self.sequence = sequence
            pauses = Pauses(sequence.polling, sequence.client.configuration.clock)
        }

        /// Whether the last state that was returned is the one in which it has ended well.
        var hasEnded: Bool { last?.outcome.kind == .ended }

        /// Waits for the next state that differs, and returns it; nil after the last one, and after an error.
        ///
        /// A state in which it has failed is still returned; the next call throws the error.
        ///
        /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
        public mutating func next() async throws -> Request.Response? {
            guard !isOver else { return nil }
            isOver = true
            if case .failed(let said) = last?.outcome.kind, let outcome = last?.outcome {
                throw sequence.failure(outcome, said)
            }
            guard !hasEnded else { return nil }
            let next = try await nextState()
            last = next
            isOver = false
            return next.state
        }

        private mutating func nextState() async throws -> (state: Request.Response, outcome: WaitOutcome) {
            if last == nil { return try await sequence.present() }
            while true {
                try await pauses.pause(in: last?.outcome.state ?? "unknown")
                let present = try await sequence.present()
                if present.state != last?.state { return present }
            }
        }
    }
}

extension GitLabClient {
    /// Returns the states of something that takes time, until it has ended.
    ///
    /// Nothing is sent before the first state is read.
    ///
    /// - Parameters:
    ///   - request: the request that reads the state.
    ///   - polling: how often it is sent.
    ///   - outcome: Returns what a state means: whether to go on waiting.
    public func states<Request: GitLabRequest>(
        of request: Request, _ polling: Polling = Polling(),
        outcome: @escaping @Sendable (Request.Response) -> WaitOutcome
    ) -> StateSequence<Request> where Request.Response: Equatable {
        StateSequence(client: self, request: request, polling: polling, outcome: outcome)
    }
}
