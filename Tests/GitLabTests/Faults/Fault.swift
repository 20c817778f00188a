// Faults, and the expected reaction of the client.

import Foundation
import GitLabRuntime
import Testing

/// One fault: the request, the server's script, and the outcome.
struct Fault: Sendable, CustomTestStringConvertible {
    enum Operation: Sendable {
        case get, create, edit, delete, list
    }

    enum Outcome: Sendable {
        case succeeds
        /// Fails with an error of this kind, whose first line is, or where an ellipsis ends it begins with, this.
        case fails(GitLabError.Kind, String)
    }

    let name: String
    let operation: Operation
    let steps: [[FaultAction]]
    let outcome: Outcome
    /// How many requests reach the server.
    let attempts: Int
    /// In seconds, each time that the client waits.
    let waits: [ClosedRange<Double>]
    /// Only waits that are short enough for tests.
    let isImpatient: Bool
    /// The reason why URLSession on Linux is skipped: no transport can fix its errors.
    var foundationProblem: String?

    init(
        _ name: String, _ operation: Operation, _ steps: [[FaultAction]], _ outcome: Outcome, attempts: Int = 1,
        waits: [ClosedRange<Double>] = [], isImpatient: Bool = false
    ) {
        self.name = name
        self.operation = operation
        self.steps = steps
        self.outcome = outcome
        self.attempts = attempts
        self.waits = waits
        self.isImpatient = isImpatient
    }

    /// A fault of reading one project.
    init(
        _ name: String, _ steps: [[FaultAction]], _ outcome: Outcome, attempts: Int = 1,
        waits: [ClosedRange<Double>] = [], isImpatient: Bool = false
    ) {
        self.init(name, .get, steps, outcome, attempts: attempts, waits: waits, isImpatient: isImpatient)
    }

    var testDescription: String { name }

    private func unaskable(_ problem: String) -> Fault {
        var fault = self
        fault.foundationProblem = problem
        return fault
    }

    /// Random waits before the second, the third and the fourth attempt.
    static let backoff = [0...0.5, 0...1.0, 0...2.0]
}

extension Fault {
    /// A response as it is on the wire.
    static func response(
        _ status: String, _ body: String = "", type: String = "application/json", _ fields: [String] = []
    ) -> FaultAction {
        let lines =
            ["HTTP/1.1 \(status)", "Content-Type: \(type)", "Content-Length: \(body.utf8.count)", "Connection: close"]
            + fields
        return .send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
    }

    private static let head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
    private static let htmlPage =
        "<!DOCTYPE html><html><head><title>GitLab is not responding</title></head><body></body></html>"

    static let all: [Fault] = connections + slowness + limits + serverErrors + rejections + contents + redirects + lists

    // MARK: - Connections

