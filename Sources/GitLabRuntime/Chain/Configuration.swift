// What a client does besides sending: retries, limits, middleware.

extension GitLabClient {
    /// How a client goes about its calls.
    ///
    /// It is given to the client when it is made, and can be changed for single calls with ``GitLabClient/with(_:)``.
    public struct Configuration: Sendable {
        /// When a failed call is tried again.
        public var retries: RetryPolicy

        /// How long a call may take.
        public var timeouts: Timeouts

        /// Whether requests are held back before the server has to refuse them.
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

        /// What sees every request and every response; the first one is the outermost. Default: none.
        public var middleware: [any Middleware]

        /// The user in whose name requests are made, by id or username (`Sudo`). The token must be an administrator's
        /// and have the scope `sudo`. Default: nil, the user of the token.
        public var sudo: IDOrPath?

        /// Is told how far the body of a request has been sent, for requests that have one: in the middle of sending,
        /// so it has to return soon. An attempt that is repeated begins with few bytes again. Default: nil.
        ///
        /// ```swift
        /// let gitlab = gitlab.with { $0.uploadProgress = { print($0) } }
        /// try await gitlab.uploads.upload(42, file: FileUpload(at: file))
        /// ```
        ///
        /// For downloads, see ``Download/write(to:resuming:progress:)``.
        public var uploadProgress: (@Sendable (TransferProgress) -> Void)?

        /// How lists are walked.
        public var pages: Paging

        /// What becomes of an element of an array or a map that can not be read, in answers of the types that the client
        /// comes with. Default: the answer can not be read either, and the call fails.
        public var unreadableElements: UnreadableElements

        /// Is told what answers hold that this version of the package does not know: fields and values that GitLab has
        /// added, elements that were left out, answers that could not be read. Default: nil.
        ///
        /// ```swift
        /// let gitlab = gitlab.with { $0.unexpectedContent = { print($0) } }
        /// ```
        ///
        /// It is called before the answer is handed over, so it has to return soon. Of types of one's own, only answers
        /// that could not be read are reported.
        public var unexpectedContent: (@Sendable (UnexpectedContent) -> Void)?

        /// Where the time is taken from. Default: ``SystemTime``.
        public var time: any TimeSource {
            get { deadlines.time }
            set { deadlines = Deadlines(newValue) }
        }

        var deadlines: Deadlines

        /// Creates a configuration. What is left out has its default.
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
        ///   - retries: when a failed call is tried again.
        ///   - timeouts: how long a call may take.
        ///   - rateLimit: whether requests are held back before the server rejects them.
        ///   - rateLimitChange: is called when a response says something new about a rate limit.
        ///   - middleware: sees every request and every response; the first one is the outermost.
        ///   - sudo: the user in whose name requests are made, by id or username.
        ///   - uploadProgress: is called with how much of the body of a request has been sent.
        ///   - pages: how lists are walked.
        ///   - unreadableElements: what happens to an element of an array or a map that cannot be read.
        ///   - unexpectedContent: is called with what responses hold that this version of the package does not know.
        ///   - time: the clock; nil: ``SystemTime``.
        public init(
            retries: RetryPolicy = RetryPolicy(),
            timeouts: Timeouts = Timeouts(),
            rateLimit: RateLimit = RateLimit(),
            rateLimitChange: (@Sendable (RateLimitStatus) -> Void)? = nil,
            middleware: [any Middleware] = [],
            sudo: IDOrPath? = nil,
            uploadProgress: (@Sendable (TransferProgress) -> Void)? = nil,
            pages: Paging = Paging(),
            unreadableElements: UnreadableElements = .fail,
            unexpectedContent: (@Sendable (UnexpectedContent) -> Void)? = nil,
            time: (any TimeSource)? = nil
        ) {
            self.retries = retries
            self.timeouts = timeouts
            self.rateLimit = rateLimit
            self.rateLimitChange = rateLimitChange
            self.middleware = middleware
            self.sudo = sudo
            self.uploadProgress = uploadProgress
            self.pages = pages
            self.unreadableElements = unreadableElements
            self.unexpectedContent = unexpectedContent
            deadlines = time.map(Deadlines.init) ?? .real
        }
    }

    /// A client that differs in its configuration and shares all else: connections, credentials, the rate limit.
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
