// Responses that a test registers, with the same methods for both GitLabs; and operations that the one in memory does
// not imitate.

import Foundation
import GitLab
import GitLabTesting
import HTTPTypes
import Testing

@Suite(.timeLimit(.minutes(5))) struct RegisteredResponseTests {
    private static var servers: [any ScriptableGitLab] { [InMemoryGitLab(), ScriptedGitLab()] }

    private func client(_ server: some ScriptableGitLab) throws -> GitLabClient {
        GitLabClient(
            baseURL: try #require(URL(string: "https://gitlab.test")), transport: server,
            configuration: .init(retries: .never))
    }

    @Test func aRequestWithAParentIsRecognisedOnEachOfItsRoutes() async throws {
        for server in Self.servers {
            let gitlab = try client(server)
            server.always(GetNote.self, response: .json(#"{"id": 5}"#))
            let places: [Noteable] = [.issue("tools/compiler", issueIID: 7), .mergeRequest(42, mergeRequestIID: 3)]
            for place in places { #expect(try await gitlab.notes.get(on: place, noteID: 5).id == 5) }
            // A path that only ends in the same way belongs to another operation.
            let other = try CustomRequest(.get, "/projects/:id/issues/7/discussions/6a/notes/5", path: ["id": 42])
            await #expect(throws: (any Error).self) { try await gitlab.send(other) }
        }
    }

    @Test func oneResponseAndThenTheOneForAll() async throws {
        for server in Self.servers {
            let gitlab = try client(server)
            server.always(GetProjectLanguages.self, response: .json(#"{"Swift": 100}"#))
            server.on(.get, "/projects/:id/languages") { .json(#"{"Ruby": \#($0.path.count)}"#) }
            server.on(GetProjectLanguages.self) { _ in .failure(status: 404, message: "404 Project Not Found") }
            #expect(try await gitlab.projects.getLanguages(7) == ["Ruby": 21])
            let error = await #expect(throws: GitLabError.self) { try await gitlab.projects.getLanguages(7) }
            #expect(error?.kind == .notFound)
            for _ in 0..<3 { #expect(try await gitlab.projects.getLanguages(7) == ["Swift": 100]) }
        }
    }

    @Test func theResponseToTheThirdRequest() async throws {
        for server in Self.servers {
            let gitlab = try client(server)
            server.always(GetProjectLanguages.self, response: .json(#"{"Swift": 100}"#))
            server.on(GetProjectLanguages.self, after: 2, response: .failure(status: 503, message: "busy"))
            server.on(.get, "/projects/:id/languages", after: 3) { _ in .json(#"{"Ruby": 1}"#) }
            server.on(.get, "/projects/:id/languages", response: .json(#"{"C": 1}"#))
            server.always(.get, "/projects/:id", response: .json(#"{"id": 7}"#))
            #expect(try await gitlab.projects.getLanguages(7) == ["C": 1])
            // A request to another path does not count.
            _ = try? await gitlab.projects.get(7)
            #expect(try await gitlab.projects.getLanguages(7) == ["Swift": 100])
            let error = await #expect(throws: GitLabError.self) { try await gitlab.projects.getLanguages(7) }
            #expect(error?.status == 503)
            #expect(try await gitlab.projects.getLanguages(7) == ["Ruby": 1])
            #expect(try await gitlab.projects.getLanguages(7) == ["Swift": 100])
        }
    }

    @Test func closuresMakeResponsesForAll() async throws {
        for server in Self.servers {
            let gitlab = try client(server)
            server.always(.get, "/projects/8/languages") { _ in .json(#"{"A": 1}"#) }
            server.always(GetProjectLanguages.self) { .json(#"{"\#($0.path.dropFirst(10).prefix(1))": 2}"#) }
            #expect(try await gitlab.projects.getLanguages(8) == ["A": 1])
            #expect(try await gitlab.projects.getLanguages(9) == ["9": 2])
        }
    }

    @Test func theyComeBeforeWhatIsImitated() async throws {
        let server = InMemoryGitLab(projects: ["tools/compiler"], requiredToken: "glpat-good")
        let gitlab = server.client(credentials: .personalAccessToken("glpat-good"))
        server.on(.get, "/projects/:id") { _ in .rateLimited(for: 60) }
        let once = gitlab.with { $0.retries = .never }
        let error = await #expect(throws: GitLabError.self) { try await once.projects.get("tools/compiler") }
        #expect(error?.kind == .rateLimited && error?.retryAfter.map { $0 <= .seconds(61) } == true)
        #expect(try await gitlab.with { $0.rateLimit = .ignored }.projects.get("tools/compiler").id == 1)
    }

    @Test func aSingleOneThatIsNotUsedIsReported() async throws {
        let server = ScriptedGitLab()
        server.on(GetProjectLanguages.self) { _ in .json("{}") }
        let unmet = #expect(throws: ScriptedGitLab.Unmet.self) { try server.verify() }
        #expect(unmet?.problems == ["not requested: GET /projects/:id/languages"])
        _ = try await server.client().projects.getLanguages(1)
        try server.verify()
    }

    @Test func expectationsComeFirst() async throws {
        let server = ScriptedGitLab()
        server.on(.get, "/projects/1/languages") { _ in .json(#"{"B": 1}"#) }
        server.expect(.get, "/projects/1/languages", responses: .json(#"{"A": 1}"#))
        #expect(try await server.client().projects.getLanguages(1) == ["A": 1])
        #expect(try await server.client().projects.getLanguages(1) == ["B": 1])
        try server.verify()
    }

    // MARK: - What is not imitated

    /// Counts what reaches the GitLab behind it.
    private final class Counting: Transport, @unchecked Sendable {
        private let lock = NSLock()
        private var number = 0
        let next: InMemoryGitLab
        init(_ next: InMemoryGitLab) { self.next = next }
        var count: Int { lock.withLock { number } }
        func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse {
            lock.withLock { number += 1 }
            return try await next.send(request, body: body)
        }
    }

    private struct Through: Middleware {
        func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse {
            try await next(request)
        }
    }

    @Test func anUnknownOperationIsAnErrorOfItsOwnAndNotRetried() async throws {
        for middleware in [[], [Through()]] {
            let transport = Counting(InMemoryGitLab(projects: ["tools/compiler"]))
            let gitlab = GitLabClient(
                baseURL: try #require(URL(string: "https://gitlab.test")), transport: transport,
                configuration: .init(middleware: middleware))
            let unknown = try CustomRequest(.get, "/projects/:id/weather", path: ["id": "tools/compiler"])
            let error = await #expect(throws: UnsupportedOperation.self) { try await gitlab.send(unknown) }
            #expect(error?.method == "GET")
            #expect(error?.path == "/projects/tools%2Fcompiler/weather")
            let text = "\(try #require(error))"
            for words in [
                "InMemoryGitLab does not implement `GET /projects/tools%2Fcompiler/weather`",
                #"on(.get, "/projects/:id/weather", response: …)"#, "always(.get", "ScriptedGitLab",
            ] {
                #expect(text.contains(words), "\(text)")
            }
            #expect((error as (any Error)?)?.localizedDescription == text)
            let another = try CustomRequest(.delete, "/projects/:id/weather", path: ["id": 1])
            await #expect(throws: UnsupportedOperation.self) { try await gitlab.send(another) }
            #expect(transport.count == 2)
        }
    }

    @Test func whatIsRegisteredForAnotherRouteIsNamed() async throws {
        let server = InMemoryGitLab(projects: ["tools/compiler"])
        server.on(.get, "/project/:id/weather", response: .json("{}"))
        let request = try CustomRequest(.get, "/projects/:id/weather", path: ["id": 1])
        let error = await #expect(throws: UnsupportedOperation.self) { try await server.client().send(request) }
        #expect("\(try #require(error))".hasSuffix("registered are GET /project/:id/weather"))
        server.on(GetProjectLanguages.self, response: .json(#"{"Swift": 100}"#))
        #expect(try await server.client().projects.getLanguages(1) == ["Swift": 100])
    }

    @Test func aProjectThatIsNotThereIsGitLabs404() async throws {
        let gitlab = InMemoryGitLab(projects: ["tools/compiler"]).client()
        let error = await #expect(throws: GitLabError.self) { try await gitlab.projects.get("no/such") }
        #expect(error?.status == 404 && error?.message.contains("404 Project Not Found") == true)
    }

    /// A rejected token takes precedence.
    @Test func theTokenComesFirst() async throws {
        let gitlab = InMemoryGitLab(requiredToken: "glpat-good").client()
        let error = await #expect(throws: GitLabError.self) { try await gitlab.projects.getLanguages(1) }
        #expect(error?.status == 401)
    }
}
