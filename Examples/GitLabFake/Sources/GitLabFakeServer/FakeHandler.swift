// Requests of FlyingFox become those of the GitLab in memory, and its responses become those of FlyingFox.

import FlyingFox
import Foundation
import GitLab
import GitLabTesting
import HTTPTypes

/// Responds to requests of any HTTP client from an `InMemoryGitLab`.
///
/// FlyingFox keeps only the last of several header fields with one name. GitLab joins them.
public struct FakeHandler: HTTPHandler {
    private let gitlab: InMemoryGitLab
    private let maximumSize: Int
    private let log: @Sendable (LogEntry) -> Void

    /// - Parameters:
    ///   - gitlab: The GitLab that responds.
    ///   - maximumSize: The largest number of bytes of a body of a request or response. A larger request is rejected
    ///     with status 413.
    ///   - log: Receives an entry for each request, before the response is sent.
    public init(
        _ gitlab: InMemoryGitLab, maximumSize: Int = 64 * 1_048_576,
        log: @escaping @Sendable (LogEntry) -> Void = { _ in }
    ) {
        self.gitlab = gitlab
        self.maximumSize = maximumSize
        self.log = log
    }

    /// Responds as GitLab does, with status 404 for a path that no operation of the client has.
    public func handleRequest(_ request: FlyingFox.HTTPRequest) async throws -> FlyingFox.HTTPResponse {
        guard let head = request.head else { return .message(400, "400 Bad Request") }
        let bytes = try await body(of: request)
        let (asked, report) = recognize(head, bytes ?? [])
        var reply: Reply
        if let bytes {
            reply = await self.reply(to: asked, RequestBody(bytes))
        } else {
            reply = Reply(.message(413, "413 Request Entity Too Large"), problem: "the body is too large")
        }
        if head.method == .head { reply.response.removeBody() }
        log(LogEntry(report, method: head.method.rawValue, reply))
        return reply.response
    }

    /// Returns the request to respond to, and what it is for: HEAD is GET without the body, unless it is an operation.
    private func recognize(_ head: HTTPTypes.HTTPRequest, _ bytes: [UInt8]) -> (HTTPTypes.HTTPRequest, RequestReport) {
        let report = InMemoryGitLab.report(on: head, bytes: bytes)
        guard head.method == .head, report.operation == nil else { return (head, report) }
        var head = head
        head.method = .get
        return (head, InMemoryGitLab.report(on: head, bytes: bytes))
    }

    private func reply(to head: HTTPTypes.HTTPRequest, _ body: RequestBody) async -> Reply {
        do {
            let response = try await gitlab.send(head, body: body)
            let bytes = try await response.body.collect(upTo: maximumSize)
            return Reply(.init(response.head, Data(bytes)), problem: Reply.problem(response.head.status.code, bytes))
        } catch is UnsupportedOperation {
            return Reply(.error(404, "404 Not Found"), problem: "no such operation")
        } catch let ignored as IgnoredAttribute {
            let name = LogEntry.shown(ignored.attribute)
            return Reply(.error(400, name == ignored.attribute ? "\(ignored)" : "GitLab ignores \(name)"))
        } catch {
            return Reply(.message(500, "500 Internal Server Error"), problem: "\(type(of: error))")
        }
    }

    /// Returns the bytes of a body; nil if there are too many. The rest is read all the same: only then does the
    /// client read the response.
    private func body(of request: FlyingFox.HTTPRequest) async throws -> [UInt8]? {
        var body: [UInt8]? = []
        var count = 0
        for try await chunk in request.bodySequence {
            count += chunk.count
            if count > maximumSize { body = nil }
            body?.append(contentsOf: chunk)
        }
        return body
    }
}

/// A response, and the problem of the request.
struct Reply {
    var response: FlyingFox.HTTPResponse
    let problem: String?

    init(_ response: FlyingFox.HTTPResponse, problem: String? = nil) {
        self.response = response
        self.problem = problem
    }

    /// Returns the words in which GitLab rejects a request; nil for a success.
    static func problem(_ status: Int, _ body: [UInt8]) -> String? {
        guard (400..<500).contains(status), let json = try? JSONDecoder().decode(JSONValue.self, from: Data(body))
        else {
            return nil
        }
        return (json["error"] ?? json["message"]).map { $0.stringValue ?? "\($0)" }
    }
}

extension FlyingFox.HTTPRequest {
    /// The request as swift-http-types has it, with path and query as they were sent; nil for a method that is no token.
    fileprivate var head: HTTPTypes.HTTPRequest? {
        guard let method = HTTPTypes.HTTPRequest.Method(rawValue: method.rawValue) else { return nil }
        var fields = HTTPFields()
        for (header, value) in headers {
            if let name = HTTPField.Name(header.rawValue) { fields.append(HTTPField(name: name, value: value)) }
        }
        return HTTPTypes.HTTPRequest(
            method: method, scheme: "http", authority: headers[.host] ?? "127.0.0.1", path: target.rawValue,
            headerFields: fields)
    }
}

extension FlyingFox.HTTPResponse {
    init(_ head: HTTPTypes.HTTPResponse, _ body: Data) {
        var headers = HTTPHeaders()
        for field in head.headerFields { headers.addValue(field.value, for: HTTPHeader(field.name.rawName)) }
        // Clients read the number alone.
        self.init(statusCode: HTTPStatusCode(head.status.code, phrase: ""), headers: headers, body: body)
    }

    /// `{"message": "413 Request Entity Too Large"}`
    static func message(_ status: Int, _ text: String) -> FlyingFox.HTTPResponse { json(status, ["message": text]) }

    /// `{"error": "404 Not Found"}`, as Grape writes it.
    static func error(_ status: Int, _ text: String) -> FlyingFox.HTTPResponse { json(status, ["error": text]) }

    private static func json(_ status: Int, _ members: [String: String]) -> FlyingFox.HTTPResponse {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        let body = try? encoder.encode(members)
        return FlyingFox.HTTPResponse(
            statusCode: HTTPStatusCode(status, phrase: ""), headers: [.contentType: "application/json"],
            body: body ?? Data())
    }

    /// Removes the body, and keeps its length in the header.
    fileprivate mutating func removeBody() {
        guard case .httpBody(let body) = payload else { return }
        headers[.contentLength] = body.count.map { String($0) }
        payload = .httpBody(HTTPBodySequence())
    }
}
