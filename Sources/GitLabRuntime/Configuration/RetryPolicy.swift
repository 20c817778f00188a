// When a failed call is retried, and for how long.

/// When a failed call is retried.
///
/// A retry depends on the failure and on the operation:
///
/// | failure | retried |
/// |---|---|
/// | no connection, nothing was sent; 429 | always: nothing was done |
/// | connection lost, response cut off, too late, 502, 503, 504, 520 to 524 | operations that can be retried: reading, PUT, DELETE, and others for which a retry changes nothing more |
/// | 500 | reading only: GitLab may send 500 and have done the work |
/// | anything else | never |
///
/// Between attempts there is a random wait between nothing and ``firstDelay``, then twice, four times, … as much, up to
/// ``maximumDelay``. Where the server says when to come back (`Retry-After`, `RateLimit-Reset`), the wait is at least
/// that long.
///
/// Source: <https://docs.gitlab.com/security/rate_limits/>
public struct RetryPolicy: Sendable, Hashable {
    /// The most times that a call is sent, the first time included. Default: 4. Less than 1 counts as 1.
    public var attempts: Int

    /// The longest random wait after the first failure; it doubles with each further one. Default: 0.5 seconds.
    public var firstDelay: Duration

    /// The longest random wait. A wait that the server asks for is not shortened by it. Default: 20 seconds.
    public var maximumDelay: Duration

    /// The time for a call from its beginning within which another attempt may begin. If the server asks for a longer
    /// wait, the call fails at once, and the error says when to try again. Default: 2 minutes.
    public var budget: Duration

    /// Whether operations that change something each time they are sent, such as creating, are retried when it is not
    /// known whether the server has done them. Default: false, because a retry may create things twice.
    public var retriesUnsafeWrites: Bool

    /// Makes the random waits the same in every run, for tests. Default: nil.
    public var seed: UInt64?

    /// Creates a policy. What is left out has its default.
    ///
    /// - Parameters:
    ///   - attempts: the most times that a call is sent, the first time included.
    ///   - firstDelay: the longest random wait after the first failure.
    ///   - maximumDelay: the longest random wait.
    ///   - budget: the time for a call within which another attempt may begin.
    ///   - retriesUnsafeWrites: whether creating and the like is retried when it may have been done already.
    ///   - seed: makes the random waits the same in every run, for tests.
    public init(
        attempts: Int = 4,
        firstDelay: Duration = .milliseconds(500),
        maximumDelay: Duration = .seconds(20),
        budget: Duration = .seconds(120),
        retriesUnsafeWrites: Bool = false,
        seed: UInt64? = nil
    ) {
        self.attempts = attempts
        self.firstDelay = firstDelay
        self.maximumDelay = maximumDelay
        self.budget = budget
        self.retriesUnsafeWrites = retriesUnsafeWrites
        self.seed = seed
    }

    /// A policy that retries nothing.
    public static let never = RetryPolicy(attempts: 1)

    /// Returns the default policy with another number of attempts.
    ///
    /// - Parameter attempts: the most times that a call is sent, the first time included. Less than 1 counts as 1.
    public static func attempts(_ attempts: Int) -> RetryPolicy { RetryPolicy(attempts: attempts) }
}
