// The configuration of a client: retries, limits, middleware.

extension GitLabClient {
    /// The settings of a client for its calls.
    ///
    /// It is passed to the client when it is created, and can be changed for single calls with
    /// ``GitLabClient/with(_:)``.
    public struct Configuration: Sendable {
        /// When a failed call is retried.
        public var retries: RetryPolicy

        /// How long a call may take.
        public var timeouts: Timeouts

        /// Whether requests are held back before the server rejects them.
        public var rateLimit: RateLimit

        /// Called when a response says something new about one of GitLab's rate limits: before the response is handed over,
        /// so it has to return soon. Requests at the same time call it at the same time. Default: nil.
        ///
        /// ```swift
        /// let gitlab = gitlab.with { $0.rateLimitChange = { print($0.remaining) } }
        /// ```
        ///
        /// ``GitLabClient/rateLimitStatus`` holds the same.
        public var rateLimitChange: (@Sendable (RateLimitStatus) -> Void)?

        /// The name of the application in `User-Agent`, such as `triage-bot/2.1`. Default: `gitlab-swift`.
        ///
        /// It is sent with the name of this package behind it: `triage-bot/2.1 gitlab-swift`, unless it holds that
        /// already. OAuth tokens are renewed under the same name. A text that contains a line break or another control
        /// character, or has spaces around it, makes every request throw a ``GitLabError`` of kind
        /// ``GitLabError/Kind/invalidRequest``.
        public var userAgent: String

        /// Header fields to send with each request to the configured origin, by name, such as for a proxy in front of
        /// GitLab. Default: none.
        ///
        /// ```swift
        /// let gitlab = gitlab.with { $0.headerFields["CF-Access-Client-Id"] = "1f3b.access" }
        /// ```
        ///
        /// A value may be a secret. Like credentials, the fields are added behind the last middleware, and only if the
        /// request goes to the configured origin and has not been redirected to another one; renewing an OAuth token
        /// has them too. No description shows a value, and one of 8 bytes or more is redacted in the messages of errors.
        /// A field that a request or a middleware has set wins.
        ///
        /// Every request throws a ``GitLabError`` of kind ``GitLabError/Kind/invalidRequest`` for a value with a line
        /// break or another control character, for a name twice, and for names that cannot be set here: those of
        /// credentials (`Authorization`, `PRIVATE-TOKEN`, `JOB-TOKEN`, `Deploy-Token`, `Cookie`; give ``Credentials``
        /// instead), `Sudo` (``sudo``), `User-Agent` (``userAgent``), conditions, and those that the client or its
        /// transport sets, such as `Host`, `Accept` and `Content-Type`.
        public var headerFields: [String: String] {
            get { redactedFields.value }
            set { redactedFields.value = newValue }
        }

        private var redactedFields: Redacted<[String: String]>

        /// The middleware that sees every request and every response; the first one is the outermost. Default: none.
        public var middleware: [any Middleware]

        /// The user in whose name requests are made, by id or username (`Sudo`). The token must be an administrator's
        /// and have the scope `sudo`. Default: nil, the user of the token.
        public var sudo: IDOrPath?

        /// The longest response that is read into memory, in bytes. A longer one throws a ``GitLabError`` of kind
        /// ``GitLabError/Kind/tooLong`` as soon as so much has come, and its connection is closed. Default: 64 MiB. Of
        /// the body of an unsuccessful response, 64 KiB are read. Downloads have no limit.
        public var maximumResponseSize: Int

        /// Called with the progress of the body of a request, if it has one: while it is sent, so it has to return
        /// soon. A retry starts again with few bytes. Default: nil.
        ///
        /// ```swift
        /// let gitlab = gitlab.with { $0.uploadProgress = { print($0) } }
        /// try await gitlab.uploads.create(42, file: FileUpload(at: file))
        /// ```
        ///
        /// For downloads, see ``Download/write(to:resuming:progress:)``.
        public var uploadProgress: (@Sendable (TransferProgress) -> Void)?

        /// How lists are walked.
        public var pages: Paging

        /// The handling of content that cannot be read, in responses of the client's own types. Default: an optional
        /// field that cannot be read is nil.
        public var unreadableContent: UnreadableContent

