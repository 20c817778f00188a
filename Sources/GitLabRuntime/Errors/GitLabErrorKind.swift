// The kinds of errors.

extension GitLabError {
    /// A kind of error. More kinds may be added: a `switch` needs a `default`.
    ///
    /// A kind is a pattern for errors:
    ///
    /// ```swift
    /// do {
    ///     print(try await gitlab.projects.get("group/demo").name)
    /// } catch GitLabError.Kind.notFound {
    ///     print("There is no such project.")
    /// }
    /// ```
    public struct Kind: Sendable, Hashable, CustomStringConvertible {
        /// The name of the kind.
        public let description: String

        /// The request was not sent: an attribute is missing, contradicts another, or cannot be encoded.
        public static let invalidRequest = Kind(description: "invalid request")
        /// The client cannot be created from its input, such as the environment.
        public static let configuration = Kind(description: "configuration")
        /// There are no credentials to send: an OAuth access token could not be obtained or renewed.
        public static let credentials = Kind(description: "credentials")
        /// The request was not sent: an OAuth access token was renewed and could not be stored
        /// (``OAuthRefresh/init(clientID:clientSecret:redirectURI:tokens:onRenewal:)``).
        public static let tokenStorage = Kind(description: "token storage")
        /// There was no response in time, or it stopped: a limit of ``GitLabClient/Configuration/timeouts`` passed.
        public static let timeout = Kind(description: "timeout")
        /// There was no response, or an incomplete one: no connection, no such host.
        public static let transport = Kind(description: "transport")
        /// The server redirects to a target that the client does not follow: another host (for all but downloads), a
        /// connection without TLS, a write, a circle.
        public static let redirect = Kind(description: "redirect")
        /// 304: the condition of the request names the present state, or the change was made before, such as a star on
        /// a project that has it.
        public static let notModified = Kind(description: "not modified")
        /// 400: GitLab found an attribute missing or wrong.
        public static let badRequest = Kind(description: "bad request")
        /// 401: the credentials are missing, wrong, expired or revoked.
        public static let unauthorized = Kind(description: "unauthorized")
        /// 403: the credentials are valid, but do not allow this.
        public static let forbidden = Kind(description: "forbidden")
        /// 404: there is no such thing, or the credentials may not see it.
        public static let notFound = Kind(description: "not found")
        /// 405: the thing does not take this method; a project that was moved can only be read under its old path.
        public static let methodNotAllowed = Kind(description: "method not allowed")
        /// 405: the page is behind the last item that GitLab counts to (usually 50,000). Keyset pagination has no such
        /// limit, where a list offers it; else use filters.
        public static let offsetLimit = Kind(description: "offset limit")
        /// 409: the thing is in another state, or exists already.
        public static let conflict = Kind(description: "conflict")
        /// 410: the endpoint was removed, such as an old version of the API.
        public static let gone = Kind(description: "gone")
        /// 412, or the status that the operation documents for it: the thing was changed after the state in the request
        /// (`If-Unmodified-Since`, the `sha` of a merge, the `last_commit_id` of a file), and was not changed again. Get it
        /// again, look at the change, and send the request with the new state. ``GitLabError/failedPrecondition`` names the
        /// attribute.
        public static let preconditionFailed = Kind(description: "precondition failed")
        /// 422: GitLab understood the request and could not process it.
        public static let unprocessable = Kind(description: "unprocessable")
        /// 429: too many requests; ``GitLabError/retryAfter`` may say when to retry.
        public static let rateLimited = Kind(description: "rate limited")
        /// 500 and above: GitLab, or a proxy in front of it, failed.
        public static let server = Kind(description: "server")
        /// Any other unsuccessful status.
        public static let unexpectedStatus = Kind(description: "unexpected status")
        /// The response was a success, but does not have its documented form.
        public static let decoding = Kind(description: "decoding")
        /// The response is longer than the limit for memory.
        public static let tooLong = Kind(description: "too long")
        /// A download was read a second time: its content can be read once.
        public static let alreadyRead = Kind(description: "already read")
        /// A file of this machine failed: a download could not be written to it; or an upload could not be read from
        /// it, or it was changed while it was sent.
        public static let file = Kind(description: "file")
        /// Something that was awaited has ended otherwise than hoped for, such as an import that failed.
        public static let waitFailed = Kind(description: "wait failed")
        /// The pages of a list never end: the server's next page is one that was read already.
        public static let pageLoop = Kind(description: "page loop")

        /// Returns the kind that a status stands for.
        static func forStatus(_ status: Int) -> Kind {
            switch status {
            case 304: .notModified
            case 400: .badRequest
            case 401: .unauthorized
            case 403: .forbidden
            case 404: .notFound
            case 405: .methodNotAllowed
            case 409: .conflict
            case 410: .gone
            case 412: .preconditionFailed
            case 422: .unprocessable
            case 429: .rateLimited
            case 500...: .server
            default: .unexpectedStatus
            }
        }
    }
}

extension GitLabError.Kind {
    /// Returns whether an error is a ``GitLabError`` of this kind, so that `catch` can name a kind.
    public static func ~= (kind: GitLabError.Kind, error: any Error) -> Bool {
        (error as? GitLabError)?.kind == kind
    }
}
