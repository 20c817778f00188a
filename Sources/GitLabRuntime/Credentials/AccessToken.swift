// OAuth access tokens, and their providers.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An OAuth 2.0 access token.
///
/// The token does not show in `print`, `dump`, descriptions or mirrors.
public struct AccessToken: Sendable, Hashable {
    /// The token.
    public let token: String

    /// When it stops being valid; nil if that is not known: it is then renewed when GitLab rejects it.
    public let expiry: Date?

    /// Creates a token.
    public init(_ token: String, expiry: Date? = nil) {
        self.token = token
        self.expiry = expiry
    }
}

extension AccessToken: CustomReflectable {
    /// When it expires.
    public var customMirror: Mirror {
        Mirror(self, children: ["token": SecretText.redaction, "expiry": expiry as Any], displayStyle: .struct)
    }
}

/// A provider of OAuth access tokens: a keychain, a vault, GitLab itself (``OAuthRefresh``).
///
/// ```swift
/// struct VaultTokens: AccessTokenProvider {
///     func accessToken(for request: AccessTokenRequest) async throws -> AccessToken {
///         try await vault.read("gitlab", afresh: request.previous != nil)
///     }
/// }
/// let gitlab = GitLabClient(baseURL: url, credentials: .oauth(VaultTokens()))
/// ```
public protocol AccessTokenProvider: Sendable {
    /// Returns a token to send. It is not called again before it has returned, and is not cancelled with the requests
    /// that wait for it: a renewal that is cancelled half-way can lose a refresh token.
    ///
    /// - Parameter request: why a token is needed.
    func accessToken(for request: AccessTokenRequest) async throws -> AccessToken
}

/// A request for an access token: the reason, and the GitLab that it is for.
public struct AccessTokenRequest: Sendable {
    /// The token to replace, which is about to expire or was rejected; nil the first time.
    public let previous: AccessToken?

    /// Whether GitLab rejected it.
    public let wasRejected: Bool

    /// The URL of the GitLab that the token is for, as it was passed to the client.
    public let baseURL: URL

    /// The transport of the client.
    public let transport: any Transport

    /// The clock of the client.
    public let clock: any ClientClock

    /// The timeouts of the client.
    public let timeouts: Timeouts

    let fields: ClientFields

    /// The `User-Agent` of the client, for a provider that sends a request of its own.
    public var userAgent: String { fields.userAgent.value }

    /// The header fields that the client sends with each request to its GitLab
    /// (``GitLabClient/Configuration/headerFields``), for a provider that sends a request of its own there. A value may
    /// be a secret.
    public var headerFields: [String: String] {
        Dictionary(fields.others.map { ($0.name.rawName, $0.value) }) { first, _ in first }
    }
}