    private static let connections: [Fault] = [
        Fault("reset before the head, then fine", [[.reset], [.api]], .succeeds, attempts: 2, waits: [0...0.5]),
        Fault(
            "reset before the head, always", [[.reset]], .fails(.transport, "no response from 127.0.0.1:…"),
            attempts: 4,
            waits: backoff),
        Fault(
            "reset after the head",
            [[.send(head + "Content-Length: 1000\r\n\r\n{\"id\":"), .wait(milliseconds: 50), .reset]],
            .fails(.transport, "…"), attempts: 4, waits: backoff),
        Fault(
            "reset before the head of a PUT, then fine", .edit, [[.reset], [.api]], .succeeds, attempts: 2,
            waits: [0...0.5]),
        Fault(
            "reset before the head of a DELETE, then fine", .delete, [[.reset], [.api]], .succeeds, attempts: 2,
            waits: [0...0.5]),
        Fault(
            "reset before the head of a POST is not repeated", .create, [[.reset], [.api]],
            .fails(.transport, "no response from 127.0.0.1:…")),
        Fault(
            "closed without a response", [[]], .fails(.transport, "no response from 127.0.0.1:…"), attempts: 4,
            waits: backoff),
        Fault("closed without a response to a POST is not repeated", .create, [[], [.api]], .fails(.transport, "…")),
        Fault(
            "body cut, with Content-Length", [[.send(head + "Content-Length: 1000\r\n\r\n{\"id\": 1, ")]],
            .fails(.transport, "…"), attempts: 4, waits: backoff),
        Fault(
            "body cut, chunked", [[.send(head + "Transfer-Encoding: chunked\r\n\r\nff\r\n{\"id\": 1, ")]],
            .fails(.transport, "…"), attempts: 4, waits: backoff),
        Fault(
            "body cut, then fine", [[.send(head + "Content-Length: 1000\r\n\r\n{\"id\": 1, ")], [.api]], .succeeds,
            attempts: 2,
            waits: [0...0.5]),
        Fault(
            "head cut", [[.send("HTTP/1.1 200 OK\r\nContent-Ty")]], .fails(.transport, "…"), attempts: 4, waits: backoff
        )
        .unaskable("it ends the process: Transfer completed, but there's no response"),
        Fault("not HTTP", [[.send("SSH-2.0-OpenSSH_9.2\r\n")]], .fails(.transport, "…"), attempts: 4, waits: backoff),
        Fault(
            "an interim response before the real one",
            [[.send("HTTP/1.1 103 Early Hints\r\nLink: </x>; rel=preload\r\n\r\n"), response("200 OK", "{\"id\":1}")]],
            .succeeds
        ),
        Fault(
            "two interim responses before the real one",
            [
                [
                    .send("HTTP/1.1 100 Continue\r\n\r\n"), .send("HTTP/1.1 102 Processing\r\n\r\n"),
                    response("200 OK", "{\"id\":1}"),
                ]
            ],
            .succeeds
        ),
    ]

    // MARK: - Slowness

    private static let slowness: [Fault] = [
        Fault("slow first byte", [[.hold]], .fails(.timeout, "…"), attempts: 2, waits: [0...0.5], isImpatient: true),
        Fault(
            "slow body", [[.send(head + "Content-Length: 100\r\n\r\n{\"id\":"), .hold]], .fails(.timeout, "…"),
            attempts: 2,
            waits: [0...0.5], isImpatient: true),
        Fault(
            "slow first byte of a POST is not repeated", .create, [[.hold]], .fails(.timeout, "…"), isImpatient: true),
        Fault(
            "a body that drips comes through",
            [
                [.send(head + "Content-Length: 8\r\nConnection: close\r\n\r\n")]
                    + "{\"id\":1}".flatMap { [FaultAction.send(String($0)), .wait(milliseconds: 20)] }
            ], .succeeds),
    ]

    // MARK: - Limits

    private static let limits: [Fault] = [
        Fault(
            "429 with seconds",
            [[response("429 Too Many Requests", "Retry later\n", type: "text/plain", ["Retry-After: 7"])], [.api]],
            .succeeds, attempts: 2, waits: [7...7.5]),
        Fault(
            "429 with a date",
            [
                [
                    response(
                        "429 Too Many Requests", "Retry later\n", type: "text/plain",
                        ["Retry-After: Fri, 15 Jan 2027 08:00:30 GMT"])
                ], [.api],
            ], .succeeds, attempts: 2, waits: [30...30.5]),
        Fault(
            "429 with a date that has passed",
            [[response("429 Too Many Requests", "", ["Retry-After: Fri, 15 Jan 2021 08:00:30 GMT"])], [.api]],
            .succeeds,
            attempts: 2, waits: [0...0.5]),
        Fault(
            "429 with the moment of the reset alone",
            [
                [
                    response(
                        "429 Too Many Requests", "",
                        ["RateLimit-Reset: 1800000020", "RateLimit-Limit: 10", "RateLimit-Remaining: 0"])
                ], [.api],
            ], .succeeds, attempts: 2, waits: [20...20.5]),
        Fault(
            "429 with garbage", [[response("429 Too Many Requests", "", ["Retry-After: soon"])], [.api]], .succeeds,
            attempts: 2, waits: [0...0.5]),
        Fault(
            "429 with nothing", [[response("429 Too Many Requests")], [.api]], .succeeds, attempts: 2, waits: [0...0.5]),
        Fault(
            "429 to a POST is repeated: nothing was done", .create,
            [[response("429 Too Many Requests", "", ["Retry-After: 1"])], [.api]], .succeeds, attempts: 2,
            waits: [1...1.5]),
        Fault(
            "429 with seconds twice",
            [[response("429 Too Many Requests", "", ["Retry-After: 3", "Retry-After: 8"])], [.api]], .succeeds,
            attempts: 2, waits: [8...8.5]),
        Fault(
            "503 with a date twice",
            [
                [
                    response(
                        "503 Service Unavailable", "",
                        [
                            "Retry-After: Fri, 15 Jan 2027 08:00:10 GMT",
                            "Retry-After: Fri, 15 Jan 2027 08:00:20 GMT",
                        ])
                ], [.api],
            ], .succeeds, attempts: 2, waits: [20...20.5]),
        Fault(
            "429 for longer than a call may take",
            [[response("429 Too Many Requests", "Retry later\n", type: "text/plain", ["Retry-After: 3600"])]],
            .fails(.rateLimited, "Retry later…")),
        Fault(
            "429 always",
            [
                [
                    response(
                        "429 Too Many Requests",
                        "{\"message\":{\"error\":\"This endpoint has been requested too many times.\"}}",
                        ["Retry-After: 2"])
                ]
            ], .fails(.rateLimited, "…This endpoint has been requested too many times…"), attempts: 4,
            waits: [2...2.5, 2...2.5, 2...2.5]),
        Fault(
            "503 with seconds",
            [[response("503 Service Unavailable", htmlPage, type: "text/html", ["Retry-After: 5"])], [.api]], .succeeds,
            attempts: 2, waits: [5...5.5]),
    ]

