// GitLab's error messages, in each shape.

import Testing

@testable import GitLabRuntime

@Suite struct ErrorResponseTests {
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
            (#"{"message":[{"name":["is bad"]},"two"]}"#, "name is bad, two", ["name": ["is bad"]]),
            (#"{"message":{"message":"deep"}}"#, "deep", [:]),
            (#"{"errors":["one","two"]}"#, "one, two", [:]),
            (#"{"errors":{"name":["bad"]}}"#, "name bad", ["name": ["bad"]]),
            (#"{"message":"x","errors":{}}"#, "x", [:]),
            (#"["one","two"]"#, "one, two", [:]), ("[]", "", [:]), ("null", "", [:]), ("404", "404", [:]),
            (#"{"message":"cut of"#, #"{"message":"cut of"#, [:]),
        ] as [(String, String, [String: [String]])])
    func shapes(body: String, message: String, fields: [String: [String]]) {
        let response = ErrorResponse(body: Array(body.utf8), contentType: nil)
        #expect(response.message == message)
        #expect(response.fieldMessages == fields)
    }

    @Test func markupIsKnownByItsContentType() {
        #expect(
            ErrorResponse(body: Array("502 Bad Gateway".utf8), contentType: "text/HTML; charset=utf-8").message == "")
    }

    @Test func theCodeAndTheScopesAreKept() {
        let body = #"{"error":"insufficient_scope","error_description":"More.","scope":"api read_api"}"#
        let response = ErrorResponse(body: Array(body.utf8), contentType: "application/json")
        #expect(response.code == "insufficient_scope" && response.scopes == ["api", "read_api"])
        // Without a description, `error` is a sentence.
        let plain = ErrorResponse(body: Array(#"{"error":"name is missing"}"#.utf8), contentType: nil)
        #expect(plain.code == nil && plain.scopes == [])
    }

    @Test(arguments: [
        ("<title>502 Bad Gateway</title>", 502, "502 Bad Gateway"),
        ("<TITLE>\n 502  BAD gateway </TITLE>", 502, "502 Bad Gateway"),
        ("<title>502</title>", 502, "502 Bad Gateway"), ("<title></title>", 502, "502 Bad Gateway"),
        ("<title>open", 502, "502 Bad Gateway"), ("<h1>Oh</h1>", 502, "502 Bad Gateway"),
        ("<title>GitLab is not responding (502)</title>", 502, "502 Bad Gateway: GitLab is not responding (502)"),
        (
            "<!DOCTYPE html><html><head><title lang=\"en\">Sign in &middot; Rock &amp;amp; Roll</title>", 403,
            "403 Forbidden: Sign in · Rock &amp; Roll"
        ),
        ("<title>\(String(repeating: "long ", count: 30))</title>", 502, "502 Bad Gateway"),
        ("<title>é<b>x</b></title>", 502, "502 Bad Gateway"),
        ("<p>ÀÉ İ</p><title>Wartung für alle</title>", 503, "503 Service Unavailable: Wartung für alle"),
    ])
    func theTitleOfAPageIsSaidWhereItSaysMore(html: String, status: Int, line: String) {
        let response = ErrorResponse(body: Array(html.utf8), contentType: "text/html")
        #expect(response.message == "")
        let reason = StatusReason.text(for: .init(code: status, reasonPhrase: ""))
        #expect(response.line(status: status, reason: reason) == line)
    }

    @Test func longTextsAreCut() {
        let response = ErrorResponse(
            body: Array(repeating: UInt8(ascii: "x"), count: 10_000), contentType: "text/plain")
        #expect(response.message.count == 501 && response.message.hasSuffix("…"))
    }

    @Test func bytesThatAreNoTextDoNotFail() {
        #expect(ErrorResponse(body: [0xFF, 0xFE, 0x00, 0x41], contentType: nil).message.contains("A"))
    }

    /// Messages of all values would be as long as their number times their depth.
    @Test(.timeLimit(.minutes(1))) func aDeepAndWideBodyIsCut() {
        let depth = 400
        let leaves = Array(repeating: "0", count: 25_000).joined(separator: ",")
        let body =
            #"{"error":"first","message":"# + String(repeating: #"{"a":"#, count: depth) + "[\(leaves)]"
            + String(repeating: "}", count: depth + 1)
        let response = ErrorResponse(body: Array(body.utf8), contentType: "application/json")
        #expect(response.message == "first" && response.fieldMessages.isEmpty)
        let wide = ErrorResponse(body: Array(#"{"message":{"a":[\#(leaves)]}}"#.utf8), contentType: nil)
        #expect(wide.fieldMessages["a"]?.count == 100 && wide.message.count == 498)
    }
}
