// One list of calls, with secrets wherever there can be some, whose traces must show none of them.

import Foundation
import GitLabRuntime
import HTTPTypes

struct GetThing: GitLabRequest {
    struct Response: Decodable, Sendable { let id: Int }

    static let endpoint = Endpoint("things.get", .get, "/things/:id")
    func addPath(to path: inout PathAttributes) { path.add("id", "s3cret/path") }
    func addQuery(to query: inout Parameters) { query.add("private_token", "s3cret-query") }
    func addHeaders(to headers: inout Parameters) { headers.add("X-Redacted", "s3cret-field") }
}

/// Responds once with each status, with secrets everywhere; 0 means a lost connection.
final class Scene: Transport, @unchecked Sendable {
    private let lock = NSLock()
    private var statuses: [Int]
    private var kept: [HTTPRequest] = []

    init(_ statuses: [Int]) { self.statuses = statuses }

    var sent: [HTTPRequest] { lock.withLock { kept } }

    func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse {
        let status = lock.withLock {
            kept.append(request)
            return statuses.isEmpty ? 200 : statuses.removeFirst()
        }
        guard status > 0 else { throw TransportError(.interrupted, "s3cret-reason") }
        var head = HTTPResponse(status: .init(code: status))
        head.headerFields[.contentType] = "application/json"
        head.headerFields[.setCookie] = "s3cret-cookie"
        head.headerFields[.location] = "/api/v4/things/s3cret-place?private_token=s3cret-link"
        head.headerFields[HTTPField.Name("X-Request-Id")!] = "request-7"
        let body = status == 200 ? #"{"id":1}"# : #"{"message":"s3cret-message"}"#
        return TransportResponse(head: head, body: ResponseBody(Array(body.utf8)))
    }

    func client(_ middleware: any Middleware) -> GitLabClient {
        GitLabClient(
            baseURL: URL(string: "https://gitlab.example.com:8443/sub")!,
            credentials: .personalAccessToken("glpat-s3cret"), transport: self
        ).with {
            $0.middleware = [middleware]
            $0.retries = .never
        }
    }
}