        /// Called with content of responses that this version of the package does not know: fields and values that
        /// GitLab has added, elements that were left out, responses that could not be read. Default: nil.
        ///
        /// ```swift
        /// let gitlab = gitlab.with { $0.unexpectedContent = { print($0) } }
        /// ```
        ///
        /// It is called before the response is handed over, so it has to return soon. Of types of one's own, only responses
        /// that could not be read are reported.
        public var unexpectedContent: (@Sendable (UnexpectedContent) -> Void)?

        /// The clock. Default: ``SystemClock``.
        public var clock: any ClientClock {
            get { deadlines.clock }
            set { deadlines = Deadlines(newValue) }
        }

        var deadlines: Deadlines

        /// Creates a configuration. Omitted parameters have their defaults.
        ///
        /// ```swift
        /// let gitlab = GitLabClient(
        ///     baseURL: url,
        ///     credentials: .personalAccessToken(token),
        ///     configuration: .init(retries: .never, timeouts: .init(response: .seconds(30)))
        /// )
        /// ```
        ///
        /// - Parameters:
        ///   - retries: when a failed call is retried.
        ///   - timeouts: how long a call may take.
        ///   - rateLimit: whether requests are held back before the server rejects them.
        ///   - rateLimitChange: is called when a response says something new about a rate limit.
        ///   - userAgent: the name of the application in `User-Agent`.
        ///   - headerFields: header fields to send with each request to the configured origin.
        ///   - middleware: sees every request and every response; the first one is the outermost.
        ///   - sudo: the user in whose name requests are made, by id or username.
        ///   - maximumResponseSize: the longest response that is read into memory, in bytes.
        ///   - uploadProgress: is called with the progress of the body of a request.
        ///   - pages: how lists are walked.
        ///   - unreadableContent: what happens to content that cannot be read.
        ///   - unexpectedContent: is called with content of responses that this version of the package does not know.
        ///   - clock: the clock; nil: ``SystemClock``.
        public init(
            retries: RetryPolicy = RetryPolicy(),
            timeouts: Timeouts = Timeouts(),
            rateLimit: RateLimit = RateLimit(),
            rateLimitChange: (@Sendable (RateLimitStatus) -> Void)? = nil,
            userAgent: String = "gitlab-swift",
            headerFields: [String: String] = [:],
            middleware: [any Middleware] = [],
            sudo: IDOrPath? = nil,
            maximumResponseSize: Int = 64 * 1_024 * 1_024,
            uploadProgress: (@Sendable (TransferProgress) -> Void)? = nil,
            pages: Paging = Paging(),
            unreadableContent: UnreadableContent = .skipFields,
            unexpectedContent: (@Sendable (UnexpectedContent) -> Void)? = nil,
            clock: (any ClientClock)? = nil
        ) {
            self.retries = retries
            self.timeouts = timeouts
            self.rateLimit = rateLimit
            self.rateLimitChange = rateLimitChange
            self.userAgent = userAgent
            redactedFields = Redacted(headerFields)
            self.middleware = middleware
            self.sudo = sudo
            self.maximumResponseSize = maximumResponseSize
            self.uploadProgress = uploadProgress
            self.pages = pages
            self.unreadableContent = unreadableContent
            self.unexpectedContent = unexpectedContent
            deadlines = clock.map(Deadlines.init) ?? .real
        }
    }

    /// Returns a client that differs in its configuration and shares all else: connections, credentials, the rate
    /// limit.
    ///
    /// ```swift
    /// let patient = gitlab.with { $0.timeouts.response = .seconds(300) }
    /// let projects = try await gitlab.with { $0.sudo = 42 }.projects.list().page(1)
    /// ```
    public func with(_ change: (inout Configuration) -> Void) -> GitLabClient {
        var client = self
        change(&client.configuration)
        return client
    }
}

extension GitLabClient.Configuration {
    /// The header fields, checked.
    var checkedFields: Result<ClientFields, ValidationError> {
        if userAgent == ClientFields.product, headerFields.isEmpty { return .success(.standard) }
        return Result { () throws(ValidationError) in try ClientFields(userAgent: userAgent, fields: headerFields) }
    }

    /// Returns whether another configuration has the same header fields.
    func hasFields(of other: Self) -> Bool {
        userAgent == other.userAgent && headerFields == other.headerFields
    }
}
