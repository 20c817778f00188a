// A request that GitLab rejects becomes an error with GitLab's messages, and no secret.

import Foundation
import GitLab
import Testing

extension RealStack {
    @Suite("Errors")
    struct Errors {
        @Test("401: a token that is not known")
        func unauthorized() async throws {
            let gitlab = try await GitLabClient.of(.reading, token: Token.wrong)
            let error = try await #require(throws: GitLabError.self) { try await gitlab.projects.get(1) }
            #expect(error.kind == .unauthorized)
            #expect(error.status == 401)
            #expect(error.message == "401 Unauthorized")
            expectRequest("GET", "/api/v4/projects/1", in: error)
            expectNoToken(Token.wrong, in: error)
        }

        @Test("401: a token that has expired")
        func expired() async throws {
            let gitlab = try await GitLabClient.of(.reading, token: Token.expired)
            let error = try await #require(throws: GitLabError.self) { try await gitlab.projects.get(1) }
            #expect(error.kind == .unauthorized)
            #expect(error.message.contains("Token is expired."))
            expectNoToken(Token.expired, in: error)
        }

        @Test("401: a write without a token")
        func anonymous() async throws {
            let gitlab = try await GitLabClient.of(.writing, token: nil)
            let error = try await #require(throws: GitLabError.self) { try await gitlab.projects.create(name: "x") }
            #expect(error.kind == .unauthorized)
            expectRequest("POST", "/api/v4/projects", in: error)
        }

        @Test("403: a token that may only read")
        func forbidden() async throws {
            let gitlab = try await GitLabClient.of(.writing, token: Token.readOnly)
            #expect(try await gitlab.projects.get(1).id == 1)
            let error = try await #require(throws: GitLabError.self) {
                try await gitlab.projects.edit(1) { $0.description = "x" }
            }
            #expect(error.kind == .forbidden)
            #expect(error.status == 403)
            #expect(error.message.contains("requires higher privileges than provided by the access token"))
            expectRequest("PUT", "/api/v4/projects/1", in: error)
            expectNoToken(Token.readOnly, in: error)
        }

        @Test("404: a project that is not there", arguments: [Servers.Kind.reading, .underRoot])
        func notFound(server: Servers.Kind) async throws {
            let gitlab = try await GitLabClient.of(server)
            let error = try await #require(throws: GitLabError.self) {
                try await gitlab.projects.get("no/such project")
            }
            #expect(error.kind == .notFound)
            #expect(error.status == 404)
            #expect(error.message == "404 Project Not Found")
            let root = server == .underRoot ? "/gitlab" : ""
            expectRequest("GET", "\(root)/api/v4/projects/no%2Fsuch%20project", in: error)
            expectNoToken(Token.full, in: error)
        }

        @Test("400: field messages")
        func taken() async throws {
            let gitlab = try await GitLabClient.of(.writing)
            let error = try await #require(throws: GitLabError.self) {
                try await gitlab.projects.create(name: "Project 1") {
                    $0.path = "p2"
                    $0.namespaceID = 2
                }
            }
            #expect(error.kind == .badRequest)
            #expect(error.status == 400)
            #expect(error.fieldMessages == ["name": ["has already been taken"], "path": ["has already been taken"]])
            #expect(error.message.contains("name has already been taken"))
            expectRequest("POST", "/api/v4/projects", in: error)
            expectNoToken(Token.full, in: error)
        }

        @Test("400: a value that is none of the known ones")
        func invalid() async throws {
            let gitlab = try await GitLabClient.of(.reading)
            let error = try await #require(throws: GitLabError.self) {
                try await gitlab.projects.list { $0.visibility = VisibilityLevel(rawValue: "secret") }.page(1)
            }
            #expect(error.kind == .badRequest)
            #expect(error.message == "visibility does not have a valid value")
            expectRequest("GET", "/api/v4/projects", in: error)
        }

        @Test("400: nothing that GitLab needs, as GitLab says it")
        func missing() async throws {
            let gitlab = try await GitLabClient.of(.writing)
            let error = try await #require(throws: GitLabError.self) { try await gitlab.send(NamelessProject()) }
            #expect(error.kind == .badRequest)
            #expect(error.message == "name, path are missing, at least one parameter must be provided")
        }

        @Test("A write to a path that has moved is not sent elsewhere")
        func movedWrite() async throws {
            let gitlab = try await GitLabClient.of(.writing)
            let error = try await #require(throws: GitLabError.self) {
                try await gitlab.projects.edit("old/project") { $0.description = "x" }
            }
            #expect(error.status == 405)
            #expect(error.kind == .methodNotAllowed)
        }

        @Test("No server: a transport error")
        func noServer() async throws {
            let url = try #require(URL(string: "http://127.0.0.1:1"))
            let gitlab = GitLabClient(baseURL: url, credentials: .personalAccessToken(Token.wrong))
            let error = try await #require(throws: GitLabError.self) { try await gitlab.projects.get(1) }
            #expect(error.kind == .transport)
            #expect(error.status == nil)
            expectNoToken(Token.wrong, in: error)
        }

        private func expectRequest(
            _ method: String, _ path: String, in error: GitLabError, at location: SourceLocation = #_sourceLocation
        ) {
            #expect(error.method == method, sourceLocation: location)
            #expect(error.path == path, sourceLocation: location)
            #expect(error.requestID.flatMap(UUID.init(uuidString:)) != nil, sourceLocation: location)
        }

        private func expectNoToken(
            _ token: String, in error: GitLabError, at location: SourceLocation = #_sourceLocation
        ) {
            var dumped = ""
            dump(error, to: &dumped)
            let texts = ["\(error)", String(reflecting: error), error.localizedDescription, dumped]
            #expect(!texts.contains { $0.contains(token) }, sourceLocation: location)
        }
    }
}

/// A creation without the attributes that the client requires, for the server's error.
private struct NamelessProject: GitLabRequest {
    typealias Response = Project
    static let endpoint = Endpoint("projects.create", .post, "/projects")
    func addBody(to body: inout ParameterEncoder) { body.add("description", "no name") }
}
