// The facts about a request in logs, metrics and traces, under the names of the OpenTelemetry conventions.

#if Logging || Metrics || Tracing
import GitLabRuntime
import HTTPTypes

/// The facts about one request that may be shown anywhere: neither fields nor queries nor bodies, and no path but the
/// template, because the others contain IDs and names.
///
/// Source: <https://opentelemetry.io/docs/specs/semconv/http/http-spans/>
struct RequestFacts {
    enum Value: Hashable {
        case text(String)
        case number(Int)

        var description: String {
            switch self {
            case .text(let text): text
            case .number(let number): "\(number)"
            }
        }
    }

    private(set) var facts: [(name: String, value: Value)]

    init(_ request: OutgoingRequest) {
        facts = [
            ("gitlab.operation", .text(request.operation)),
            ("http.request.method", .text(request.head.method.rawValue)),
            ("url.template", .text(request.pathTemplate)),
        ]
        if let scheme = request.head.scheme { facts.append(("url.scheme", .text(scheme))) }
        if let authority = request.head.authority {
            let (host, port) = Self.hostAndPort(authority)
            facts.append(("server.address", .text(host)))
            let usual = request.head.scheme == "http" ? 80 : 443
            facts.append(("server.port", .number(port ?? usual)))
        }
        if request.attempt > 1 { facts.append(("http.request.resend_count", .number(request.attempt - 1))) }
    }

    mutating func add(_ response: HTTPResponse) {
        facts.append(("http.response.status_code", .number(response.status.code)))
        if response.status.code >= 400 { facts.append(("error.type", .text("\(response.status.code)"))) }
    }

    mutating func add(_ error: any Error) {
        facts.append(("error.type", .text(Self.type(of: error))))
    }

    /// Returns the kind of an error: its text may quote the server.
    static func type(of error: any Error) -> String {
        switch error {
        case let error as GitLabError: error.kind.description
        case is CancellationError: "cancelled"
        default: "\(Swift.type(of: error))"
        }
    }

    private static func hostAndPort(_ authority: String) -> (String, Int?) {
        let host = authority.split(separator: "@").last.map(String.init) ?? ""
        let afterBrackets = host.lastIndex(of: "]") ?? host.startIndex
        guard let colon = host[afterBrackets...].lastIndex(of: ":") else { return (host, nil) }
        return (String(host[..<colon]), Int(host[host.index(after: colon)...]))
    }
}

extension Duration {
    /// The time in nanoseconds.
    var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}
#endif
