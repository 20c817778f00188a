// How long a call may take.

/// How long the parts of a call may take. A timeout throws a ``GitLabError`` of kind ``GitLabError/Kind/timeout``,
/// which says which limit passed; the request is cancelled and its connection released.
///
/// Each page of a list is a call of its own, so no limit covers a whole list.
public struct Timeouts: Sendable, Hashable {
    /// From sending a request to the head of its response, for each attempt and each redirect. While a body is being
    /// sent, each piece restarts it. nil: no limit. Default: 60 seconds, GitLab's own limit for most responses.
    public var response: Duration?

    /// The time between two pieces of a response's body. nil: no limit. Default: 60 seconds.
    public var idle: Duration?

    /// The whole call, with all attempts and the waits between them, the wait for the rate limit, and that for an access
    /// token; for a download until its content begins. nil: no limit. Default: 1 hour. An upload that takes longer
    /// needs more.
    public var call: Duration?

    /// The content of a download, from its first byte to its last one, for each attempt to get it. nil: no limit.
    /// Default: 24 hours.
    public var download: Duration?

    /// Creates limits. Omitted parameters have their defaults.
    ///
    /// - Parameters:
    ///   - response: from sending a request to the head of its response; nil: no limit.
    ///   - idle: between two pieces of a response's body; nil: no limit.
    ///   - call: the whole call, with all attempts and the waits between them; nil: no limit.
    ///   - download: the content of a download; nil: no limit.
    public init(
        response: Duration? = .seconds(60),
        idle: Duration? = .seconds(60),
        call: Duration? = .seconds(3_600),
        download: Duration? = .seconds(86_400)
    ) {
        self.response = response
        self.idle = idle
        self.call = call
        self.download = download
    }

    /// No limits.
    public static let none = Timeouts(response: nil, idle: nil, call: nil, download: nil)
}
