// The tokens of GitLab's OAuth: an access token, and the refresh token for the next one.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An access token and the refresh token that comes with it.
///
/// Neither shows in `print`, `dump`, descriptions or mirrors. Encoding writes both, so that they can be stored: in a
/// keychain or the like.
public struct OAuthTokens: Sendable, Hashable, Codable {
    /// The access token.
    public var accessToken: String

    /// The refresh token. It is valid for one renewal, which returns another one.
    public var refreshToken: String

    /// When the access token stops being valid, two hours after it was created; nil if that is not known.
    public var expiry: Date?

    /// Creates tokens.
    public init(accessToken: String, refreshToken: String, expiry: Date? = nil) {
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        self.expiry = expiry
    }
}

extension OAuthTokens: CustomReflectable {
    /// When the access token expires.
    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "accessToken": SecretText.redaction, "refreshToken": SecretText.redaction, "expiry": expiry as Any,
            ],
            displayStyle: .struct
        )
    }
}
