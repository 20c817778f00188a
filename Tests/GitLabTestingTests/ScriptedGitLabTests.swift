// The scripted GitLab as in tests of users: responses, faults, time, and its errors.

import Foundation
import GitLab
import GitLabTesting
import HTTPTypes
import Testing

@Suite(.timeLimit(.minutes(5))) struct ScriptedGitLabTests {
    private func error(_ operation: () async throws -> some Any) async -> GitLabError? {
        do { _ = try await operation() } catch { return error as? GitLabError }
        return nil
    }

    @Test func responsesComeInOrderAndAreVerified() async throws {
        let server = ScriptedGitLab()
        server.expect(
            .get, "/projects/42", responses: .json(Project.exampleJSON), .failure(status: 404, message: "404 Not Found")
        )
        let gitlab = server.client()
        #expect(try await gitlab.projects.get(42).pathWithNamespace == Project.example.pathWithNamespace)
        #expect(throws: ScriptedGitLab.Unmet.self) { try server.verify() }
        #expect(await error { try await gitlab.projects.get(42) }?.kind == .notFound)
        try server.verify()
    }

    @Test func pathsAreComparedAsTheyAreMeant() async throws {
        let server = ScriptedGitLab()
        server.expect(.get, "/projects/tools%2Fcompiler", responses: .json(Project.exampleJSON))
        server.always(.get, "/projects/:id", response: .failure(status: 404, message: "404 Project Not Found"))
        _ = try await server.client().projects.get("tools/compiler")
        #expect(await error { try await server.client().projects.get("tools/other") }?.kind == .notFound)
        try server.verify()
        #expect(server.received.map(\.path) == ["/projects/tools%2Fcompiler", "/projects/tools%2Fother"])
    }

    @Test func theBodyIsCompared() async throws {
        let server = ScriptedGitLab()
        server.expect(.put, "/projects/42", body: ["description": .null], responses: .json(Project.exampleJSON))
        try await server.client().projects.edit(42) { $0.description = nil }
        try server.verify()

        server.expect(.put, "/projects/42", body: ["description": .null], responses: .json(Project.exampleJSON))
        let error = await error { try await server.client().projects.edit(42) { $0.description = "text" } }
        #expect(error?.message.contains(#"should be {"description":null} and was {"description":"text"}"#) == true)
        let unmet = #expect(throws: ScriptedGitLab.Unmet.self) { try server.verify() }
        #expect(unmet?.problems.count == 2)
        #expect(
            "\(try #require(unmet))".contains(
                "not requested: PUT /projects/42\nreceived, in order:\n  PUT /projects/42"))
    }

    @Test func theQueryIsCompared() async throws {
        let server = ScriptedGitLab()
        server.expect(
            .get, "/projects", query: ["membership": "true", "custom_attributes": ["k": "v"]], responses: .page("[]"))
        let list = server.client().projects.list {
            $0.membership = true; $0.customAttributes = ["k": "v"]
        }
        for try await _ in list {}
        try server.verify()

        server.expect(.get, "/projects", query: ["membership": "false"], responses: .page("[]"))
        let error = await error { try await server.client().projects.list { $0.membership = true }.page(1) }
        #expect(error?.message.contains(#"should be {"membership":"false"}"#) == true, "\(error as Any)")
    }

    @Test func whatNobodyExpectsFailsAtOnceAndIsReported() async throws {
        let server = ScriptedGitLab()
        let error = await error { try await server.client().projects.get(1) }
        #expect(error?.message.contains("not expected: GET /projects/1") == true, "\(error as Any)")
        #expect(server.received.count == 1)
        let unmet = #expect(throws: ScriptedGitLab.Unmet.self) { try server.verify() }
        #expect(unmet?.problems == ["not expected: GET /projects/1"])
    }

    @Test func pagesFollowTheirLinks() async throws {
        let server = ScriptedGitLab()
        let other = Project.exampleJSON.replacing("\"id\": 42,", with: "\"id\": 43,")
        server.expect(
            .get, "/projects",
            responses: .page("[\(Project.exampleJSON)]", next: "/projects?page=2"), .page("[\(other)]"))
        var count = 0
        for try await _ in server.client().projects.list() { count += 1 }
        #expect(count == 2 && server.received.last?.query == ["page": "2"])
        try server.verify()
    }

    @Test func pagesThatNeverEndAreNoticed() async throws {
        let server = ScriptedGitLab()
        server.always(.get, "/projects", response: .page("[\(Project.exampleJSON)]", next: "/projects?page=1"))
        let error = await error { for try await _ in server.client().projects.list() {} }
        #expect(error?.kind == .pageLoop)
    }

    @Test(arguments: [
        (ScriptedResponse.reset, GitLabError.Kind.transport), (.refused, .transport), (.garbage, .decoding),
    ])
    func faultsAreErrors(response: ScriptedResponse, kind: GitLabError.Kind) async {
        let server = ScriptedGitLab()
        server.always(.get, "/projects/1", response: response)
        let gitlab = server.client { $0.retries = .never }
        #expect(await error { try await gitlab.projects.get(1) }?.kind == kind)
    }

    @Test func bodiesAreCut() async {
        let server = ScriptedGitLab()
        server.always(.get, "/projects/1", response: .json(Project.exampleJSON).cut(after: 100))
        let gitlab = server.client { $0.retries = .never }
        let error = await error { try await gitlab.projects.get(1) }
        #expect(error?.kind == .transport && error?.message.contains("was interrupted") == true, "\(error as Any)")
    }

    @Test func filesComeInPieces() async throws {
        let server = ScriptedGitLab()
        let bytes = (0..<1_000).map { UInt8($0 % 251) }
        server.always(
            .get, "/projects/1/snapshot",
            response: .file(bytes, name: "a.tar").pausing(for: .seconds(30), after: 300).delayed(by: .seconds(5)))
        let download = try await server.client().projects.downloadSnapshot(1)
        #expect(download.fileName == "a.tar" && download.length == 1_000 && server.clock.elapsed == .seconds(5))
        var chunks: [Int] = []
        for try await chunk in download { chunks.append(chunk.count) }
        #expect(chunks == [300, 700] && server.clock.elapsed == .seconds(35))
    }

    @Test func limitsTellWhenTheyEnd() async throws {
        let server = ScriptedGitLab()
        server.always(.get, "/projects/1", response: .rateLimited(for: 90))
        let gitlab = server.client { $0.retries = .never }
        let error = await error { try await gitlab.projects.get(1) }
        #expect(error?.kind == .rateLimited && error?.status == 429)
    }
}

