// Why a transport got no response, as far as the client has to know it.

/// Why there was no response, or why its body broke off.
///
/// A ``Transport`` that throws it tells the client whether trying again can do harm. Any other error is taken for
/// ``Kind/interrupted``.
public struct TransportError: Error, Sendable, CustomStringConvertible {
    /// What is known about a request that got no response. More kinds may be added.
    public struct Kind: Sendable, Hashable, CustomStringConvertible {
        /// The name of the kind.
        public let description: String

        /// No connection came about, so that nothing of the request was sent: trying again does no harm.
        public static let notSent = Kind(description: "not sent")
        /// The connection ended, or something came that is no response: the server may have done what it was asked to.
        public static let interrupted = Kind(description: "interrupted")
        /// Nothing was sent, and trying again would not help: the certificate is not trusted, the URL makes no sense.
        public static let permanent = Kind(description: "permanent")
    }

    /// What is known about the request.
    public var kind: Kind

    /// What happened, in words without a URL, because a URL may hold secrets.
    public var reason: String

    /// The error behind this one. It is not part of any description, as it is not known what it shows.
    public var underlying: (any Error)?

    /// An error.
    public init(_ kind: Kind, _ reason: String, underlying: (any Error)? = nil) {
        self.kind = kind
        self.reason = reason
        self.underlying = underlying
    }

    /// The reason.
    public var description: String { reason }
}
