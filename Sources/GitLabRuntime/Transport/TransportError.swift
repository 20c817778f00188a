// The error of a transport that got no response.

/// The reason why there was no response, or why its body is incomplete.
///
/// A ``Transport`` that throws it tells the client whether a retry can do harm. Any other error counts as
/// ``Kind/interrupted``.
public struct TransportError: Error, Sendable, CustomStringConvertible {
    /// The state of a request that got no response. More kinds may be added.
    public struct Kind: Sendable, Hashable, CustomStringConvertible {
        /// The name of the kind.
        public let description: String

        /// No connection was made, so that nothing of the request was sent: a retry does no harm.
        public static let notSent = Kind(description: "not sent")
        /// The connection ended, or the bytes received are not a response: the server may have done the work.
        public static let interrupted = Kind(description: "interrupted")
        /// Nothing was sent, and a retry would not help: the certificate is not trusted, the URL makes no sense.
        public static let permanent = Kind(description: "permanent")
    }

    /// The kind of the error.
    public var kind: Kind

    /// The reason, in words without a URL, because a URL may contain secrets.
    public var reason: String

    /// The error behind this one. It is not part of any description, because it may show secrets.
    public var underlying: (any Error)?

    /// Creates an error.
    public init(_ kind: Kind, _ reason: String, underlying: (any Error)? = nil) {
        self.kind = kind
        self.reason = reason
        self.underlying = underlying
    }

    /// The reason.
    public var description: String { reason }
}
