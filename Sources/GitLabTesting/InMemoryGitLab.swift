// A GitLab in the memory of the process: for unit tests and for trying the client.

import GitLab
import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A transport that responds from memory, in the way GitLab responds.
///
/// ```swift
/// let gitlab = InMemoryGitLab(projects: ["tools/compiler", "docs/handbook"]).client()
/// let project = try await gitlab.projects.get("tools/compiler")
/// ```
///
/// It responds to every operation of the client. What was created can be listed, got, edited and deleted; an article of
/// this module lists for each operation whether it does that or responds with an example. It rejects requests with
/// GitLab's status and JSON: 400 for attributes that are missing, invalid or exclude each other, 401 for another token
/// than the required one, 403 for a role that is too low, 404 for a missing thing, 409 for a second one of the same
/// name, 412 for deleting what has changed since. Each instance has things of its own and may be used from many tasks
/// at once. Attributes that GitLab would ignore are in ``ignoredAttributes``.
///
/// A path that no operation has throws ``UnsupportedOperation``, unless a response is registered for it:
///
/// ```swift
/// let server = InMemoryGitLab(projects: ["tools/compiler"])
/// server.always(GetProjectLanguages.self, response: .json(#"{"Swift": 100}"#))     // not the example
/// let languages = try await server.client().projects.getLanguages("tools/compiler")
/// ```
///
/// A registered response takes precedence over everything else, also for operations that are imitated, and whatever the
/// token is.
///
/// It does not imitate other conditions in header fields, roles by project, scopes, visibility to the caller, tiers,
/// redirects, the content of repositories and files, or what one thing does to another; filters that the article does
/// not name are accepted and do nothing. So it can show that a program handles GitLab's responses, but not that GitLab
/// accepts a request.
public actor InMemoryGitLab: ScriptableGitLab {
    private static let map = ResourceMap(.shared)
    static let routes = RouteTable(OperationTable.shared.operations)

    private var projects: ProjectStore
    private var resources: ResourceResponder
    private let requiredToken: String?
    private let failsOnIgnoredAttributes: Bool
    private let recordsRequests: Bool
    private var role: Role
    private let clock: any ClientClock
    private var limit: RequestLimit?
    private var latency = Duration.zero

    /// The registered responses.
    public nonisolated let script = ResponseScript()

    /// The requests in the order in which they came, those with registered responses among them.
    public private(set) var received: [RecordedRequest] = []

    /// The attributes that GitLab would have ignored, in the order in which they came.
    public private(set) var ignoredAttributes: [IgnoredAttribute] = []

    /// - Parameters:
    ///   - projects: The projects at the start; the first one gets the ID 1. Their namespaces are groups, with those
    ///     that these are in.
    ///   - groups: The full paths of groups at the start besides; the groups that they are in are added.
    ///   - requiredToken: The one accepted token. With `nil`, every token is accepted, and none is needed.
    ///   - role: The role of the caller in all projects and groups. A request whose operation needs a higher one gets
    ///     GitLab's 403.
    ///   - assumesExistence: Whether an item that a request names and that nobody has added is made from the example of
    ///     its model. Otherwise it is GitLab's 404.
    ///   - failsOnIgnoredAttributes: Whether a request with an attribute that GitLab would ignore throws it, an
    ///     ``IgnoredAttribute``.
    ///   - recordsRequests: Whether ``received`` and ``ignoredAttributes`` are kept, with the bodies. A server that runs
    ///     for long keeps none.
    ///   - clock: The clock of dates, ``limitRate(to:per:)`` and ``delay(by:)``; nil: the system's.
    public init(
        projects: [SeededProject] = [],
        groups: [String] = [],
        requiredToken: String? = nil,
        role: Role = .administrator,
        assumesExistence: Bool = false,
        failsOnIgnoredAttributes: Bool = false,
        recordsRequests: Bool = true,
        clock: (any ClientClock)? = nil
    ) {
        self.projects = ProjectStore(projects)
        self.projects.addGroups(self.projects.namespaces.dropFirst() + groups)
        self.requiredToken = requiredToken
        self.role = role
        self.failsOnIgnoredAttributes = failsOnIgnoredAttributes
        self.recordsRequests = recordsRequests
        self.clock = clock ?? SystemClock()
        resources = ResourceResponder(table: .shared, map: Self.map, assumesExistence: assumesExistence)
        resources.addGroups(of: self.projects)
    }

    /// Returns a client of this GitLab at `https://gitlab.test`. A client with another base URL works too, if this is
    /// its transport.
    public nonisolated func client(credentials: Credentials = .none) -> GitLabClient {
        guard let url = URL(string: "https://gitlab.test") else { preconditionFailure("the address is not a URL") }
        return GitLabClient(baseURL: url, credentials: credentials, transport: self)
    }

    /// Responds to a request, with GitLab's status where GitLab would reject it.
    ///
    /// - Throws: ``UnsupportedOperation`` for a path that no operation has; errors of the closure of a registered
    ///   response; ``IgnoredAttribute`` if `failsOnIgnoredAttributes` is set; `CancellationError`; an error for a file that cannot be
    ///   read.
    public func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse {
        let bytes = try await body.collected()
        let recorded = RecordedRequest(request, bytes: bytes)
        if recordsRequests { received.append(recorded) }
        if latency > .zero { try await clock.sleep(for: latency) }
        if let response = script.take(for: recorded) {
            return try await response(recorded).response(by: clock)
        }
        if let rejection = limit?.count(at: clock.date) { return try await rejection.response(by: clock) }
        return try transportResponse(try response(to: request, bytes, recorded))
    }

    private func transportResponse(_ response: FakeResponse) throws -> TransportResponse {
        var response = response
        if response.file != nil {
            response.fields[.contentType] = "application/octet-stream"
            response.fields[.contentDisposition] = "attachment; filename=\"example.txt\""
        } else if response.text != nil {
            response.fields[.contentType] = "text/plain"
        } else if response.body != nil {
            response.fields[.contentType] = "application/json"
        }
        if let name = HTTPField.Name("X-Request-Id") { response.fields[name] = UUID().uuidString }
        let head = HTTPResponse(status: .init(code: response.status), headerFields: response.fields)
        let bytes = try response.file ?? response.text.map { Array($0.utf8) } ?? response.body?.serialized() ?? []
        return TransportResponse(head: head, body: ResponseBody(bytes))
    }

    private func response(
        to request: HTTPRequest, _ bytes: [UInt8], _ recorded: RecordedRequest
    ) throws -> FakeResponse {
        do {
            guard var received = try ReceivedRequest(request),
                let match = Self.routes.match(received.method.rawValue, received.place)
            else { throw unsupported(recorded) }
            if let requiredToken, received.token != requiredToken { throw FailureResponse.unauthorized }
            if !match.operation.attributes.contains(where: \.isWholeBody) { try received.read(bytes) }
            return try respond(to: received, match)
        } catch let failure as FailureResponse {
            return FakeResponse(status: failure.status, body: failure.body, text: failure.text)
        }
    }

    private func respond(to received: ReceivedRequest, _ match: RouteMatch) throws -> FakeResponse {
        var request = received
        let ignored = IgnoredAttribute.all(in: request.parameters, of: match)
        if recordsRequests { ignoredAttributes += ignored }
        if failsOnIgnoredAttributes, let first = ignored.first { throw first }
        request.convert(to: try ParameterCheck(match, request, table: .shared).check())
        request.remove(ignored.map(\.attribute) + IgnoredAttribute.everywhere)
        try match.operation.demand(role)
        projects.now = clock.date
        if resources.assumesExistence, request.place.first == "projects", request.place.count > 1,
            case .placeholder = match.pattern.parts[1]
        {
            projects.assume(request.place[1])
        }
        if request.place.first == "projects", let response = try projectResponse(to: request) { return response }
        let call = FakeCall(match: match, request: request, now: clock.date.text)
        if match.operation.name == "groups.transferProject" { return try resources.transferProject(call, &projects) }
        return try resources.respond(to: call, &projects)
    }
}