@Suite(.timeLimit(.minutes(5))) struct VirtualTimeTests {
    /// An hour would not fit into the limit of this suite.
    @Test func sleepsTakeNoTime() async throws {
        let clock = TestClock()
        try await clock.sleep(for: .seconds(3_600))
        try await clock.sleep(for: .seconds(60))
        #expect(clock.elapsed == .seconds(3_660) && clock.sleeps == [.seconds(3_600), .seconds(60)])
        #expect(clock.date == TestClock.beginning.addingTimeInterval(3_660))
    }

    @Test func sleepersWakeInTheirOrder() async throws {
        let clock = TestClock()
        let woken = await withTaskGroup(of: Int.self) { group in
            for seconds in [30, 10, 20] {
                group.addTask {
                    try? await clock.sleep(until: .seconds(seconds))
                    return seconds
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(woken == [10, 20, 30] && clock.elapsed == .seconds(30))
    }

    @Test func watchingMovesNothingAndIsMetOnTheWay() async throws {
        let clock = TestClock()
        let sleeping = Task { try await clock.sleep(for: .seconds(90)) }
        try await clock.watch(for: .seconds(60))
        #expect(clock.elapsed >= .seconds(60))
        try await sleeping.value
        #expect(clock.elapsed == .seconds(90))

        let watching = Task { try await clock.watch(for: .seconds(10)) }
        try await Task.sleep(for: .milliseconds(50))
        #expect(clock.elapsed == .seconds(90))
        clock.advance(by: .seconds(10))
        try await watching.value
    }

    @Test func cancellingEndsSleeping() async {
        let clock = TestClock()
        let task = Task { try await clock.watch(for: .seconds(10)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
