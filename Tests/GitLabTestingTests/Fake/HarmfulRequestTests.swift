// Requests that would end the process, fill it or change what they must not.

import Foundation
import GitLab
import GitLabTesting
import HTTPTypes
import Testing

@Suite("In-memory GitLab: harmful requests") struct HarmfulRequestTests {
    private let server = InMemoryGitLab(projects: ["tools/compiler"])

    private func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: String = "", as type: String = "application/json",
        to server: InMemoryGitLab? = nil
    ) async throws -> (status: Int, json: JSONValue) {
        var head = HTTPRequest(method: method, scheme: "https", authority: "gitlab.test", path: "/api/v4" + path)
        if !body.isEmpty { head.headerFields[.contentType] = type }
        let response = try await (server ?? self.server).send(head, body: RequestBody(Array(body.utf8)))
        let bytes = try await response.body.collect(upTo: 1 << 20)
        return (response.head.status.code, (try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))) ?? .null)
    }

    @Test(arguments: [Int.min, -1, 0, 99, .max]) func aNamespaceThatIsNone(id: Int) async throws {
        #expect(try await send(.post, "/projects", #"{"name": "a", "namespace_id": \#(id)}"#).status == 404)
    }

    @Test func whatIsAssumedHasAnIDWithNoneBehindItOnlyWhereThereAreLarger() async throws {
        let server = InMemoryGitLab(assumesExistence: true)
        for id in [Int.max, Int.max - 1, Int(Int32.max) + 1, 0, -1] {
            #expect(try await send(.get, "/projects/\(id)", to: server).status == 404)
            #expect(try await send(.get, "/projects/1/issues/\(id)", to: server).status == 404)
        }
        #expect(try await send(.post, "/projects", #"{"name": "a"}"#, to: server).status == 201)
        #expect(try await send(.post, "/projects/1/issues", #"{"title": "a"}"#, to: server).status == 201)
    }

    @Test func anIDThatIsAssumedIsNotGivenAgain() async throws {
        let server = InMemoryGitLab(assumesExistence: true)
        #expect(try await send(.get, "/projects/1/hooks/2", to: server).json["id"] == 2)
        let hook = try await send(.post, "/projects/1/hooks", #"{"url": "https://example.com"}"#, to: server)
        #expect(hook.json["id"] == 3)
    }

    @Test func theIDOfADeletedProjectIsNotGivenAgain() async throws {
        #expect(try await send(.post, "/projects", #"{"name": "a"}"#).json["id"] == 2)
        #expect(try await send(.post, "/projects/2/star").status == 201)
        #expect(try await send(.delete, "/projects/2").status == 202)
        let path = "/projects/2?permanently_remove=true&full_path=root%2Fa"
        #expect(try await send(.delete, path).status == 202)
        #expect(try await send(.get, "/projects/2").status == 404)
        #expect(try await send(.post, "/projects", #"{"name": "a"}"#).json["id"] == 3)
    }

    @Test func whatGitLabIgnoresIsNotStored() async throws {
        let edit = try await send(
            .put, "/projects/1?private_token=glpat-secret", #"{"description": "d", "namespace": "x", "web_url": "y"}"#)
        #expect(edit.status == 200 && edit.json["description"] == "d")
        let project = try await send(.get, "/projects/1").json
        #expect(project["private_token"] == nil && project["web_url"] != "y")
        #expect(project["namespace"]?["full_path"] == "tools")
        #expect(await server.ignoredAttributes.map(\.attribute) == ["namespace", "web_url"])
        #expect(try await send(.put, "/projects/1?private_token=a", #"{"web_url": "y"}"#).status == 400)
    }

    @Test func aRequestWithThousandsOfNamesIsReportedInPart() async throws {
        let names = (0..<20_000).map { #""a\#($0)": 1"# }.joined(separator: ",")
        #expect(try await send(.post, "/projects/1/issues", "{\"title\": \"t\", \(names)}").status == 201)
        #expect(await server.ignoredAttributes.count == 100)
        let pairs = (0..<5_000).map { "a[]=\($0)" }.joined(separator: "&")
        let form = "application/x-www-form-urlencoded"
        #expect(try await send(.post, "/projects/1/issues", pairs, as: form).status == 400)
        #expect(try await send(.get, "/projects?" + pairs).status == 400)
    }

    @Test(arguments: ["storage_size", "similarity", "star_count", "id"]) func everyOrderOfTheClient(order: String)
        async throws
    {
        #expect(try await send(.get, "/projects?order_by=\(order)").status == 200)
        #expect(try await send(.get, "/projects?order_by=weather").status == 400)
    }

    @Test func theLimitIsTheOneThatWasSet() async throws {
        await server.limitRate(to: 2, per: .seconds(10))
        for _ in 0..<2 { #expect(try await send(.get, "/projects").status == 200) }
        let head = HTTPRequest(method: .get, scheme: "https", authority: "gitlab.test", path: "/api/v4/projects")
        let fields = try await server.send(head, body: RequestBody([])).head.headerFields
        func value(_ name: String) -> String? { HTTPField.Name(name).flatMap { fields[$0] } }
        #expect(value("RateLimit-Limit") == "2" && value("RateLimit-Observed") == "3")
        #expect(value("RateLimit-Remaining") == "0" && value("Retry-After") != nil)
    }

    @Test func pathsThatCannotBeSeededHaveOneError() async throws {
        for (path, problem) in [
            ("/projects/tools%2/jobs", "it is not a path"), ("/projects", "projects are passed to the initializer"),
            ("/weather", "no operation has this path"),
        ] {
            let error = await #expect(throws: SeedError.self) { try await server.seed(path, "[]") }
            #expect(error?.problem == problem, "\(path): \(error?.problem ?? "")")
        }
    }
}
