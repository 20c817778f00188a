// The client: base URL, credentials and transport.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A client for one GitLab, on GitLab.com or self-managed.
///
/// ```swift
/// let gitlab = GitLabClient(baseURL: url, credentials: .personalAccessToken(token))
/// ```
///
/// A client is a value: copies share the transport with its connections, and the count of requests against the rate
/// limit. It can be used from any number of tasks at the same time and has no lifetime to manage.
public struct GitLabClient: Sendable {
    // One reference, so that passing a client to a resource, a list or a task is cheap.
    private(set) var parts: ClientParts

    /// The URL of GitLab, as it was passed.
    public var baseURL: URL { parts.baseURL }

    /// The credentials of requests.
    public var credentials: Credentials { parts.credentials }

    /// The transport of requests.
    public var transport: any Transport { parts.transport }

    /// The configuration. ``with(_:)`` changes it for single calls.
    public var configuration: Configuration {
        get { parts.configuration }
        set { parts = ClientParts(parts, configuration: newValue) }
    }

    var root: Result<APIRoot, ValidationError> { parts.root }
    var state: ClientState { parts.state }

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - baseURL: the URL of GitLab: `https://gitlab.example.com`, or `https://example.com/gitlab` under a relative
    ///     root. A trailing slash or `/api/v4` at the end makes no difference. A URL that is not http or https, or that
    ///     has a user, a query or a fragment, makes every request throw a ``GitLabError`` of kind
    ///     ``GitLabError/Kind/invalidRequest`` that says so; this initialiser itself never fails.
    ///   - credentials: the credentials of requests.
    ///   - transport: the transport of requests; ``defaultTransport()`` by default.
    ///   - configuration: retries, limits, middleware.
    public init(
        baseURL: URL,
        credentials: Credentials = .none,
        transport: any Transport = GitLabClient.defaultTransport(),
        configuration: Configuration = Configuration()
    ) {
        parts = ClientParts(
            baseURL: baseURL, credentials: credentials, transport: transport, configuration: configuration)
    }
}

extension GitLabClient {
    /// Whether credentials go to another machine over http, where everybody on the way can read them. Nothing prevents
    /// it, but ``description`` says so, and the middleware that logs requests warns.
    public var sendsCredentialsInClear: Bool { parts.sendsCredentialsInClear }
}

extension GitLabClient: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The client and the URL of GitLab, without secrets.
    public var description: String {
        switch root {
        case .success(let root):
            "GitLabClient(\(root)\(sendsCredentialsInClear ? ", credentials without TLS" : ""))"
        case .failure: "GitLabClient(unusable base URL)"
        }
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// The URL of GitLab, the kind of credentials and the type of the transport.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "root": description,
                "credentials": credentials.description,
                "transport": String(describing: type(of: transport)),
            ]
        )
    }
}
