// The server over sockets, with requests that this test writes itself.

import Foundation
import GitLab
import GitLabFakeServer
import GitLabTesting
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@Suite(.timeLimit(.minutes(1))) struct ServerTests {
    @Test func encodedPathsArriveAsTheyWereSent() async throws {
        try await withServer(InMemoryGitLab(projects: ["tools/compiler"])) { server in
            let project = try await server.send("GET", "/projects/tools%2Fcompiler")
            #expect(project.status == 200 && project.json["id"] == 1)
            #expect(try await server.send("GET", "/projects/tools/compiler").status == 404)
            #expect(server.log.entries.map(\.operation) == ["projects.get", nil])
            #expect(server.log.entries.last?.verdicts == ["no such operation"])
        }
    }

    @Test func linksLeadBackToTheServer() async throws {
        let projects = (1...3).map { SeededProject("tools/p\($0)") }
        try await withServer(InMemoryGitLab(projects: projects)) { server in
            let page = try await server.send("GET", "/projects?per_page=2&topic=")
            #expect(page.fields["X-Total"] == "3" && page.fields["X-Next-Page"] == "2")
            #expect(page.fields["Link"]?.hasPrefix("<\(server.url)/api/v4/projects?") == true)
            let gitlab = GitLabClient(baseURL: server.url, credentials: .none)
            #expect(try await gitlab.projects.list { $0.perPage = 1 }.all().count == 3)
        }
    }

    @Test func attributesThatGitLabIgnoresAreLoggedOrRejected() async throws {
        for isStrict in [false, true] {
            let gitlab = InMemoryGitLab(projects: ["tools/compiler"], failsOnIgnoredAttributes: isStrict)
            try await withServer(gitlab) { server in
                let response = try await server.send("GET", "/projects/1/issues?stat=opened&private_token=glpat-secret")
                #expect(response.status == (isStrict ? 400 : 200))
                let entry = try #require(server.log.entries.first)
                #expect(entry.verdicts == ["ignored attribute: stat"])
                #expect(!"\(entry)".contains("glpat"))
            }
        }
    }

    @Test func aBodyThatIsTakenForANameIsNotLogged() async throws {
        for isStrict in [false, true] {
            let gitlab = InMemoryGitLab(projects: ["tools/compiler"], failsOnIgnoredAttributes: isStrict)
            try await withServer(gitlab) { server in
                let body = #"{"key":"K","value":"s3cret"}"#
                let response = try await server.send("GET", "/projects/1/issues?\(body.encoded)")
                #expect(response.status == (isStrict ? 400 : 200) && !"\(response.json)".contains("s3cret"))
                let entry = try #require(server.log.entries.first)
                #expect("\(entry)".contains("28 bytes that are no name") && !"\(entry)".contains("s3cret"))
            }
        }
    }

    @Test func aBodyBeyondTheLimitIsRejectedAndTheConnectionGoesOn() async throws {
        try await withServer(InMemoryGitLab(projects: ["tools/compiler"]), maximumSize: 1 << 20) { server in
            let large = try await server.send("POST", "/projects/1/issues", String(repeating: " ", count: 5 << 20))
            #expect(large.status == 413)
            #expect(try await server.send("POST", "/projects/1/issues", #"{"title": "Slow"}"#).status == 201)
            #expect(try await server.send("HEAD", "/projects/1/issues").fields["X-Total"] == "1")
        }
    }

    @Test func theRequiredTokenIsNotLogged() async throws {
        try await withServer(InMemoryGitLab(requiredToken: "glpat-secret")) { server in
            let rejected = try await server.send("GET", "/projects")
            #expect(rejected.status == 401)
            let gitlab = GitLabClient(baseURL: server.url, credentials: .personalAccessToken("glpat-secret"))
            #expect(try await gitlab.projects.list().all().isEmpty)
            #expect(!server.log.entries.map(\.description).joined().contains("glpat"))
        }
    }
}

/// A server, as a client sees it.
private struct Server: Sendable {
    let url: URL
    let log: Log

    struct Response {
        let status: Int
        let fields: [String: String]
        let json: JSONValue
    }

    func send(_ method: String, _ path: String, _ body: String? = nil) async throws -> Response {
        var request = URLRequest(url: try #require(URL(string: "\(url)/api/v4\(path)")))
        request.httpMethod = method
        request.httpBody = body.map { Data($0.utf8) }
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        let (data, response) = try await URLSession.shared.data(for: request)
        let head = try #require(response as? HTTPURLResponse)
        let fields = head.allHeaderFields.reduce(into: [String: String]()) { $0["\($1.key)"] = "\($1.value)" }
        let json = try? JSONDecoder().decode(JSONValue.self, from: data)
        return Response(status: head.statusCode, fields: fields, json: json ?? .null)
    }
}

private final class Log: @unchecked Sendable {
    private let lock = NSLock()
    private var all: [LogEntry] = []

    var entries: [LogEntry] { lock.withLock { all } }

    func add(_ entry: LogEntry) { lock.withLock { all.append(entry) } }
}

/// Runs a test with a server of its own.
private func withServer(
    _ gitlab: InMemoryGitLab, maximumSize: Int = 1 << 20, _ test: (Server) async throws -> Void
) async throws {
    let log = Log()
    let server = try LoopbackGitLab(gitlab, maximumSize: maximumSize) { log.add($0) }
    let running = Task { try await server.run() }
    defer { running.cancel() }
    try await test(Server(url: try await server.url, log: log))
    await server.stop()
    // Being stopped is no error.
    try await running.value
}

extension String {
    /// The text as a part of a query.
    fileprivate var encoded: String { addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "" }
}
