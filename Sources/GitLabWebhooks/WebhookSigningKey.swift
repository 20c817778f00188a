// The signature of newer versions of GitLab: HMAC-SHA256 of the ID, the time and the body, as Standard Webhooks has it.

#if WebhookSignatures
import Crypto
import GitLabRuntime
import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The key of a signing token.
struct WebhookSigningKey: Sendable {
    private let key: Redacted<SymmetricKey>

    /// The most signatures of a request that are compared: a token that is replaced gives two for a while.
    private static let mostSignatures = 8

    init(_ token: String) throws(WebhookError) {
        let text = token.hasPrefix("whsec_") ? String(token.dropFirst(6)) : ""
        guard let bytes = Data(base64Encoded: text), !bytes.isEmpty else {
            throw WebhookError(.invalidSigningToken, "the signing token is not whsec_ and a key in base64")
        }
        key = Redacted(SymmetricKey(data: bytes))
    }

    func check(_ headers: HTTPFields, _ body: [UInt8], tolerance: Double, now: Date) throws(WebhookError) {
        guard let id = headers.single("webhook-id"), let time = headers.single("webhook-timestamp"),
            let signatures = headers.single("webhook-signature")
        else {
            throw WebhookError(
                .notVerified, "one of webhook-id, webhook-timestamp and webhook-signature is missing")
        }
        guard let seconds = Int(time), abs(Double(seconds) - now.timeIntervalSince1970) <= tolerance else {
            throw WebhookError(.notVerified, "the time of the request is too far from now")
        }
        guard isSigned(Data("\(id).\(time).".utf8) + body, by: signatures) else {
            throw WebhookError(.notVerified, "the signature is wrong")
        }
    }

    private func isSigned(_ message: Data, by signatures: String) -> Bool {
        signatures.split(separator: " ", maxSplits: Self.mostSignatures).prefix(Self.mostSignatures).contains {
            guard $0.hasPrefix("v1,"), let code = Data(base64Encoded: String($0.dropFirst(3))) else { return false }
            // Takes the same time for each code.
            return HMAC<SHA256>.isValidAuthenticationCode(code, authenticating: message, using: key.value)
        }
    }
}
#endif