    // MARK: - Errors of the server

    private static let serverErrors: [Fault] =
        [
            "500 Internal Server Error", "502 Bad Gateway", "503 Service Unavailable", "504 Gateway Timeout",
            "520 Unknown",
        ]
        .flatMap { status in
            [
                Fault(
                    "\(status.prefix(3)) with JSON", [[response(status, "{\"message\":\"\(status)\"}")]],
                    .fails(.server, status), attempts: 4, waits: backoff),
                Fault(
                    "\(status.prefix(3)) with HTML", [[response(status, htmlPage, type: "text/html")]],
                    .fails(.server, "…"), attempts: 4, waits: backoff),
                Fault(
                    "\(status.prefix(3)) with nothing", [[response(status)]], .fails(.server, "…"), attempts: 4,
                    waits: backoff),
            ]
        } + [
            Fault(
                "500 to a PUT is not repeated: it may have been done", .edit,
                [[response("500 Internal Server Error", "{\"message\":\"500 Internal Server Error\"}")], [.api]],
                .fails(.server, "500 Internal Server Error")),
            Fault(
                "502 to a PUT, then fine", .edit, [[response("502 Bad Gateway", htmlPage, type: "text/html")], [.api]],
                .succeeds, attempts: 2, waits: [0...0.5]),
            Fault(
                "503 to a DELETE, then fine", .delete, [[response("503 Service Unavailable")], [.api]], .succeeds,
                attempts: 2, waits: [0...0.5]),
            Fault(
                "502 to a POST is not repeated", .create,
                [[response("502 Bad Gateway", htmlPage, type: "text/html")], [.api]], .fails(.server, "…")),
            Fault("501 is not repeated", [[response("501 Not Implemented")]], .fails(.server, "…")),
        ]

    // MARK: - Rejections

