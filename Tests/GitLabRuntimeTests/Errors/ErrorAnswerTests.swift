// GitLab's words about failures, in each shape.

import Testing

@testable import GitLabRuntime

@Suite struct ErrorAnswerTests {
    @Test(
        arguments: [
            (#"{"message":"404 Project Not Found"}"#, "404 Project Not Found", [:]),
            (#"{"error":"name is missing, path is missing"}"#, "name is missing, path is missing", [:]),
            (
                #"{"error":"invalid_token","error_description":"Token was revoked."}"#,
                "invalid_token: Token was revoked.", [:]
            ),
            (
                #"{"error":"insufficient_scope","error_description":"Not enough.","scope":"api read_api"}"#,
                "insufficient_scope: Not enough. (scope: api read_api)", [:]
            ),
            (
                #"{"message":{"path":["has been taken"],"name":["has been taken","is odd"]}}"#,
                "name has been taken; name is odd; path has been taken",
                ["name": ["has been taken", "is odd"], "path": ["has been taken"]]
            ),
            (
                #"{"message":{"namespace":{"route":{"path":["is bad"]}},"base":["It failed"]}}"#,
                "It failed; namespace.route.path is bad", ["namespace.route.path": ["is bad"], "base": ["It failed"]]
            ),
            (#"{"message":{"bio":"is too long"}}"#, "bio is too long", ["bio": ["is too long"]]),
            (#"{"message":{"error":"Too many requests."}}"#, "Too many requests.", [:]),
            (#"{"message":["one","two"]}"#, "one, two", [:]),
            (#"{"error":{"name":["bad"]}}"#, "name bad", ["name": ["bad"]]),
            (#"{"message":"no","reason":"not_allowed"}"#, "no (not_allowed)", [:]),
            (#"{"message":"x","error":"y"}"#, "x: y", [:]),
            (#"{"message":"x","error":"x"}"#, "x", [:]),
            (#"{"message":null,"error":"y"}"#, "y", [:]),
            (#"{"status":"error","code":7}"#, #"{"status":"error","code":7}"#, [:]),
            (#""Retry later""#, "Retry later", [:]),
            ("Retry later\n", "Retry later", [:]),
            ("\nProblem:\n  message body does not match", "Problem: message body does not match", [:]),
            ("", "", [:]),
            ("   \n", "", [:]),
            ("<html><head><title>502</title></head></html>", "", [:]),
            ("\n <!DOCTYPE html>\n<p>Sign in</p>", "", [:]),
            (#"{"message":"cut of"#, #"{"message":"cut of"#, [:]),
        ] as [(String, String, [String: [String]])])
    func shapes(body: String, message: String, fields: [String: [String]]) {
        let answer = ErrorAnswer(body: Array(body.utf8), contentType: nil)
        #expect(answer.message == message)
        #expect(answer.fieldMessages == fields)
    }

    @Test func markupIsKnownByItsContentType() {
        #expect(ErrorAnswer(body: Array("502 Bad Gateway".utf8), contentType: "text/HTML; charset=utf-8").message == "")
    }

    @Test func longTextsAreCut() {
        let answer = ErrorAnswer(body: Array(repeating: UInt8(ascii: "x"), count: 10_000), contentType: "text/plain")
        #expect(answer.message.count == 501 && answer.message.hasSuffix("…"))
    }

    @Test func bytesThatAreNoTextDoNotFail() {
        #expect(ErrorAnswer(body: [0xFF, 0xFE, 0x00, 0x41], contentType: nil).message.contains("A"))
    }
}
