// Heads of responses with statuses and header fields of every kind.

import HTTPTypes
import TestSeeds

struct HostileHeads {
    /// Character of most responses of a server.
    enum Mood: CaseIterable {
        case successes, lists, errors, redirects, anything
    }

    private var random: SeededRandom
    private let mood: Mood

    init(seed: UInt64, mood: Mood) {
        random = SeededRandom(seed)
        self.mood = mood
    }

    /// - Parameter number: the number of the response.
    mutating func next(number: Int) -> HTTPResponse {
        var head = HTTPResponse(status: HTTPResponse.Status(code: status()))
        if mood == .lists, !random.once(in: 8) { addPage(number, to: &head) }
        for _ in 0..<random.number(0...6) {
            let (name, values) = random.pick(Self.fields)
            guard let name = HTTPField.Name(name) else { continue }
            let value = random.once(in: 12) ? oddNumber() : random.pick(values)
            if random.once(in: 6) {
                head.headerFields.append(HTTPField(name: name, value: value))
            } else {
                head.headerFields[name] = value
            }
        }
        return head
    }

    private mutating func status() -> Int {
        if random.once(in: 8) { return random.number(100...999) }
        return switch mood {
        case .successes, .lists: random.once(in: 6) ? random.pick([201, 202, 204, 206]) : 200
        case .errors: random.pick([400, 401, 403, 404, 405, 409, 412, 413, 416, 422, 429, 500, 502, 503, 504])
        case .redirects: random.pick([301, 302, 303, 304, 307, 308, 200])
        case .anything: random.pick([200, 206, 304, 401, 416, 429, 500])
        }
    }

    /// A page of a list that goes on.
    private mutating func addPage(_ number: Int, to head: inout HTTPResponse) {
        if random.once(in: 2) {
            head.headerFields[.init("X-Page")!] = "\(number)"
            head.headerFields[.init("X-Next-Page")!] = "\(number + 1)"
            if random.once(in: 2) { head.headerFields[.init("X-Total-Pages")!] = "\(random.number(0...9))" }
        } else {
            head.headerFields[.init("Link")!] = "<https://gitlab.example.com/x?cursor=\(number)>; rel=\"next\""
        }
    }

    private mutating func oddNumber() -> String {
        random.pick(Self.numbers)
    }

    private static let numbers = [
        "", "0", "1", "2", "3", "-1", "007", " 5 ", "1e3", "1.5", "9223372036854775807", "9223372036854775808",
        "-9223372036854775808", "18446744073709551616", "4611686018427387904", "٣", "0x10", "NaN", "2, 2", "2, 3", "x",
        String(repeating: "9", count: 5_000),
    ]

    private static let dates = [
        "Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 15 Jan 2027 08:00:01 GMT", "Fri, 31 Dec 9999 23:59:59 GMT",
        "Fri, 99 Foo 2027 99:99:99 GMT", "yesterday", "2027-01-15T08:00:00Z",
    ]

    private static let links = [
        "<?page=2>; rel=\"next\"", "<https://gitlab.example.com/x?page=2>; rel=next", "<>; rel=\"next\"",
        "<x>; rel=\"next\"",
        "</x?labels[]=a&created_after=2026-11-28T05%3A23Z>; rel=\"next\"", "<?a=%>; rel=\"next\"",
        "<?private_token=\(HostileServer.token)&cursor=1>; rel=\"next\"", "<?cursor=é>; rel=\"next\"",
        "<?cursor=\(String(repeating: "a", count: 20_000))>; rel=\"next\"", "<?page=2", "<?page=2>; rel=\"\\\"next",
        String(repeating: "<?page=2>; rel=\"prev\", ", count: 2_000), "<?page=9223372036854775807>; rel=\"next\"",
        "<?page=-3>; rel=\"next\"", "<?page=2#x>; rel=\"next\"; rel=\"prev\"",
    ]

    private static let locations = [
        "/api/v4/elsewhere", "elsewhere", "?page=2", "", "//other.example.com/x", "https://other.example.com/x?a=b",
        "http://gitlab.example.com/x", "javascript:alert(1)", "https://user:\(HostileServer.token)@gitlab.example.com/",
        "https://other.example.com/?private_token=\(HostileServer.token)", "/a b\u{7F}é", "/%", "/[x]{y}|",
        "https://[::1]:99999/", "https://gitlab.example.com:0/", "https://", "#x",
        "/" + String(repeating: "a/../", count: 3_000),
    ]

    private static let types = [
        "application/json", "application/json; charset=utf-16", "text/html", "text/plain; \u{1B}[2J", "",
        "APPLICATION/PROBLEM+JSON", String(repeating: "x", count: 10_000), HostileServer.token,
    ]

    private static let fields: [(String, [String])] = [
        ("X-Page", numbers), ("X-Next-Page", numbers), ("X-Per-Page", numbers), ("X-Total", numbers),
        ("X-Total-Pages", numbers), ("X-Prev-Page", numbers), ("Link", links), ("Link", links),
        ("Retry-After", numbers + dates), ("RateLimit-Limit", numbers), ("RateLimit-Remaining", numbers),
        ("RateLimit-Observed", numbers), ("RateLimit-Reset", numbers), ("RateLimit-ResetTime", dates),
        ("RateLimit-Name", ["throttle_authenticated_api", "\u{202E}x", HostileServer.token, "a", "b", "c"]),
        ("Content-Type", types), ("Content-Encoding", ["gzip", "identity", "br", "x, gzip", "\u{1B}[31m", ""]),
        ("Content-Length", numbers), ("ETag", ["\"a\"", "W/\"a\"", "", "a", "\"\(HostileServer.token)\""]),
        ("Last-Modified", dates), ("Date", dates),
        (
            "Content-Range",
            [
                "bytes 0-9/10", "bytes 5-9/10", "bytes 9-5/10", "bytes */10", "bytes 0-9/*", "bytes -/", "x",
                "bytes 9223372036854775807-9223372036854775808/1", "bytes 0-9223372036854775807/9223372036854775807",
            ]
        ), ("Accept-Ranges", ["bytes", "none"]),
        (
            "Content-Disposition",
            [
                "attachment; filename=\"../../etc/passwd\"", "attachment; filename*=UTF-8''%", "attachment; filename=",
                "attachment; filename*=UTF-8''%2e%2e%2f\(HostileServer.token)", "x", "attachment; filename=\"\\",
            ]
        ), ("Location", locations), ("Location", locations),
        (
            "WWW-Authenticate",
            [
                "Bearer error=\"invalid_token\"", "Basic realm=\"x\"", "Digest",
                "Bearer scope=\"\(HostileServer.token)\"",
            ]
        ), ("X-Request-Id", ["01ABC", "\u{1B}[31m\u{8}", HostileServer.token, String(repeating: "x", count: 5_000)]),
        ("X-Gitlab-Meta", [HostileServer.token]), ("Transfer-Encoding", ["chunked", "x"]), ("Set-Cookie", ["a=b"]),
    ]
}
