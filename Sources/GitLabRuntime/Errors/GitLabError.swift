// The one error that the client throws.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Why a request failed.
///
/// All errors of the client are of this type, except `CancellationError`, which is thrown when the task is cancelled.
/// No description of an error shows a token; ``body`` holds the bytes that the server sent.
public struct GitLabError: Error, Sendable {
    /// The kind of the error.
    public var kind: Kind

    /// The message: GitLab's own where GitLab responded, on one line. Characters that control a terminal or the direction of
    /// text are written as `\u{1B}`.
    public var message: String

    /// The status of the response; nil if there was none.
    public var status: Int?

    /// GitLab's messages by attribute, as in `["name": ["has already been taken"]]`. Nested attributes are joined with
    /// dots.
    public var fieldMessages: [String: [String]]

    /// The code that GitLab gives the failure (`error` beside `error_description`), such as `invalid_token` for one that has
    /// expired or was revoked, or `insufficient_scope`; nil if it gives none.
    public var code: String?

    /// The scopes of which the token needs one, where it has none of them (`insufficient_scope`), such as `api`.
    public var requiredScopes: [String]

    /// The attribute that names a state which the thing no longer has, such as `sha`, for an error of kind
    /// ``Kind/preconditionFailed``; nil for other kinds, and where the request has no such attribute.
    public var failedPrecondition: String?

    /// The ID of the request in the server's logs (`X-Request-Id`).
    public var requestID: String?

    /// The HTTP method of the request.
    public var method: String?

    /// The path of the request without its query. For a request that was not sent the template, such as
    /// `/projects/:id`.
    public var path: String?

    /// The time from the response after which GitLab asks to retry: `Retry-After` in seconds or as a date, else when
    /// the rate limit starts again. nil if it does not say.
    public var retryAfter: Duration?

    /// How often the request was sent, redirects aside; 0 if it was not.
    public var attempts: Int

    /// The beginning of the body of the response, up to 64 KiB.
    public var body: [UInt8]

    /// The error that caused this one, such as a `DecodingError` or the error of the transport. It is not part of any
    /// description, because it may show secrets.
    public var underlying: (any Error)?

    /// Creates an error.
    public init(
        kind: Kind,
        message: String,
        status: Int? = nil,
        fieldMessages: [String: [String]] = [:],
        code: String? = nil,
        requiredScopes: [String] = [],
        failedPrecondition: String? = nil,
        requestID: String? = nil,
        method: String? = nil,
        path: String? = nil,
        retryAfter: Duration? = nil,
        attempts: Int = 0,
        body: [UInt8] = [],
        underlying: (any Error)? = nil
    ) {
        self.kind = kind
        self.message = message.printable
        self.status = status
        self.fieldMessages = Dictionary(
            fieldMessages.map { ($0.printable, $1.map(\.printable)) }, uniquingKeysWith: +)
        self.code = code?.printable
        self.requiredScopes = requiredScopes.map(\.printable)
        self.failedPrecondition = failedPrecondition
        self.requestID = requestID?.printable
        self.method = method
        self.path = path
        self.retryAfter = retryAfter
        self.attempts = attempts
        self.body = body
        self.underlying = underlying
    }
}

extension GitLabError: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// One line: message, status or kind, method, path, request id, attempts where there were several, and when to try
    /// again.
    public var description: String {
        var facts: [String] = []
        if let status { facts.append("status \(status)") } else { facts.append(kind.description) }
        let request = [method, path].compactMap(\.self).joined(separator: " ")
        if !request.isEmpty { facts.append(request) }
        if let requestID { facts.append("request id \(requestID)") }
        if attempts > 1 { facts.append("\(attempts) attempts") }
        if let retryAfter { facts.append("retry after \(retryAfter.inSeconds)") }
        return "\(message) (\(facts.joined(separator: ", ")))".printable
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// All but the content of the body and of the underlying error.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "kind": kind.description,
                "message": message,
                "status": status as Any,
                "fieldMessages": fieldMessages,
                "code": code as Any,
                "requiredScopes": requiredScopes,
                "failedPrecondition": failedPrecondition as Any,
                "requestID": requestID as Any,
                "method": method as Any,
                "path": path as Any,
                "retryAfter": retryAfter as Any,
                "attempts": attempts,
                "body": "\(body.count) bytes",
                "underlying": underlying.map { String(describing: type(of: $0)) } as Any,
            ]
        )
    }
}

extension GitLabError: LocalizedError {
    /// The same as ``description``, for `localizedDescription`.
    public var errorDescription: String? { description }
}
