// A GitLab that returns the responses of a script and records the requests.

import Foundation
import GitLab
import HTTPTypes

/// A transport that responds from a script, on a clock of its own: for tests of programs that use the client, above all
/// of how they handle errors.
///
/// ```swift
/// let server = ScriptedGitLab()
/// server.expect(.get, "/projects/42", responses: .reset, .rateLimited(for: 60), .json(Project.exampleJSON))
/// server.expect(.put, "/projects/42", body: ["description": .null], responses: .json(Project.exampleJSON))
///
/// try await tidyUp(server.client())          // the code under test
///
/// try server.verify()                        // all of it was requested, and nothing else
/// #expect(server.clock.elapsed >= .seconds(60))
/// ```
///
/// A request gets the response of the first expectation with its method and path that has responses left, else the one
/// registered with `on` or `always` (``ScriptableGitLab``). An unexpected request fails, is not retried, and is
/// reported by ``verify()``. Instances are independent and may be used from many tasks.
public final class ScriptedGitLab: ScriptableGitLab, @unchecked Sendable {
    private struct Expectation {
        let route: Route
        let query: [String: JSONValue]?
        let body: JSONValue?
        var responses: ArraySlice<ScriptedResponse>
    }

    /// The responses that are registered besides the expectations.
    public let script = ResponseScript()

    /// The clock of the client and the responses.
    public let clock = TestClock()

    // Guards all that follows.
    private let lock = NSLock()
    private var expectations: [Expectation] = []
    private var kept: [RecordedRequest] = []
    private var problems: [String] = []

    /// Creates a GitLab with an empty script.
    public init() {}

    /// Returns a client of this GitLab with its clock. The closure can change the configuration.
    public func client(
        credentials: Credentials = .none,
        _ change: (inout GitLabClient.Configuration) -> Void = { _ in }
    ) -> GitLabClient {
        guard let url = URL(string: "https://gitlab.test") else { preconditionFailure("the address is not a URL") }
        return GitLabClient(baseURL: url, credentials: credentials, transport: self).with {
            $0.clock = clock
            $0.retries.seed = 1
            change(&$0)
        }
    }

    /// Expects requests to a path, as many as there are responses.
    ///
    /// - Parameters:
    ///   - method: the method of the requests.
    ///   - path: below `/api/v4`, as in `/projects/42` or `/projects/tools%2Fcompiler`; `:id` stands for any part.
    ///   - query: the attributes that the query has to have, all of them, as texts: `["page": "2"]`. nil: any.
    ///   - body: the JSON that has to be sent. nil: any.
    ///   - responses: one for each request, in order.
    public func expect(
        _ method: HTTPRequest.Method,
        _ path: String,
        query: [String: JSONValue]? = nil,
        body: JSONValue? = nil,
        responses: ScriptedResponse...
    ) {
        lock.withLock {
            expectations.append(
                Expectation(
                    route: Route(method: method.rawValue, path: path), query: query, body: body,
                    responses: responses[...]))
        }
    }

    /// The requests, in order.
    public var received: [RecordedRequest] { lock.withLock { kept } }

    /// Throws unless all expected requests came, as expected, and no others.
    ///
    /// - Throws: ``Unmet``, which lists all problems.
    public func verify() throws {
        let unmet = lock.withLock {
            problems
                + expectations.filter { !$0.responses.isEmpty }.map { expectation in
                    "not requested: \(expectation.route.line)"
                        + (expectation.responses.count > 1 ? ", \(expectation.responses.count) times" : "")
                }
                + script.missing.map { "not requested: \($0.line)" }
        }
        guard unmet.isEmpty else { throw Unmet(problems: unmet, received: received.map(\.line)) }
    }

    /// The error for expected requests that did not come, and for unexpected ones.
    public struct Unmet: Error, Sendable, CustomStringConvertible {
        /// The problems, a line for each.
        public let problems: [String]
        /// The requests that came, in order.
        public let received: [String]

        /// The problems and the requests, line by line.
        public var description: String {
            (problems + ["received, in order:"] + (received.isEmpty ? ["  nothing"] : received.map { "  \($0)" }))
                .joined(separator: "\n")
        }
    }

    /// Responds to a request from the script.
    public func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse {
        let recorded = RecordedRequest(request, bytes: try await body.collected())
        return try await response(to: recorded)(recorded).response(by: clock)
    }

    private func response(to request: RecordedRequest) throws -> ResponseScript.Response {
        try lock.withLock {
            kept.append(request)
            guard let index = expectations.firstIndex(where: { $0.route.isFor(request) && !$0.responses.isEmpty })
            else {
                if let response = script.take(for: request) { return response }
                throw problem("not expected: \(request.line)")
            }
            if let query = expectations[index].query, query != request.query {
                throw problem(
                    "\(request.line): the query should be \(Self.text(query)) and was \(Self.text(request.query))")
            }
            if let body = expectations[index].body, body != request.body {
                let sent = request.body.map(Self.text) ?? (request.bytes.isEmpty ? "nothing" : "no JSON")
                throw problem("\(request.line): the body should be \(Self.text(body)) and was \(sent)")
            }
            let response = expectations[index].responses.removeFirst()
            return { _ in response }
        }
    }

    private func problem(_ text: String) -> TransportError {
        problems.append(text)
        return TransportError(.permanent, "the script rejects it: \(text)")
    }

    private static func text(_ members: [String: JSONValue]) -> String { text(.object(members)) }

    /// Without secrets: it is shown in the logs of tests.
    private static func text(_ value: JSONValue) -> String {
        (try? SecretNames.redacting(value).serialized()).map { String(decoding: $0, as: UTF8.self) } ?? "unwritable"
    }
}

extension ScriptedGitLab: CustomStringConvertible, CustomReflectable {
    /// The requests that came, by method and path.
    public var description: String { "ScriptedGitLab(\(received.map(\.line).joined(separator: ", ")))" }

    /// The requests that came, without secrets.
    public var customMirror: Mirror { Mirror(self, children: ["received": received]) }
}
