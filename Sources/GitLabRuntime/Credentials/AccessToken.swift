// OAuth access tokens, and where they come from.

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

    /// When it stops being valid; nil if that is not known: it is then renewed when GitLab refuses it.
    public let expiry: Date?

    /// A token.
    public init(_ token: String, expiry: Date? = nil) {
        self.token = token
        self.expiry = expiry
    }
}

extension AccessToken: CustomReflectable {
    /// When it expires.
    public var customMirror: Mirror {
        Mirror(self, children: ["token": SecretText.blot, "expiry": expiry as Any], displayStyle: .struct)
    }
}

/// Where OAuth access tokens come from: a keychain, a vault, GitLab itself (``OAuthRefresh``).
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
    /// A token to send. It is not asked for again before this has returned, and is not cancelled when the requests that
    /// wait for it are: a renewal that is broken off half-way can lose a refresh token.
    ///
    /// - Parameter request: why a token is wanted.
    func accessToken(for request: AccessTokenRequest) async throws -> AccessToken
}

/// Why an access token is wanted, and of which GitLab.
public struct AccessTokenRequest: Sendable {
    /// The token to replace, which is about to expire or was refused; nil the first time.
    public let previous: AccessToken?

    /// Whether GitLab refused it.
    public let wasRejected: Bool

    /// Where the GitLab is that the token is for, as the client was given it.
    public let baseURL: URL

    /// What the client sends requests with.
    public let transport: any Transport

    /// Where the client takes the time from.
    public let clock: any ClientClock

    /// How long its calls may take.
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
