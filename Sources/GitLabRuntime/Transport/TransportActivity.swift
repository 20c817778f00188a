// Reporting the progress of a request from a transport, where the client cannot see it.

/// Lets a transport report that bytes are sent or received, so that a long upload or download does not time out.
///
/// The client sees when a response begins and when each piece of its body comes. It cannot see the bytes of a request
/// as they are sent, and those of a response that a transport buffers before it returns it. A transport reads
/// ``current`` when it is called, and reports both:
///
/// ```swift
/// let activity = TransportActivity.current
/// …
/// activity?.recordProgress()
/// ```
public struct TransportActivity: Sendable {
    /// The activity of the request that the task sends; nil if it has no timeout.
    @TaskLocal public static var current: TransportActivity?

    private let report: @Sendable () -> Void
    private let longestResponse: Int

    /// Creates an activity that calls the closure.
    ///
    /// - Parameters:
    ///   - longestResponse: the most bytes of a successful response that are read.
    ///   - report: is called when a request or its response goes on.
    public init(longestResponse: Int = .max, _ report: @escaping @Sendable () -> Void) {
        self.report = report
        self.longestResponse = longestResponse
    }

    /// Returns how many bytes are read of the body of a response with this status. A transport that receives bodies
    /// faster than they are read cancels a longer one, with ``ResponseBody/TooLong``.
    public func longestBody(_ status: Int) -> Int {
        (200..<300).contains(status) ? longestResponse : ErrorResponse.longestBody
    }

    /// Reports that bytes were sent or received. Cheap enough to be called for each piece, from any thread.
    public func recordProgress() {
        report()
    }
}