    private static let rejections: [Fault] = [
        Fault(
            "a message with commands for a terminal",
            [[response("404 Not Found", "{\"message\":\"404 \\u001b[2JProject\\u202e\\u0008 Not Found\"}")]],
            .fails(.notFound, "404 \\u{1B}[2JProject\\u{202E}\\u{08} Not Found")),
        Fault(
            "a message that repeats the token",
            [[response("403 Forbidden", "{\"message\":\"403 glpat-full has no access\"}")]],
            .fails(.forbidden, "403 [redacted] has no access")),
        Fault(
            "an error of 400 levels", .create,
            [
                [
                    response(
                        "400 Bad Request",
                        "{\"message\":" + String(repeating: "{\"a\":", count: 400) + "1"
                            + String(repeating: "}", count: 401))
                ]
            ], .fails(.badRequest, "…")),
        Fault(
            "400", [[response("400 Bad Request", "{\"error\":\"name is missing\"}")]],
            .fails(.badRequest, "name is missing")),
        Fault(
            "400 as text", [[response("400 Bad Request", "Bad Request", type: "text/plain")]],
            .fails(.badRequest, "Bad Request")),
        Fault(
            "401", [[response("401 Unauthorized", "{\"message\":\"401 Unauthorized\"}")]],
            .fails(.unauthorized, "401 Unauthorized")),
        Fault(
            "403 for a scope",
            [
                [
                    response(
                        "403 Forbidden",
                        "{\"error\":\"insufficient_scope\",\"error_description\":\"The request requires higher privileges.\",\"scope\":\"api\"}"
                    )
                ]
            ], .fails(.forbidden, "insufficient_scope: The request requires higher privileges. (scope: api)")),
        Fault(
            "404", [[response("404 Not Found", "{\"message\":\"404 Project Not Found\"}")]],
            .fails(.notFound, "404 Project Not Found")),
        Fault(
            "409", [[response("409 Conflict", "{\"message\":\"409 Conflict: Resource lock\"}")]],
            .fails(.conflict, "409 Conflict: Resource lock")),
        Fault("411 without a body", .create, [[response("411 X")]], .fails(.unexpectedStatus, "411 …")),
        Fault(
            "412", .delete, [[response("412 Precondition Failed", "{\"message\":\"412 Precondition Failed\"}")]],
            .fails(.preconditionFailed, "412 Precondition Failed")),
        Fault(
            "422 by attribute", .create,
            [[response("422 Unprocessable Entity", "{\"message\":{\"name\":[\"is too short\",\"is reserved\"]}}")]],
            .fails(.unprocessable, "…name…is too short…")),
        Fault(
            "413 from a proxy", .create,
            [
                [
                    response(
                        "413 Request Entity Too Large",
                        "<html><head><title>413 Request Entity Too Large</title></head></html>", type: "text/html")
                ]
            ], .fails(.unexpectedStatus, "…")),
    ]

    // MARK: - Contents

    private static let contents: [Fault] = [
        Fault(
            "a body of 20,000 levels", [[response("200 OK", String(repeating: "[", count: 20_000))]],
            .fails(.decoding, "the response could not be read: …")),
        Fault(
            "a body of bytes that are no text", .create, [[response("201 Created", "{\"id\":1,\"\u{0}\":2}")]],
            .fails(.decoding, "the response could not be read: …")),
        Fault(
            "a rate limit of 19 digits",
            [
                [
                    response(
                        "200 OK", "{\"id\":1}",
                        [
                            "RateLimit-Limit: 18446744073709551616", "RateLimit-Remaining: 9223372036854775807",
                            "RateLimit-Reset: 9223372036854775807",
                        ])
                ]
            ], .succeeds),
        Fault(
            "a body that is longer than the limit",
            [
                [
                    .send(head + "Connection: close\r\n\r\n["),
                    .send(String(repeating: " ", count: 200_000)), .hold,
                ]
            ], .fails(.tooLong, "the body is longer than 100000 bytes…"), isImpatient: true),
        Fault(
            "an error whose body has no end", .create,
            [
                [
                    .send("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"),
                    .send(String(repeating: "x", count: 200_000)), .hold,
                ]
            ], .fails(.badRequest, "x…"), isImpatient: true),
        Fault("garbage JSON", [[response("200 OK", "{\"id\": 1, \"name\": ")]], .fails(.decoding, "…")),
        Fault("JSON of another shape", [[response("200 OK", "{\"id\": \"one\"}")]], .fails(.decoding, "…id…")),
        Fault("a list where there should be a project", [[response("200 OK", "[1, 2]")]], .fails(.decoding, "…")),
        Fault("nothing where there should be a project", [[response("200 OK")]], .fails(.decoding, "…")),
        Fault(
            "204 where there should be a project", [[.send("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")]],
            .fails(.decoding, "…")),
        Fault(
            "a page of HTML with status 200",
            [[response("200 OK", "<html><body>Sign in</body></html>", type: "text/html")]], .fails(.decoding, "…")),
        Fault(
            "JSON under another name is still JSON", [[response("200 OK", "{\"id\":1}", type: "text/plain")]], .succeeds
        ),
    ]

