// Requests that are rejected: who sent them, their size, depth and syntax.

import Foundation
import GitLabWebhooks
import Testing

@Suite struct WebhookRejectionTests {
    private let body = Array(#"{"object_kind":"push","ref":"refs/heads/main","project_id":15}"#.utf8)

    private func rejection(_ fields: KeyValuePairs<String, String>, secret: String) -> WebhookError? {
        do throws(WebhookError) {
            _ = try WebhookEvent(headers: .of(fields), body: body, verifying: .secretToken(secret))
            return nil
        } catch {
            return error
        }
    }

    @Test func onlyTheSecretTokenIsAccepted() throws {
        #expect(rejection(["X-Gitlab-Token": "s3cr3t"], secret: "s3cr3t") == nil)
        #expect(rejection(["x-gitlab-token": "s3cr3t"], secret: "s3cr3t") == nil, "names of fields have no case")
        for wrong in ["", "s3cr3", "s3cr3t!", "S3cr3t", "s3cr3T", "xs3cr3t", "s3cr3t, s3cr3t"] {
            let error = try #require(rejection(["X-Gitlab-Token": wrong], secret: "s3cr3t"), "\(wrong)")
            #expect(error.kind == .notVerified)
        }
        #expect(rejection([:], secret: "s3cr3t")?.kind == .notVerified)
        #expect(rejection(["X-Gitlab-Token": "s3cr3t", "x-gitlab-token": "s3cr3t"], secret: "s3cr3t") != nil)
    }

    @Test func anEmptySecretAcceptsNothing() {
        #expect(rejection(["X-Gitlab-Token": ""], secret: "")?.kind == .notVerified)
        #expect(rejection([:], secret: "")?.kind == .notVerified)
    }

    @Test func noTokenIsPrinted() throws {
        let error = try #require(rejection(["X-Gitlab-Token": "wr0ng"], secret: "s3cr3t"))
        let verification = WebhookVerification.secretToken("s3cr3t")
        var dumped = ""
        dump(verification, to: &dumped)
        dump(error, to: &dumped)
        let shown: [Any] = [error, verification]
        let texts = shown.map { "\($0) \(String(reflecting: $0))" }.joined() + dumped
        #expect(!texts.contains("s3cr3t") && !texts.contains("wr0ng"))
        #expect(!texts.contains("\(UInt8(ascii: "3")), \(UInt8(ascii: "c"))"), "nor its bytes")
    }

    @Test func whoSentItIsCheckedBeforeTheBodyIsRead() {
        let error = #expect(throws: WebhookError.self) {
            _ = try WebhookEvent(headers: HTTPFields(), body: Array("{".utf8), verifying: .secretToken("s3cr3t"))
        }
        #expect(error?.kind == .notVerified)
    }

    @Test func aLargeBodyIsRejectedUnread() {
        let error = GitLabWebhooksTests.rejection(
            HTTPFields(), Array(repeating: UInt8(ascii: "{"), count: 101), limits: WebhookLimits(maximumSize: 100))
        #expect(error?.kind == .tooLarge)
        #expect(error?.reason == "its body has 101 bytes, and 100 are allowed")
        let exact = WebhookLimits(maximumSize: body.count)
        #expect(GitLabWebhooksTests.rejection(HTTPFields(), body, limits: exact) == nil)
    }

    @Test(arguments: ["[", #"{"a":"#]) func aDeepBodyIsRejected(_ opening: String) {
        let closing = opening == "[" ? "]" : "}"
        func nested(_ depth: Int) -> [UInt8] {
            let (start, end) = (
                String(repeating: opening, count: depth - 1), String(repeating: closing, count: depth - 1)
            )
            return Array("{\"x\":\(start)1\(end)}".utf8)
        }
        #expect(GitLabWebhooksTests.rejection(HTTPFields(), nested(64)) == nil)
        let error = GitLabWebhooksTests.rejection(HTTPFields(), nested(65))
        #expect(error?.kind == .invalidBody && error?.reason == "its body is nested more than 64 deep")
        let endless = Array(String(repeating: opening, count: 1_000_000).utf8)
        #expect(GitLabWebhooksTests.rejection(HTTPFields(), endless)?.kind == .invalidBody)
        let unlimited = WebhookLimits(maximumDepth: .max)
        let rejected = GitLabWebhooksTests.rejection(HTTPFields(), endless, limits: unlimited)
        #expect(rejected?.kind == .invalidBody && rejected?.reason == "its body is nested more than 512 deep")
        #expect(GitLabWebhooksTests.rejection(HTTPFields(), body, limits: WebhookLimits(maximumDepth: -1)) != nil)
    }

    @Test(arguments: [
        "", " ", "null garbage", "object_kind=push", "{'object_kind':'push'}", #"{"object_kind":"push""#,
        #"{"object_kind":"push"}}"#, "\u{FEFF}{}", #"{"object_kind":"pu\#u{0}sh"}"#, #"{"a":01}"#, "<html></html>",
    ])
    func whatIsNoJSONIsRejected(_ text: String) {
        let error = GitLabWebhooksTests.rejection(HTTPFields(), Array(text.utf8))
        #expect(error?.kind == .invalidBody, "\(text)")
        #expect(error?.description.hasPrefix("the webhook's request is rejected: its body is not JSON: ") == true)
    }

    @Test func brokenTextIsRejected() {
        let broken = Array(#"{"object_kind":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
        #expect(GitLabWebhooksTests.rejection(HTTPFields(), broken)?.kind == .invalidBody)
    }

    @Test(arguments: [
        #"{"object_kind":"push","object_kind":"note"}"#, #"{"object_kind":"push","object\u005fkind":"note"}"#,
        #"{"object_kind":"x","a":[{"b":1,"c":2,"b":3}]}"#, #"{"a":{"":1,"":2}}"#,
    ])
    func twoMembersOfOneNameAreRejected(_ text: String) {
        let error = GitLabWebhooksTests.rejection(HTTPFields(), Array(text.utf8))
        #expect(error?.kind == .invalidBody && error?.reason.contains("two members of one name") == true, "\(text)")
    }

    @Test(arguments: ["[]", "7", "null", #""push""#, "true"]) func whatIsNoObjectIsRejected(_ text: String) {
        #expect(GitLabWebhooksTests.rejection(HTTPFields(), Array(text.utf8))?.kind == .unreadable)
    }

    @Test func aKnownKindWithoutItsFieldsIsRejectedWithThePlace() {
        let error = GitLabWebhooksTests.rejection(HTTPFields(), Array(#"{"object_kind":"merge_request"}"#.utf8))
        #expect(error?.kind == .unreadable && error?.reason.contains("project: missing") == true)
    }
}
