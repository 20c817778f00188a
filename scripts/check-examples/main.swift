// Reads recorded responses with the types of their operations, and reports what is not read. check-examples.py compiles it
// with the client's types and a table of the operations.

import Foundation
import GitLab
import HTTPTypes

/// A response of an operation, as others recorded it.
struct Recorded: Decodable {
    let method: String
    let path: String
    let source: String
    let answer: JSONValue
}

/// The type of an operation's response.
struct Operation: Sendable {
    let route: String
    private let read: @Sendable ([UInt8], GitLabClient.UnreadableContent) async throws -> JSONValue

    init<Response: Codable & Sendable>(_ route: String, _ type: Response.Type) {
        self.route = route
        read = { bytes, policy in
            let client = GitLabClient(
                baseURL: URL(string: "https://gitlab.test")!, transport: Canned(bytes: bytes),
                configuration: .init(unreadableContent: policy))
            let response = try await client.send(Reading<Response>())
            return try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(response))
        }
    }

    /// Reads a response with the client, and encodes the value as JSON again.
    func rewritten(_ json: JSONValue, _ policy: GitLabClient.UnreadableContent) async throws -> JSONValue {
        try await read(Array(try JSONEncoder().encode(json)), policy)
    }
}

struct Reading<Response: Decodable & Sendable>: GitLabRequest {
    static var endpoint: Endpoint { Endpoint("example", .get, "/example") }
}

/// Responds to every request with the same bytes.
struct Canned: Transport {
    let bytes: [UInt8]

    func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse {
        var head = HTTPResponse(status: .ok)
        head.headerFields[.contentType] = "application/json"
        return TransportResponse(head: head, body: ResponseBody(bytes))
    }
}

/// Outcome of reading one response.
struct Finding: Encodable {
    let route: String
    let source: String
    /// The error that a strict client throws, which accepts no content that a type does not fit.
    var strict: String?
    /// The error that a client with its usual settings throws.
    var usual: String?
    /// Keys that the type does not have, and keys whose values are lost.
    var unknown: [String] = []
    var lost: [String] = []

    init(_ recorded: Recorded, _ operation: Operation) async {
        route = operation.route
        source = recorded.source
        do {
            try await count(
                KeyCensus(recorded.answer) { try await operation.rewritten($0, .fail) }, operation, recorded)
        } catch {
            strict = "\(error)"
            do {
                let rewritten = try await operation.rewritten(recorded.answer, .skipFields)
                lost = KeyCensus.lost(of: recorded.answer, in: rewritten)
            } catch { usual = "\(error)" }
        }
    }

    private mutating func count(_ census: KeyCensus, _ operation: Operation, _ recorded: Recorded) {
        unknown = Set(census.unread.map(KeyCensus.text)).sorted()
        lost = Set(census.lost.map(KeyCensus.text)).subtracting(unknown).sorted()
    }
}

extension KeyCensus {
    static func lost(of json: JSONValue, in rewritten: JSONValue) -> [String] {
        Set(json.places.filter { json[$0] != nil && json[$0] != .null && rewritten[$0] == nil }.map(text)).sorted()
    }
}

let byRoute = Dictionary(operations.map { ($0.route, $0) }) { first, _ in first }
let encoder = JSONEncoder()
for file in CommandLine.arguments.dropFirst() {
    let recorded = try JSONDecoder().decode([Recorded].self, from: Data(contentsOf: URL(fileURLWithPath: file)))
    for one in recorded {
        guard let operation = byRoute["\(one.method) \(one.path)"] else { continue }
        print(String(decoding: try encoder.encode(await Finding(one, operation)), as: UTF8.self))
    }
}