    // MARK: - Redirects

    private static func redirect(_ status: String, to place: String) -> FaultAction {
        response(status, "", ["Location: \(place)"])
    }

    private static let redirects: [Fault] = [
        Fault(
            "a redirect to itself", [[redirect("302 Found", to: "/KEY/api/v4/projects/1")]],
            .fails(.redirect, "…redirected more than 5 times…"), attempts: 6),
        Fault(
            "redirects in a circle",
            [[redirect("301 Moved Permanently", to: "projects/2")], [redirect("301 Moved Permanently", to: "1")]],
            .fails(.redirect, "…redirected more than 5 times…"), attempts: 6),
        Fault(
            "a redirect within the origin",
            [[redirect("301 Moved Permanently", to: "/KEY/api/v4/projects/1")], [.api]], .succeeds, attempts: 2),
        Fault(
            "a redirect with a blank in its target",
            [[redirect("301 Moved Permanently", to: "/KEY/api/v4/projects/1?a=b c")], [.api]], .succeeds, attempts: 2),
        Fault(
            "a redirect to a script", [[redirect("302 Found", to: "javascript:alert(1)")]],
            .fails(.redirect, "the server redirects to a URL with the scheme javascript…")),
        Fault(
            "a redirect to a file", [[redirect("302 Found", to: "file:/etc/passwd")]],
            .fails(.redirect, "the server redirects to a URL with the scheme file…")),
        Fault(
            "a redirect to mail", [[redirect("302 Found", to: "mailto:root@example.com")]],
            .fails(.redirect, "the server redirects to a URL with the scheme mailto…")),
        Fault(
            "a redirect to another port", [[redirect("302 Found", to: "http://127.0.0.1:SECOND/x")]],
            .fails(.redirect, "the server redirects to http://127.0.0.1:…")),
        Fault(
            "a redirect to another host", [[redirect("302 Found", to: "https://gitlab.example.invalid/x")]],
            .fails(
                .redirect, "the server redirects to https://gitlab.example.invalid, which the client does not follow…")),
        Fault(
            "a redirect to nowhere", [[response("302 Found")]],
            .fails(.redirect, "the server redirects without a Location")),
        Fault("a redirect to no URL", [[redirect("302 Found", to: "http://")]], .fails(.redirect, "…")),
        Fault(
            "a redirect of a POST, 302", .create, [[redirect("302 Found", to: "/KEY/api/v4/projects")]],
            .fails(.redirect, "the server redirects this POST…")),
        Fault(
            "a redirect of a POST, 307", .create, [[redirect("307 Temporary Redirect", to: "/KEY/api/v4/projects")]],
            .fails(.redirect, "the server redirects this POST…")),
        Fault(
            "a redirect of a PUT, 308", .edit, [[redirect("308 Permanent Redirect", to: "/KEY/api/v4/projects/2")]],
            .fails(.redirect, "the server redirects this PUT…")),
        Fault(
            "a redirect of a DELETE, 301", .delete, [[redirect("301 Moved Permanently", to: "/KEY/api/v4/projects/3")]],
            .fails(.redirect, "the server redirects this DELETE…")),
        Fault(
            "304 that nobody asked for", [[.send("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n")]],
            .fails(.notModified, "…")),
    ]

    // MARK: - Lists

    private static func page(_ ids: ClosedRange<Int>, next: String?, _ fields: [String] = []) -> FaultAction {
        let body = "[" + ids.map { "{\"id\":\($0)}" }.joined(separator: ",") + "]"
        return response("200 OK", body, next.map { ["Link: <\($0)>; rel=\"next\""] + fields } ?? fields)
    }

