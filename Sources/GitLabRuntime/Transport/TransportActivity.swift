// How a transport says that a request goes on, where the client cannot see it.

/// Lets a transport say that bytes go out or come in, so that a long upload or download is not taken for one that hangs.
///
/// The client sees when a response begins and when each piece of its body comes. What it cannot see are the bytes of
/// a request that go out, and those of a response that a transport puts aside before it gives it back. A transport takes
/// ``current`` when it is asked to send, and tells it of both:
///
/// ```swift
/// let activity = TransportActivity.current
/// …
/// activity?.recordProgress()
/// ```
public struct TransportActivity: Sendable {
    /// The activity of the request that the task has been asked to send; nil if no limit of time hangs on it.
    @TaskLocal public static var current: TransportActivity?

    private let report: @Sendable () -> Void

    /// An activity that is told to someone.
    public init(_ report: @escaping @Sendable () -> Void) {
        self.report = report
    }

    /// Some bytes went out or came in. Cheap enough to be called for each piece, from any thread.
    public func recordProgress() {
        report()
    }
}
