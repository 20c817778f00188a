// The responses that tests register, for every GitLab of this module in the same words.

import Foundation
import GitLab
import HTTPTypes

/// The responses that a test has registered with a ``ScriptableGitLab``.
public final class ResponseScript: @unchecked Sendable {
    typealias Answer = @Sendable (RecordedRequest) async throws -> ScriptedAnswer

    private struct Entry {
        let route: Route
        let answer: Answer
    }

    // Guards what follows.
    private let lock = NSLock()
    private var single: [Entry] = []
    private var standing: [Entry] = []

    init() {}

    func add(_ method: String, _ path: String, isStanding: Bool, _ answer: @escaping Answer) {
        let entry = Entry(route: Route(method: method, path: path), answer: answer)
        lock.withLock {
            if isStanding { standing.append(entry) } else { single.append(entry) }
        }
    }

    /// The answer to a request; nil if none is registered. One that is registered for a single request is taken out.
    func take(for request: RecordedRequest) -> Answer? {
        lock.withLock {
            if let index = single.firstIndex(where: { $0.route.isFor(request) }) {
                return single.remove(at: index).answer
            }
            return standing.first { $0.route.isFor(request) }?.answer
        }
    }

    /// The routes of all responses, single ones first.
    var routes: [Route] { lock.withLock { (single + standing).map(\.route) } }

    /// The single requests that have not come.
    var missing: [Route] { lock.withLock { single.map(\.route) } }
}

extension ResponseScript: CustomStringConvertible, CustomReflectable {
    /// How many responses there are.
    public var description: String {
        let (one, all) = lock.withLock { (single.count, standing.count) }
        return "\(one) single and \(all) standing responses"
    }

    /// Nothing besides the description.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Method and path of the requests that a response is for.
struct Route: Sendable {
    let method: String
    let path: String

    /// `GET /projects/42`
    var line: String { "\(method) \(SecretNames.redacting(path: path))" }

    func isFor(_ request: RecordedRequest) -> Bool {
        guard method == request.method.rawValue else { return false }
        let (asked, scripted) = (Self.parts(request.path), Self.parts(path))
        return asked.count == scripted.count && zip(asked, scripted).allSatisfy { $1.hasPrefix(":") || $0 == $1 }
    }

    private static func parts(_ path: String) -> [String] {
        path.split(separator: "/").map { part in
            (try? QueryString.unescape(part, plusIsSpace: false)) ?? String(part)
        }
    }
}

/// A GitLab for tests with which responses can be registered: ``InMemoryGitLab`` and ``ScriptedGitLab``.
///
/// ```swift
/// let server = InMemoryGitLab(projects: ["tools/compiler"])
/// server.on(.post, "/projects/:id/housekeeping") { _ in .rateLimited(for: 60) }       // the next request
/// server.always(GetProjectLanguages.self, answer: .json(#"{"Swift": 100}"#))          // all requests
/// ```
///
/// A response that is registered for a single request comes before those for all; among several, the one that was
/// registered first. An error that a closure throws is treated like one of the transport.
public protocol ScriptableGitLab: Transport {
    /// The responses that are registered.
    nonisolated var script: ResponseScript { get }
}

extension ScriptableGitLab {
    /// Registers the response to the next request to a path.
    ///
    /// - Parameters:
    ///   - method: the method of the request.
    ///   - path: below `/api/v4`; `:id` stands for any part.
    ///   - answer: the response.
    public func on(_ method: HTTPRequest.Method, _ path: String, answer: ScriptedAnswer) {
        on(method, path) { _ in answer }
    }

    /// Registers the response to the next request of an operation.
    ///
    /// - Parameters:
    ///   - request: the type of the request, such as `GetProjectLanguages.self`.
    ///   - answer: the response.
    public func on<Request: EndpointRequest>(_ request: Request.Type, answer: ScriptedAnswer) {
        on(request) { _ in answer }
    }

    /// Registers what makes the response to the next request to a path.
    ///
    /// - Parameters:
    ///   - method: the method of the request.
    ///   - path: below `/api/v4`, as in `/projects/42` or `/projects/tools%2Fcompiler`; `:id` stands for any part.
    ///   - answer: makes the response of the request.
    public func on(
        _ method: HTTPRequest.Method,
        _ path: String,
        answer: @escaping @Sendable (RecordedRequest) async throws -> ScriptedAnswer
    ) {
        script.add(method.rawValue, path, isStanding: false, answer)
    }

    /// Registers what makes the response to the next request of an operation.
    ///
    /// - Parameters:
    ///   - request: the type of the request, such as `GetProjectLanguages.self`. A `CustomRequest` has no
    ///     operation of its own: register its method and path.
    ///   - answer: makes the response of the request.
    public func on<Request: EndpointRequest>(
        _ request: Request.Type,
        answer: @escaping @Sendable (RecordedRequest) async throws -> ScriptedAnswer
    ) {
        script.add(Request.endpoint.method.rawValue, Request.endpoint.pathTemplate, isStanding: false, answer)
    }

    /// Registers the response to all requests to a path that nothing else is registered for, any number of them or none.
    ///
    /// - Parameters:
    ///   - method: the method of the requests.
    ///   - path: below `/api/v4`; `:id` stands for any part.
    ///   - answer: the response to each of them.
    public func always(_ method: HTTPRequest.Method, _ path: String, answer: ScriptedAnswer) {
        script.add(method.rawValue, path, isStanding: true) { _ in answer }
    }

    /// Registers what makes the responses to all requests to a path that nothing else is registered for.
    ///
    /// - Parameters:
    ///   - method: the method of the requests.
    ///   - path: below `/api/v4`; `:id` stands for any part.
    ///   - answer: makes the response to each of them.
    public func always(
        _ method: HTTPRequest.Method,
        _ path: String,
        answer: @escaping @Sendable (RecordedRequest) async throws -> ScriptedAnswer
    ) {
        script.add(method.rawValue, path, isStanding: true, answer)
    }

    /// Registers the response to all requests of an operation that nothing else is registered for.
    ///
    /// - Parameters:
    ///   - request: the type of the requests.
    ///   - answer: the response to each of them.
    public func always<Request: EndpointRequest>(_ request: Request.Type, answer: ScriptedAnswer) {
        always(request) { _ in answer }
    }

    /// Registers what makes the responses to all requests of an operation that nothing else is registered for.
    ///
    /// - Parameters:
    ///   - request: the type of the requests.
    ///   - answer: makes the response to each of them.
    public func always<Request: EndpointRequest>(
        _ request: Request.Type,
        answer: @escaping @Sendable (RecordedRequest) async throws -> ScriptedAnswer
    ) {
        script.add(Request.endpoint.method.rawValue, Request.endpoint.pathTemplate, isStanding: true, answer)
    }
}
