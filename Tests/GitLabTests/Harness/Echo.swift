// The request as the server read it, and sending one.

import Foundation
import GitLab
import HTTPTypes

/// A request as it was on the wire and as Rack and Grape read it.
struct Echo: Decodable {
    let method: String
    /// Path and query, as the request line had them.
    let target: String
    let query: String
    /// Names in lower case.
    let headers: [String: String]
    /// After coercion to the declared types.
    let params: [String: JSONValue]
    /// The Ruby class of every parameter; `Boolean` for true and false.
    let types: [String: JSONValue]
    /// The names that the route declares.
    let declared: Set<String>
}

/// Sends every request with the header that asks for an echo and keeps the echoes. The client gets a response it can
/// use: an empty list, or a small project. What the server rejects, the client sees.
actor EchoTransport: Transport {
    private let network = URLSessionTransport()
    private(set) var echoes: [Echo] = []

    func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse {
        var request = request
        request.headerFields[HTTPField.Name("X-Echo")!] = "1"
        var response = try await network.send(request, body: body)
        let bytes = try await response.body.collect(upTo: 1 << 24)
        guard response.head.status == .ok else {
            response.body = ResponseBody(bytes)
            return response
        }
        let echo = try JSONDecoder().decode(Echo.self, from: Data(bytes))
        echoes.append(echo)
        let isList = request.method == .get && echo.params["id"] == nil
        let object =
            #"{"id":1,"name":"n","path":"p","path_with_namespace":"g/p","import_status":"none","status":"created"}"#
        let text = isList ? "[]" : object
        return TransportResponse(head: HTTPResponse(status: .ok), body: ResponseBody(Array(text.utf8)))
    }
}

extension Echo {
    /// Sends a request through the client and returns the parameters that the server read.
    static func of(_ request: some GitLabRequest) async throws -> Echo {
        let transport = EchoTransport()
        let url = try await Servers.current.url(.reading)
        let gitlab = GitLabClient(baseURL: url, credentials: .personalAccessToken(Token.full), transport: transport)
        _ = try await gitlab.send(request)
        let echoes = await transport.echoes
        guard let echo = echoes.first, echoes.count == 1 else { throw Unexpected(count: echoes.count) }
        return echo
    }

    struct Unexpected: Error {
        let count: Int
    }
}

/// The tokens that the server knows, and one that it does not.
enum Token {
    static let full = "glpat-full"
    static let readOnly = "glpat-read"
    static let expired = "glpat-expired"
    static let wrong = "glpat-wrong-7d2c9e"
}

extension GitLabClient {
    /// A client of one of the running servers.
    static func of(_ server: Servers.Kind, token: String? = Token.full) async throws -> GitLabClient {
        GitLabClient(
            baseURL: try await Servers.current.url(server),
            credentials: token.map(Credentials.personalAccessToken) ?? .none
        )
    }
}
