// Secrets redacted in sentences.

import Testing

@testable import GitLabRuntime

@Suite struct SecretTextTests {
    @Test(
        arguments: [
            ("the token s3cret-1 is bad", ["s3cret-1"], "the token [redacted] is bad"),
            ("s3cret-1s3cret-1", ["s3cret-1"], "[redacted][redacted]"),
            ("at /x/a%2Fb%2Bc-d", ["a/b+c-d"], "at /x/[redacted]"),
            ("longer-secret and longer", ["longer", "longer-secret"], "[redacted] and [redacted]"),
            ("a is a as cat, at a", ["a"], "[redacted] is [redacted] as cat, at [redacted]"),
            ("value is invalid: 1", ["1"], "value is invalid: [redacted]"), ("10 of 100", ["1"], "10 of 100"),
            ("as it is", [""], "as it is"),
            (
                "import_url is invalid: https://user:pw@host.example.com/x.git", [],
                "import_url is invalid: https://[redacted]@host.example.com/x.git"
            ),
            (
                "(ssh://git@h/x) and https://a@b@c/, https://x.example.com/@user/y", [],
                "(ssh://[redacted]@h/x) and https://[redacted]@c/, https://x.example.com/@user/y"
            ),
            ("https://", [], "https://"), ("://a@b", [], "://[redacted]@b"),
            (
                "GET /x?a=b&private_token=t-1&c=d, \"access_token=t-2\" job_token=t-3", [],
                "GET /x?a=b&private_token=[redacted]&c=d, \"access_token=[redacted]\" job_token=[redacted]"
            ),
            ("private_token=", [], "private_token=[redacted]"),
            ("ci_job_token_scope is x", [], "ci_job_token_scope is x"),
        ] as [(String, [String], String)])
    func redacted(text: String, secrets: [String], expected: String) {
        #expect(SecretText.redacting(text, secrets) == expected)
    }
}
