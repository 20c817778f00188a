// Signatures, against values of another implementation.

#if WebhookSignatures
import Crypto
import Foundation
import GitLabWebhooks
import Testing

@Suite struct WebhookSignatureTests {
    /// `whsec_` and the bytes 1 to 32 in base64.
    private let token = "whsec_AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA="
    private let body = Array(#"{"object_kind":"push","ref":"refs/heads/main","project_id":15}"#.utf8)
    private let now = Date(timeIntervalSince1970: 1_772_360_000)

    /// Of `msg_1.1772360000.` and the body, with Python's hmac and base64.
    private let signature = "v1,Brc0ynrhA2Q2Rx44KDMk9Wj29y8hMDWUatspRpvrz+o="

    private func rejection(
        id: String = "msg_1", time: String = "1772360000", signature: String? = nil, body: [UInt8]? = nil,
        token: String? = nil
    ) -> WebhookError? {
        do throws(WebhookError) {
            let now = now
            let verification = try WebhookVerification.signingToken(token ?? self.token, now: { now })
            _ = try WebhookEvent(
                headers: .of([
                    "webhook-id": id, "webhook-timestamp": time, "webhook-signature": signature ?? self.signature,
                ]), body: body ?? self.body, verifying: verification)
            return nil
        } catch {
            return error
        }
    }

    @Test func theSignatureOfGitLabIsAccepted() {
        #expect(rejection() == nil)
        #expect(WebhookDelivery(.of(["webhook-id": "msg_1", "Idempotency-Key": "k"])).messageID == "msg_1")
        #expect(rejection(signature: "v1,AAAA \(signature)") == nil, "of several, one is enough")
    }

    @Test func whatWasNotSignedIsRejected() {
        #expect(rejection(id: "msg_2")?.kind == .notVerified)
        #expect(rejection(time: "1772360001")?.kind == .notVerified)
        #expect(rejection(body: body + [0x20])?.kind == .notVerified)
        #expect(rejection(signature: "")?.kind == .notVerified)
        #expect(rejection(signature: "v2,\(signature.dropFirst(3))")?.kind == .notVerified)
        #expect(rejection(signature: String(signature.dropLast(2)))?.kind == .notVerified)
        #expect(rejection(signature: String(repeating: "v1,AAAA ", count: 100) + signature) != nil, "too many")
        #expect(rejection(token: "whsec_" + Data(repeating: 1, count: 32).base64EncodedString())?.kind == .notVerified)
    }

    @Test func anOldRequestIsRejected() {
        for time in [1_772_360_000 - 301, 1_772_360_000 + 301] {
            let error = rejection(time: "\(time)", signature: signed(time))
            #expect(error?.reason == "the time of the request is too far from now")
        }
        #expect(rejection(time: "1772359701", signature: signed(1_772_359_701)) == nil)
        for time in ["", "now", "1e9", "99999999999999999999"] {
            #expect(rejection(time: time)?.kind == .notVerified, "\(time)")
        }
    }

    private func signed(_ time: Int) -> String {
        let message = Data("msg_1.\(time).".utf8) + body
        let code = HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: Data(1...32)))
        return "v1,\(Data(code).base64EncodedString())"
    }

    @Test func aTokenThatIsNoneIsRejectedAtOnce() {
        for token in ["", "whsec_", "s3cr3t", "whsec_s3cr3t!", "WHSEC_AQID"] {
            let error = rejection(token: token)
            #expect(error?.kind == .invalidSigningToken && error?.reason.contains("s3cr3t") == false, "\(token)")
        }
    }

    @Test func missingFieldsAreRejected() throws {
        let now = now
        let verification = try WebhookVerification.signingToken(token, now: { now })
        #expect(throws: WebhookError.self) {
            _ = try WebhookEvent(
                headers: .of(["webhook-id": "msg_1", "webhook-signature": signature]), body: body,
                verifying: verification)
        }
        var dumped = ""
        dump(verification, to: &dumped)
        #expect(!"\(verification)\(dumped)".contains("AQID") && "\(verification)".contains("[redacted]"))
    }
}
#endif