/// The projects themselves, whose names, namespaces, stars and shares follow rules of their own.
extension InMemoryGitLab {
    /// Returns nil for a request that is for something else.
    private func projectResponse(to received: ReceivedRequest) throws -> FakeResponse? {
        var request = received
        request.type(ItemMaking(table: .shared, model: "Project", now: ""))
        let id = request.place.dropFirst().first
        switch (request.method, id, request.place.count) {
        case (.get, nil, 1):
            let page = try ListPage(of: projects.list(request), for: request, keyset: .id)
            return FakeResponse(status: 200, body: .array(page.items.map { shown($0, request) }), fields: page.fields)
        case (.get, let id?, 2): return FakeResponse(status: 200, body: shown(try projects.project(id), request))
        case (.post, nil, 1): return FakeResponse(status: 201, body: shown(try projects.create(request), request))
        case (.put, let id?, 2): return FakeResponse(status: 200, body: shown(try projects.edit(id, request), request))
        case (.delete, let id?, 2):
            let number = try projects.project(id)["id"]?.scalarText ?? id
            try projects.delete(id, request)
            if (try? projects.project(id)) == nil { resources.store.removeAll(below: "/projects/\(number)") }
            return FakeResponse(status: 202, body: ["message": "202 Accepted"])
        case (.put, let id?, 3) where request.place[2] == "transfer":
            return FakeResponse(status: 200, body: shown(try projects.transfer(id, request), request))
        case (.post, let id?, 3): return try act(request.place[2], on: id, request)
        case (.delete, let id?, 4) where request.place[2] == "share":
            try projects.unshare(id, from: request.place[3])
            return FakeResponse(status: 204)
        default: return nil
        }
    }

