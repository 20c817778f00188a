// The credentials of a client. The secret is never part of any description.

/// The credentials of a request.
///
/// ```swift
/// let gitlab = GitLabClient(baseURL: url, credentials: .personalAccessToken(token))
/// ```
///
/// A secret does not show in `print`, `dump`, descriptions or mirrors of credentials or of anything that holds them,
/// and is redacted in the messages of errors. It is sent to the configured origin only (scheme, host and port), as a
/// header field unless ``sentInQuery()`` is used.
///
/// An empty secret, or one that contains a line break, a space or another invalid character (often the line break of
/// the file that it was read from), makes every request throw a ``GitLabError`` of kind
/// ``GitLabError/Kind/invalidRequest`` before anything is sent.
///
/// Deploy tokens cannot be used with the API.
///
/// Source: <https://docs.gitlab.com/api/rest/authentication/>
public struct Credentials: Sendable {
    enum Kind: Sendable {
        case none
        case token(TokenKind, String)
        case oauth(TokenCache)
        case sessionCookie(String)
    }

    let kind: Kind
    private(set) var placement = Placement.header

    /// No credentials: only what is public can be read.
    public static let none = Credentials(kind: .none)

    /// Returns a personal access token, sent as `PRIVATE-TOKEN`.
    public static func personalAccessToken(_ token: String) -> Credentials {
        Credentials(kind: .token(.personal, token))
    }

    /// Returns a project access token, sent as `PRIVATE-TOKEN`: it acts as a bot user of one project.
    public static func projectAccessToken(_ token: String) -> Credentials {
        Credentials(kind: .token(.project, token))
    }

    /// Returns a group access token, sent as `PRIVATE-TOKEN`: it acts as a bot user of one group and the projects in
    /// it.
    public static func groupAccessToken(_ token: String) -> Credentials {
        Credentials(kind: .token(.group, token))
    }

    /// Returns an impersonation token, sent as `PRIVATE-TOKEN`: a personal access token that an administrator made for
    /// another user. GitLab rejects it where impersonation is switched off.
    public static func impersonationToken(_ token: String) -> Credentials {
        Credentials(kind: .token(.impersonation, token))
    }

    /// Returns an OAuth 2.0 access token, sent as `Authorization: Bearer`. It is valid for two hours and then rejected:
    /// ``oauth(_:)`` renews it.
    ///
    /// Personal, project and group access tokens can be sent like this too.
    public static func oauth(accessToken token: String) -> Credentials {
        Credentials(kind: .token(.oauth, token))
    }

    /// Returns OAuth 2.0 access tokens that are renewed, sent as `Authorization: Bearer`.
    ///
    /// The provider is called with the first request, a minute before a token expires (in the last tenth of its life,
    /// if that is shorter), and when GitLab rejects one as `invalid_token`; the rejected request is then sent once
    /// more. It is called once, however many requests wait. All copies of these credentials, and all clients that have
    /// them, share the token: use them with one GitLab only.
    ///
    /// A provider that fails makes the waiting requests throw its ``GitLabError``, or one of kind
    /// ``GitLabError/Kind/credentials`` for any other error; the next request calls it again. While the old token is
    /// still valid, it is used, unless a renewed one could not be stored (``GitLabError/Kind/tokenStorage``).
    ///
    /// - Parameter provider: the provider of tokens: ``OAuthRefresh``, or a type of your own.
    public static func oauth(_ provider: some AccessTokenProvider) -> Credentials {
        Credentials(kind: .oauth(TokenCache(provider)))
    }

    /// Returns the token of a CI/CD job (`CI_JOB_TOKEN`), sent as `JOB-TOKEN`. Only some endpoints take it.
    ///
    /// Source: <https://docs.gitlab.com/ci/jobs/ci_job_token/>
    public static func jobToken(_ token: String) -> Credentials {
        Credentials(kind: .token(.job, token))
    }

    /// Returns the session of someone who is signed in to GitLab in a browser, sent as the cookie `_gitlab_session`. It
    /// cannot be obtained through the API, and allows reading only: without a CSRF token, which belongs to GitLab's own
    /// pages, writes are rejected.
    public static func sessionCookie(_ value: String) -> Credentials {
        Credentials(kind: .sessionCookie(value))
    }

    /// Returns the same credentials, sent as a parameter of the query: `private_token`, `access_token` or `job_token`.
    ///
    /// For networks that remove header fields. URLs end up in the logs of servers and proxies, so prefer the header
    /// field. The client itself shows the parameter nowhere: it is added behind all middleware, is in no error and in
    /// no inspected request, and is taken out of the links to further pages, in which GitLab repeats it.
    ///
    /// A session cookie cannot be sent like this; requests then throw a ``GitLabError`` of kind
    /// ``GitLabError/Kind/invalidRequest``.
    public func sentInQuery() -> Credentials {
        var credentials = self
        credentials.placement = .query
        return credentials
    }
}

extension Credentials {
    /// Where the secret is sent.
    enum Placement: Sendable {
        case header
        case query
    }

    /// The kind of a token.
    enum TokenKind: Sendable {
        case personal
        case project
        case group
        case impersonation
        case oauth
        case job

        var name: String {
            switch self {
            case .personal: "personal access token"
            case .project: "project access token"
            case .group: "group access token"
            case .impersonation: "impersonation token"
            case .oauth: "OAuth access token"
            case .job: "job token"
            }
        }
    }

    /// Whether a URL that was called shows the secret.
    var travelInURL: Bool {
        switch (kind, placement) {
        case (.none, _), (_, .header): false
        case (_, .query): true
        }
    }

    /// The name of the credentials, without an article.
    var name: String {
        switch kind {
        case .none: "no credentials"
        case .token(let kind, _): kind.name
        case .oauth: "renewed \(TokenKind.oauth.name)"
        case .sessionCookie: "session cookie"
        }
    }
}

extension Credentials: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The kind of credentials, without the secret.
    public var description: String {
        switch (kind, placement) {
        case (.none, _): name
        case (_, .header): "\(name) (redacted)"
        case (_, .query): "\(name) (redacted, sent in the query)"
        }
    }

    /// The kind of credentials, without the secret.
    public var debugDescription: String { description }

    /// Nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
