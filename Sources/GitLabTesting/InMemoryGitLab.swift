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
/// It imitates projects: lists of them, getting, creating, editing and deleting, archiving, stars and shares; the
/// article of this module has the table. It rejects requests with GitLab's status and JSON: 400 for a name that is
/// taken or an unknown value, 401 for another token than the required one, 404 for a missing project. Each instance has
/// projects of its own and may be used from many tasks at once.
///
/// Any other operation throws ``UnsupportedOperation``, unless a response is registered for it:
///
/// ```swift
/// let server = InMemoryGitLab(projects: ["tools/compiler"])
/// server.always(GetProjectLanguages.self, response: .json(#"{"Swift": 100}"#))
/// let languages = try await server.client().projects.getLanguages("tools/compiler")
/// ```
///
/// A registered response takes precedence over everything else, also for operations that are imitated, and whatever the
/// token is. Its delays take real time.
///
/// It does not imitate conditions in header fields, roles, scopes, visibility to the caller, tiers, rate limits,
/// redirects, repositories or uploads of files; filters that the table does not name are accepted and do nothing, and
/// attributes are stored as they come, without most of GitLab's checks. So it can show that a program handles GitLab's
/// responses, but not that GitLab accepts a request.
public actor InMemoryGitLab: ScriptableGitLab {
    private var store: ProjectStore
    private let requiredToken: String?

    /// The registered responses.
    public nonisolated let script = ResponseScript()

    /// - Parameters:
    ///   - projects: The projects at the start; the first one gets the ID 1.
    ///   - requiredToken: The one accepted token. With `nil`, every token is accepted, and none is needed.
    public init(projects: [SeededProject] = [], requiredToken: String? = nil) {
        store = ProjectStore(projects)
        self.requiredToken = requiredToken
    }

    /// Returns a client of this GitLab at `https://gitlab.test`. A client with another base URL works too, if this is
    /// its transport.
    public nonisolated func client(credentials: Credentials = .none) -> GitLabClient {
        guard let url = URL(string: "https://gitlab.test") else { preconditionFailure("the address is not a URL") }
        return GitLabClient(baseURL: url, credentials: credentials, transport: self)
    }

    /// Responds to a request, with GitLab's status where GitLab would reject it.
    ///
    /// - Throws: ``UnsupportedOperation`` for an operation that is not imitated; errors of the closure of a registered
    ///   response; `CancellationError`; an error for a file that cannot be read.
    public func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse {
        let bytes = try await body.collected()
        let recorded = RecordedRequest(request, bytes: bytes)
        if let response = script.take(for: recorded) {
            return try await response(recorded).response(by: SystemClock())
        }
        var response: (status: Int, body: JSONValue?, fields: HTTPFields)
        do {
            guard let received = try ReceivedRequest(request, body: bytes) else { throw unsupported(recorded) }
            response = try respond(to: received, recorded)
        } catch let failure as FailureResponse {
            response = (failure.status, failure.body, HTTPFields())
        }
        if response.body != nil { response.fields[.contentType] = "application/json" }
        if let name = HTTPField.Name("X-Request-Id") { response.fields[name] = UUID().uuidString }
        let head = HTTPResponse(status: .init(code: response.status), headerFields: response.fields)
        return TransportResponse(head: head, body: ResponseBody(try response.body?.serialized() ?? []))
    }

    private func respond(
        to request: ReceivedRequest,
        _ recorded: RecordedRequest
    ) throws -> (Int, JSONValue?, HTTPFields) {
        if let requiredToken, request.token != requiredToken { throw FailureResponse.unauthorized }
        guard request.place.first == "projects" else { throw unsupported(recorded) }
        let id = request.place.dropFirst().first
        switch (request.method, id, request.place.count) {
        case (.get, nil, 1):
            let page = try ProjectPage(of: store.list(request), for: request)
            return (200, .array(page.items.map { shown($0, request) }), page.fields)
        case (.get, let id?, 2):
            return (200, shown(try store.project(id), request), HTTPFields())
        case (.post, nil, 1):
            return (201, shown(try store.create(request), request), HTTPFields())
        case (.put, let id?, 2):
            return (200, shown(try store.edit(id, request), request), HTTPFields())
        case (.delete, let id?, 2):
            try store.delete(id, request)
            return (202, ["message": "202 Accepted"], HTTPFields())
        case (.post, let id?, 3):
            guard let result = try act(request.place[2], on: id, request) else { throw unsupported(recorded) }
            return result
        case (.delete, let id?, 4) where request.place[2] == "share":
            try store.unshare(id, from: request.place[3])
            return (204, nil, HTTPFields())
        default:
            throw unsupported(recorded)
        }
    }

    /// Returns nil for an action that is not imitated.
    private func act(
        _ action: String,
        on id: String,
        _ request: ReceivedRequest
    ) throws -> (Int, JSONValue?, HTTPFields)? {
        let project: ProjectStore.Members?
        switch action {
        case "archive": project = try store.change(id) { $0["archived"] = true }
        case "unarchive": project = try store.change(id) { $0["archived"] = false }
        case "restore": project = try store.change(id) { $0["marked_for_deletion_on"] = .null }
        case "star": project = try store.star(id, by: request.token ?? "")
        case "unstar": project = try store.unstar(id, by: request.token ?? "")
        case "share": return (201, .object(try store.share(id, request)), HTTPFields())
        default: return nil
        }
        guard let project else { return (304, nil, HTTPFields()) }
        return (201, shown(project, request), HTTPFields())
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
