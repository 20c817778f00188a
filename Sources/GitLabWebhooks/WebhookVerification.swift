// How a receiver checks that a request is GitLab's.

import GitLabRuntime
import HTTPTypes

#if WebhookSignatures
#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif
#endif

/// How to check that a request is GitLab's.
///
/// Descriptions show no secret.
public struct WebhookVerification: Sendable, CustomStringConvertible {
    private enum Method: Sendable {
        case secretToken(Redacted<[UInt8]>)
        #if WebhookSignatures
        case signingToken(WebhookSigningKey, tolerance: Double, now: @Sendable () -> Date)
        #endif
    }

    private let method: Method

    /// Compares the header field `X-Gitlab-Token` with the secret token of the webhook.
    ///
    /// The time that this takes depends on the length of the secret, and not on what was sent. An empty secret is equal
    /// to nothing: each request is rejected.
    ///
    /// - Parameter token: the secret token, as it was set at the webhook.
    public static func secretToken(_ token: String) -> WebhookVerification {
        WebhookVerification(method: .secretToken(Redacted(Array(token.utf8))))
    }

    /// `secret token [redacted]`
    public var description: String {
        switch method {
        case .secretToken: "secret token [redacted]"
        #if WebhookSignatures
        case .signingToken: "signing token [redacted]"
        #endif
        }
    }

    func check(_ headers: HTTPFields, _ body: [UInt8]) throws(WebhookError) {
        switch method {
        case .secretToken(let token): try Self.check(headers, token.value)
        #if WebhookSignatures
        case .signingToken(let key, let tolerance, let now):
            try key.check(headers, body, tolerance: tolerance, now: now())
        #endif
        }
    }

    private static func check(_ headers: HTTPFields, _ token: [UInt8]) throws(WebhookError) {
        guard let given = headers.single("x-gitlab-token") else {
            throw WebhookError(.notVerified, "the header field X-Gitlab-Token is missing")
        }
        guard !token.isEmpty, ConstantTime.areEqual(Array(given.utf8), secret: token) else {
            throw WebhookError(.notVerified, "the token is wrong")
        }
    }
}

#if WebhookSignatures
extension WebhookVerification {
    /// Checks the signature of the header field `webhook-signature`, which newer versions of GitLab send for webhooks with a
    /// signing token.
    ///
    /// The signature is of the body, the time and the ID of the delivery, so that an old request that somebody has seen
    /// is rejected when it is sent again later. Within the tolerance, a receiver recognises it by its
    /// ``WebhookDelivery/messageID``, which is signed; ``WebhookDelivery/idempotencyKey`` is not.
    ///
    /// Create it once, when the receiver starts: a token that is none is an error of the configuration.
    ///
    /// - Parameters:
    ///   - token: the signing token, as GitLab shows it: `whsec_` and a key in base64.
    ///   - tolerance: the longest time between the time of the request and now, in the past or the future.
    ///   - now: the clock.
    /// - Throws: ``WebhookError`` of kind ``WebhookError/Kind/invalidSigningToken`` if the token is no such text.
    public static func signingToken(
        _ token: String, tolerance: Duration = .seconds(300), now: @escaping @Sendable () -> Date = { Date() }
    ) throws(WebhookError) -> WebhookVerification {
        let key = try WebhookSigningKey(token)
        return WebhookVerification(method: .signingToken(key, tolerance: tolerance / .seconds(1), now: now))
    }
}
#endif
