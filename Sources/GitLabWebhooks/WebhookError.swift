// Why a request is rejected.

/// A request that is rejected: no request of GitLab's, or none that this package reads.
///
/// It shows neither secrets nor values of the body.
public struct WebhookError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of the error.
    public enum Kind: Sendable, Hashable {
        /// The body is larger than allowed. Respond with 413.
        case tooLarge
        /// Nothing shows that GitLab sent it: the token or the signature is missing, wrong or too old. Respond with 401.
        case notVerified
        /// The body is not JSON, nested too deep, or has two members of one name in an object. Respond with 400.
        case invalidBody
        /// The body lacks a field that each event of its kind has, such as with a custom template. Respond with 400.
        case unreadable
        /// The signing token of the receiver is not `whsec_` and a key in base64. No request is at fault: where one is
        /// being responded to, respond with 500.
        case invalidSigningToken
    }

    /// The kind of the error.
    public let kind: Kind

    /// The reason, in words.
    public let reason: String

    init(_ kind: Kind, _ reason: String) {
        self.kind = kind
        self.reason = reason
    }

    /// One line: `the webhook's request is rejected: the token is wrong`.
    public var description: String {
        kind == .invalidSigningToken ? reason : "the webhook's request is rejected: \(reason)"
    }
}
