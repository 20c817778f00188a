// Whether a failed attempt is followed by another, and after how long.

/// The attempts of one call, and the waits between them.
struct Retry {
    /// The timeouts of the call.
    let limits: TimeLimits
    /// The number of the present attempt, from 1.
    private(set) var attempt = 1
    private let policy: RetryPolicy
    private let endpoint: Endpoint
    private let begin: Duration

    /// Begins a call.
    init(_ call: Call, _ configuration: GitLabClient.Configuration) {
        let begin = configuration.clock.elapsed
        self.begin = begin
        limits = TimeLimits(callBegun: begin, configuration.timeouts, configuration.deadlines)
        policy = configuration.retries
        endpoint = call.endpoint
    }

    /// Waits before the next attempt.
    ///
    /// - Throws: the error, if there is no further attempt; `CancellationError`.
    mutating func pause(after error: GitLabError) async throws {
        var error = error
        if error.attempts == 0 { error.attempts = error.wasSent ? attempt : attempt - 1 }
        let now = limits.deadlines.clock.elapsed
        guard let wait = wait(after: error, passed: now - begin), limits.end.map({ now + wait < $0 }) ?? true
        else { throw error }
        try await limits.deadlines.clock.sleep(for: wait)
        attempt += 1
    }

    /// Returns how long to wait before the next attempt; nil if there is none.
    ///
    /// - Parameter passed: the time since the call began.
    private func wait(after error: GitLabError, passed: Duration) -> Duration? {
        guard attempt < policy.attempts, mayRepeat(error) else { return nil }
        let jitter = policy.delay(after: attempt)
        // Requests that were rejected together must not all be retried at the same moment.
        let wait = error.retryAfter.map { $0 + min(jitter, policy.firstDelay) } ?? jitter
        return passed + wait <= policy.budget ? wait : nil
    }

    /// The condition for a retry of an operation.
    private enum Condition {
        case none
        case idempotent
        case safe
    }

    private func mayRepeat(_ error: GitLabError) -> Bool {
        switch condition(for: error) {
        case nil: false
        case Condition.none?: true
        case .idempotent?: endpoint.isIdempotent || policy.retriesUnsafeWrites
        case .safe?: endpoint.method.isSafe || policy.retriesUnsafeWrites
        }
    }

    /// Returns nil if another attempt would not help.
    private func condition(for error: GitLabError) -> Condition? {
        switch error.kind {
        case .rateLimited: return error.status == nil ? nil : Condition.none
        case .timeout: return (error.underlying as? TimeoutError)?.limit == .call ? nil : .idempotent
        case .transport:
            switch error.underlying.map(TransportError.Kind.init(of:)) {
            case .notSent: return Condition.none
            case .permanent: return nil
            default: return .idempotent
            }
        case .server:
            switch error.status {
            case 500: return .safe
            case 502, 503, 504, 520, 521, 522, 523, 524: return .idempotent
            default: return nil
            }
        default:
            return nil
        }
    }
}

extension RetryPolicy {
    /// Returns the wait after an attempt that failed, with full jitter: anything from nothing to the whole delay, which
    /// doubles with each attempt.
    func delay(after attempt: Int) -> Duration {
        let doublings = min(attempt - 1, 30)
        let longest = max(min(firstDelay * (1 << doublings), maximumDelay), .zero)
        guard let seed else { return longest * Double.random(in: 0...1) }
        var generator = SplitMix64(seed: seed &+ UInt64(attempt))
        return longest * Double.random(in: 0...1, using: &generator)
    }
}

extension GitLabError {
    /// Whether the attempt that failed so has reached the transport.
    fileprivate var wasSent: Bool {
        kind != .invalidRequest && kind != .credentials && kind != .tokenStorage
            && !(underlying is RateBudget.Exhausted)
    }
}

extension TransportError.Kind {
    /// Finds what is known about a request that failed with this error of a transport.
    init(of error: any Error) {
        self = (error as? TransportError)?.kind ?? URLSessionFailure.kind(error) ?? .interrupted
    }
}

/// A random number generator that gives the same numbers for the same seed.
private struct SplitMix64: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
