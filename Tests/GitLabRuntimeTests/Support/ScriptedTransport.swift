// A transport that responds from a script and keeps the requests.

import Foundation
import GitLabRuntime
import HTTPTypes
import Testing

final class ScriptedTransport: Transport, @unchecked Sendable {
    struct Sent: Sendable {
        var head: HTTPRequest
        var body: RequestBody

        var path: String { head.path ?? "" }
        var query: String { path.split(separator: "?", maxSplits: 1).dropFirst().first.map(String.init) ?? "" }
        func field(_ name: String) -> String? { head.headerFields.first { $0.name.canonicalName == name }?.value }
    }

    private let lock = NSLock()
    private var kept: [Sent] = []
    private let script: @Sendable (Sent, Int) async throws -> TransportResponse

    /// - Parameter script: receives the request and the number of requests before.
    init(_ script: @escaping @Sendable (Sent, Int) async throws -> TransportResponse) {
        self.script = script
    }

    var sent: [Sent] { lock.withLock { kept } }

    func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse {
        let sent = Sent(head: request, body: body)
        let count = lock.withLock {
            kept.append(sent)
            return kept.count - 1
        }
        return try await script(sent, count)
    }
}

extension TransportResponse {
    static func json(_ text: String, status: Int = 200, _ fields: [String: String] = [:]) -> TransportResponse {
        var all = ["Content-Type": "application/json"]
        all.merge(fields) { _, new in new }
        return response(text, status: status, all)
    }

    static func response(_ text: String, status: Int = 200, _ fields: [String: String] = [:]) -> TransportResponse {
        var head = HTTPResponse(status: HTTPResponse.Status(code: status))
        for (name, value) in fields { head.headerFields[HTTPField.Name(name)!] = value }
        return TransportResponse(head: head, body: ResponseBody(Array(text.utf8)))
    }
}

extension GitLabClient {
    /// A client without retries, unless it is changed.
    static func scripted(
        _ transport: ScriptedTransport,
        base: String = "https://gitlab.example.com",
        credentials: Credentials = .personalAccessToken("glpat-secret-0123456789")
    ) -> GitLabClient {
        GitLabClient(baseURL: URL(string: base)!, credentials: credentials, transport: transport)
            .with { $0.retries = .never }
    }
}

/// The error that an operation throws, as the client's error; records an issue if it throws none or another.
func gitLabError(_ operation: () async throws -> some Any) async throws -> GitLabError {
    var thrown: (any Error)?
    do { _ = try await operation() } catch { thrown = error }
    return try #require(thrown as? GitLabError)
}