    private static let lists: [Fault] = [
        Fault(
            "links that name another host", .list,
            [
                [page(1...2, next: "https://gitlab.internal.invalid/KEY/api/v4/projects?page=2")],
                [page(3...4, next: "http://127.0.0.1:SECOND/KEY/api/v4/projects?page=3")], [page(5...5, next: nil)],
            ], .succeeds, attempts: 3),
        Fault(
            "the same page again", .list, [[page(1...2, next: "/KEY/api/v4/projects?page=1")]], .fails(.pageLoop, "…"),
            attempts: 2),
        Fault(
            "pages in a circle", .list,
            [[page(1...2, next: "/KEY/api/v4/projects?page=2")], [page(3...4, next: "/KEY/api/v4/projects?page=1")]],
            .fails(.pageLoop, "…"), attempts: 3),
        Fault(
            "totals that vanish", .list,
            [
                [
                    page(
                        1...2, next: "/KEY/api/v4/projects?page=2",
                        ["X-Total: 5", "X-Total-Pages: 3", "X-Next-Page: 2", "X-Page: 1"])
                ],
                [page(3...4, next: "/KEY/api/v4/projects?page=3", ["X-Next-Page: 3", "X-Page: 2"])],
                [page(5...5, next: nil, ["X-Next-Page: ", "X-Page: 3"])],
            ], .succeeds, attempts: 3),
        Fault(
            "a page that fails once", .list,
            [
                [page(1...2, next: "/KEY/api/v4/projects?page=2")], [response("502 Bad Gateway")],
                [page(3...4, next: "/KEY/api/v4/projects?page=3")], [.reset], [page(5...5, next: nil)],
            ], .succeeds, attempts: 5, waits: [0...0.5, 0...0.5]),
        Fault(
            "an empty page in the middle", .list,
            [
                [page(1...5, next: "/KEY/api/v4/projects?page=2")],
                [response("200 OK", "[]", ["Link: </KEY/api/v4/projects?page=3>; rel=\"next\""])],
                [response("200 OK", "[]")],
            ], .succeeds, attempts: 3),
        Fault(
            "a next page of 19 digits", .list,
            [[page(1...3, next: nil, ["X-Next-Page: 9223372036854775807", "X-Page: 1"])]],
            .fails(.pageLoop, "the server names `9223372036854775807` as the next page, which is not a page number")),
        Fault(
            "a number of pages of 19 digits", .list,
            [[page(1...5, next: nil, ["X-Total-Pages: 9223372036854775807", "X-Total: 9223372036854775808"])]],
            .succeeds),
        Fault(
            "a next page of words", .list, [[page(1...3, next: nil, ["X-Next-Page: two", "X-Page: 1"])]],
            .fails(.pageLoop, "the server names `two` as the next page, which is not a page number")),
        Fault(
            "numbers of pages that came twice", .list,
            [
                [page(1...3, next: nil, ["X-Next-Page: 2", "X-Next-Page: 2", "X-Page: 1", "X-Page: 1"])],
                [page(4...5, next: nil, ["X-Next-Page: ", "X-Page: 2"])],
            ], .succeeds, attempts: 2),
        Fault(
            "numbers of pages that differ", .list,
            [[page(1...3, next: nil, ["X-Next-Page: 2", "X-Next-Page: 3", "X-Page: 1"])]], .fails(.pageLoop, "…")),
        Fault(
            "brackets and escapes in the link to the next page", .list,
            [
                [page(1...3, next: "/KEY/api/v4/projects?labels[]=a&created_after=2026-11-28T05%3A23Z&page=2")],
                [page(4...5, next: nil)],
            ], .succeeds, attempts: 2),
        Fault(
            "empty pages with ever new links", .list,
            (1...102).map {
                [response("200 OK", "[]", ["Link: </KEY/api/v4/projects?cursor=\($0)>; rel=\"next\""])]
            }, .fails(.pageLoop, "the server sent 101 empty pages in a row…"), attempts: 101),
        Fault(
            "behind the offset limit", .list,
            [
                [page(1...2, next: "/KEY/api/v4/projects?page=2")],
                [
                    response(
                        "405 Method Not Allowed",
                        "{\"error\":\"Offset pagination has a maximum allowed offset of 50000 for requests that return objects of type Project. Remaining records can be retrieved using keyset pagination.\"}"
                    )
                ],
            ], .fails(.offsetLimit, "…"), attempts: 2),
    ]
}
