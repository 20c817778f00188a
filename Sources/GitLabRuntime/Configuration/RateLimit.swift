// Whether requests are held back before the server rejects them.

/// Whether requests are held back before the server rejects them.
///
/// GitLab says with each response how many more requests it accepts until when (`RateLimit-Remaining`,
/// `RateLimit-Reset`). A client and its copies count together, and requests that would be too many wait for the next
/// window, in the order in which they came. Servers that do not report a limit are not waited for.
///
/// Source: <https://docs.gitlab.com/administration/settings/user_and_ip_rate_limits/>
public struct RateLimit: Sendable, Hashable {
    /// Whether requests are held back. Default: true.
    public var isRespected: Bool

    /// The longest time that a request is held back. One that would have to wait longer fails at once with an error of
    /// kind ``GitLabError/Kind/rateLimited`` that says when to try again. Default: 2 minutes.
    public var maximumWait: Duration

    /// Creates the settings. Omitted parameters have their defaults.
    ///
    /// - Parameters:
    ///   - isRespected: whether requests are held back.
    ///   - maximumWait: the longest time that a request is held back.
    public init(isRespected: Bool = true, maximumWait: Duration = .seconds(120)) {
        self.isRespected = isRespected
        self.maximumWait = maximumWait
    }

    /// Requests are not held back.
    public static let ignored = RateLimit(isRespected: false)
}