    /// Returns nil for an action that is not imitated.
    private func act(
        _ action: String,
        on id: String,
        _ request: ReceivedRequest
    ) throws -> FakeResponse? {
        let project: ProjectStore.Members?
        switch action {
        case "archive": project = try projects.change(id) { $0["archived"] = true }
        case "unarchive": project = try projects.change(id) { $0["archived"] = false }
        case "restore": project = try projects.change(id) { $0["marked_for_deletion_on"] = .null }
        case "star": project = try projects.star(id, by: request.token ?? "")
        case "unstar": project = try projects.unstar(id, by: request.token ?? "")
        case "share": return FakeResponse(status: 201, body: .object(try projects.share(id, request)))
        default: return nil
        }
        guard let project else { return FakeResponse(status: 304) }
        return FakeResponse(status: 201, body: shown(project, request))
    }

    /// Returns a project with its addresses on the server of the request.
    private func shown(_ project: ProjectStore.Members, _ request: ReceivedRequest) -> JSONValue {
        var project = project
        if case .string(let path)? = project["path_with_namespace"], case .integer(let id)? = project["id"] {
            project["web_url"] = .string("\(request.base)/\(path)")
            project["http_url_to_repo"] = .string("\(request.base)/\(path).git")
            project["_links"] = ["self": .string("\(request.base)/api/v4/projects/\(id)")]
        }
        return .object(project)
    }
}

/// What a test prepares.
extension InMemoryGitLab {
    /// Puts a thing into a collection, as if it had been added: a job, which no operation creates.
    ///
    /// ```swift
    /// try await server.seed("/projects/1/jobs", #"{"id": 7, "status": "failed"}"#)
    /// ```
    ///
    /// - Parameters:
    ///   - path: The path of the list below `/api/v4`, with IDs or encoded paths: `/projects/tools%2Fcompiler/jobs`.
    ///     What it names has to exist.
    ///   - json: An object, or an array of objects, as GitLab would send them. An `id` and an `iid` are kept.
    /// - Throws: ``SeedError`` if no operation lists this path, something on the way is missing, or it is not such JSON.
    public func seed(_ path: String, _ json: String) throws {
        guard let value = try? JSONValue(parsing: Array(json.utf8)) else {
            throw SeedError(path: path, problem: "this is not JSON")
        }
        try seed(path, value)
    }

    /// Puts a thing into a collection, as if it had been added. Projects cannot be seeded: pass them to the initializer.
    ///
    /// - Parameters:
    ///   - path: The path of the list below `/api/v4`.
    ///   - value: An object, or an array of objects, as GitLab would send them. An `id` and an `iid` are kept.
    /// - Throws: ``SeedError``, as for JSON in a text.
    public func seed(_ path: String, _ value: JSONValue) throws {
        do {
            let place = try path.split(separator: "/").map { try QueryString.unescape($0, plusIsSpace: false) }
            guard let match = Self.routes.match("GET", place), let request = try ReceivedRequest.get(path) else {
                throw SeedError(path: path, problem: "no operation has this path")
            }
            try resources.seed(value, FakeCall(match: match, request: request, now: clock.date.text), &projects)
        } catch let failure as FailureResponse {
            throw SeedError(path: path, problem: failure.body["message"]?.stringValue ?? "it is not a path")
        }
    }

    /// Puts models into a collection, as if they had been added.
    ///
    /// ```swift
    /// try await server.seed("/projects/1/jobs", [Job.example])
    /// ```
    ///
    /// - Parameters:
    ///   - path: The path of the list below `/api/v4`.
    ///   - models: The models. An `id` is kept.
    /// - Throws: ``SeedError``, as for JSON in a text; `EncodingError` if they cannot be written as JSON.
    public func seed(_ path: String, _ models: [some GitLabModel & Encodable]) throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        try seed(path, String(decoding: try encoder.encode(models), as: UTF8.self))
    }

    /// Responds 429 to each request beyond a number of them in a time, with GitLab's fields for it. Responses within the
    /// limit have no such fields.
    public func limitRate(to requests: Int, per interval: Duration) {
        limit = RequestLimit(requests: requests, interval: interval)
    }

    /// Changes the role of the caller, for the requests after this.
    public func changeRole(to role: Role) { self.role = role }

    /// Delays each response, on the clock of this GitLab.
    public func delay(by latency: Duration) { self.latency = latency }
}

extension InMemoryGitLab {
    private func unsupported(_ request: RecordedRequest) -> UnsupportedOperation {
        UnsupportedOperation(
            method: request.method.rawValue, path: request.path, registered: script.routes.prefix(5).map(\.line))
    }
}

extension InMemoryGitLab: CustomStringConvertible, CustomReflectable {
    /// The name of the type.
    public nonisolated var description: String { "InMemoryGitLab" }

    /// Nothing, because it holds tokens.
    public nonisolated var customMirror: Mirror { Mirror(self, children: []) }
}
