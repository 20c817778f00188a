// The responses that tests register, with the same methods for every GitLab of this module.

import Foundation
import GitLab
import HTTPTypes

/// The responses that a test has registered with a ``ScriptableGitLab``.
public final class ResponseScript: @unchecked Sendable {
    typealias Response = @Sendable (RecordedRequest) async throws -> ScriptedResponse

    private struct Entry {
        let routes: [Route]
        let response: Response
        /// How many requests come before it.
        var skipped = 0

        func isFor(_ request: RecordedRequest) -> Bool { routes.contains { $0.isFor(request) } }
    }

    // Guards what follows.
    private let lock = NSLock()
    private var single: [Entry] = []
    private var standing: [Entry] = []

    init() {}

    func add(
        _ method: String, _ path: String, isStanding: Bool, after skipped: Int = 0, _ response: @escaping Response
    ) {
        add(method, [path], isStanding: isStanding, after: skipped, response)
    }

    /// - Parameter paths: those to which requests of one operation go.
    func add(
        _ method: String, _ paths: [String], isStanding: Bool, after skipped: Int = 0, _ response: @escaping Response
    ) {
        let entry = Entry(
            routes: paths.map { Route(method: method, path: $0) }, response: response, skipped: skipped)
        lock.withLock {
            if isStanding { standing.append(entry) } else { single.append(entry) }
        }
    }

    /// Returns the response to a request; nil if none is registered. One for a single request is removed.
    func take(for request: RecordedRequest) -> Response? {
        lock.withLock {
            let matching = single.indices.filter { single[$0].isFor(request) }
            let due = matching.first { single[$0].skipped <= 0 }
            for index in matching where index != due { single[index].skipped -= 1 }
            if let due { return single.remove(at: due).response }
            return standing.first { $0.isFor(request) }?.response
        }
    }

    /// The routes of all responses, single ones first.
    var routes: [Route] { lock.withLock { (single + standing).flatMap(\.routes) } }

    /// The single requests that have not come.
    var missing: [Route] { lock.withLock { single.compactMap(\.routes.first) } }
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
/// server.always(GetProjectLanguages.self, response: .json(#"{"Swift": 100}"#))          // all requests
/// ```
///
/// A response for a single request takes precedence over those for all; among several, the one that was registered
/// first. An error that a closure throws is treated like one of the transport.
public protocol ScriptableGitLab: Transport {
    /// The registered responses.
    nonisolated var script: ResponseScript { get }
}

extension ScriptableGitLab {
    /// Registers the response to the next request to a path.
    ///
    /// - Parameters:
    ///   - method: the method of the request.
    ///   - path: below `/api/v4`; `:id` stands for any part.
    ///   - count: how many requests to the path come before: with 2, it is the response to the third.
    ///   - response: the response.
    public func on(
        _ method: HTTPRequest.Method, _ path: String, after count: Int = 0, response: ScriptedResponse
    ) {
        on(method, path, after: count) { _ in response }
    }

    /// Registers the response to the next request of an operation.
    ///
    /// - Parameters:
    ///   - request: the type of the request, such as `GetProjectLanguages.self`.
    ///   - count: how many requests of the operation come before: with 2, it is the response to the third.
    ///   - response: the response.
    public func on<Request: EndpointRequest>(
        _ request: Request.Type, after count: Int = 0, response: ScriptedResponse
    ) {
        on(request, after: count) { _ in response }
    }

    /// Registers a closure that makes the response to the next request to a path.
    ///
    /// - Parameters:
    ///   - method: the method of the request.
    ///   - path: below `/api/v4`, as in `/projects/42` or `/projects/tools%2Fcompiler`; `:id` stands for any part.
    ///   - count: how many requests to the path come before: with 2, it makes the response to the third.
    ///   - response: makes the response of the request.
    public func on(
        _ method: HTTPRequest.Method,
        _ path: String,
        after count: Int = 0,
        response: @escaping @Sendable (RecordedRequest) async throws -> ScriptedResponse
    ) {
        script.add(method.rawValue, path, isStanding: false, after: count, response)
    }

    /// Registers a closure that makes the response to the next request of an operation.
    ///
    /// - Parameters:
    ///   - request: the type of the request, such as `GetProjectLanguages.self`. A `CustomRequest` has no
    ///     operation of its own: register its method and path.
    ///   - count: how many requests of the operation come before: with 2, it makes the response to the third.
    ///   - response: makes the response of the request.
    public func on<Request: EndpointRequest>(
        _ request: Request.Type,
        after count: Int = 0,
        response: @escaping @Sendable (RecordedRequest) async throws -> ScriptedResponse
    ) {
        script.add(
            Request.endpoint.method.rawValue, Request.endpoint.pathTemplates, isStanding: false, after: count, response)
    }

    /// Registers the response to all requests to a path without another registration, any number of them or none.
    ///
    /// - Parameters:
    ///   - method: the method of the requests.
    ///   - path: below `/api/v4`; `:id` stands for any part.
    ///   - response: the response to each of them.
    public func always(_ method: HTTPRequest.Method, _ path: String, response: ScriptedResponse) {
        script.add(method.rawValue, path, isStanding: true) { _ in response }
    }

    /// Registers a closure that makes the responses to all requests to a path without another registration.
    ///
    /// - Parameters:
    ///   - method: the method of the requests.
    ///   - path: below `/api/v4`; `:id` stands for any part.
    ///   - response: makes the response to each of them.
    public func always(
        _ method: HTTPRequest.Method,
        _ path: String,
        response: @escaping @Sendable (RecordedRequest) async throws -> ScriptedResponse
    ) {
        script.add(method.rawValue, path, isStanding: true, response)
    }

    /// Registers the response to all requests of an operation without another registration.
    ///
    /// - Parameters:
    ///   - request: the type of the requests.
    ///   - response: the response to each of them.
    public func always<Request: EndpointRequest>(_ request: Request.Type, response: ScriptedResponse) {
        always(request) { _ in response }
    }

    /// Registers a closure that makes the responses to all requests of an operation without another registration.
    ///
    /// - Parameters:
    ///   - request: the type of the requests.
    ///   - response: makes the response to each of them.
    public func always<Request: EndpointRequest>(
        _ request: Request.Type,
        response: @escaping @Sendable (RecordedRequest) async throws -> ScriptedResponse
    ) {
        script.add(Request.endpoint.method.rawValue, Request.endpoint.pathTemplates, isStanding: true, response)
    }
}
