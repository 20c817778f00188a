// Whether a failed attempt is followed by another, and after how long.

struct Retry {
    let policy: RetryPolicy
    let endpoint: Endpoint

    /// Returns how long to wait before the next attempt; nil if there is none.
    ///
    /// - Parameters:
    ///   - attempt: the number of the attempt that failed, from 1.
    ///   - passed: the time since the call began.
    func wait(after error: GitLabError, attempt: Int, passed: Duration) -> Duration? {
        guard attempt < policy.attempts, mayRepeat(error) else { return nil }
        let jitter = jitter(attempt)
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

    /// Full jitter: anything from nothing to the whole delay, which doubles with each attempt.
    private func jitter(_ attempt: Int) -> Duration {
        let doublings = min(attempt - 1, 30)
        let longest = max(min(policy.firstDelay * (1 << doublings), policy.maximumDelay), .zero)
        guard let seed = policy.seed else { return longest * Double.random(in: 0...1) }
        var generator = SplitMix64(seed: seed &+ UInt64(attempt))
        return longest * Double.random(in: 0...1, using: &generator)
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
