// What the GitLab in memory keeps, by the routes of many families.

import Foundation
import GitLab
import GitLabTesting
import Testing

@Suite("In-memory GitLab: resources") struct FakeResourceTests {
    private let server = InMemoryGitLab(projects: ["tools/compiler", "docs/handbook"])
    private var gitlab: GitLabClient { server.client().with { $0.retries = .never } }

    private func status(_ call: () async throws -> JSONValue) async -> Int? {
        do {
            _ = try await call()
            return nil
        } catch {
            return (error as? GitLabError)?.status
        }
    }

    @Test func thingsHangTogether() async throws {
        let issue = try await gitlab.post(
            "/projects/:id/issues", path: ["id": 1], body: ["title": "Slow", "labels": "a,b"])
        #expect(
            issue["iid"] == 1 && issue["project_id"] == 1 && issue["state"] == "opened"
                && issue["labels"] == ["a", "b"])
        let other = try await gitlab.post("/projects/:id/issues", path: ["id": 2], body: ["title": "Other"])
        #expect(other["iid"] == 1 && other["id"] == 2)

        let note = try await gitlab.post(
            "/projects/:id/issues/:iid/notes", path: ["id": "tools/compiler", "iid": 1], body: ["body": "Why?"])
        #expect(note["body"] == "Why?")
        let notes = try await gitlab.get("/projects/:id/issues/:iid/notes", path: ["id": 1, "iid": 1])
        #expect(notes.arrayValue?.count == 1)
        let none = try await gitlab.get("/projects/:id/issues/:iid/notes", path: ["id": 2, "iid": 1])
        #expect(none == [])
        let gone = await status { try await gitlab.get("/projects/:id/issues/:iid/notes", path: ["id": 1, "iid": 9]) }
        #expect(gone == 404)

        #expect(try await gitlab.get("/issues").arrayValue?.count == 2)
        let ofGroup = try await gitlab.get("/groups/:id/issues", path: ["id": "docs"])
        #expect(ofGroup.arrayValue?.map { $0["title"] } == ["Other"])
    }

    @Test func deletingTakesWhatHangsBelow() async throws {
        let path: KeyValuePairs<String, any IDOrPathConvertible> = ["id": 1, "iid": 1]
        _ = try await gitlab.post("/projects/:id/issues", path: ["id": 1], body: ["title": "Slow"])
        _ = try await gitlab.post("/projects/:id/issues/:iid/notes", path: path, body: ["body": "Why?"])
        _ = try await gitlab.send(CustomRequest(.delete, "/projects/:id/issues/:iid", path: path))
        let next = try await gitlab.post("/projects/:id/issues", path: ["id": 1], body: ["title": "Next"])
        #expect(next["iid"] == 2, "IIDs are not given again")
        #expect(await status { try await gitlab.get("/projects/:id/issues/:iid/notes", path: path) } == 404)
        try await deleteProject()
        #expect(try await gitlab.get("/issues") == [])
    }

    private func deleteProject() async throws {
        let path: KeyValuePairs<String, any IDOrPathConvertible> = ["id": 1]
        _ = try await gitlab.delete("/projects/:id", path: path)
        _ = try await gitlab.delete(
            "/projects/:id", path: path, query: ["permanently_remove": true, "full_path": "tools/compiler"])
    }

    @Test func statesChange() async throws {
        let path: KeyValuePairs<String, any IDOrPathConvertible> = ["id": 1, "iid": 1]
        let request = try await gitlab.post(
            "/projects/:id/merge_requests", path: ["id": 1],
            body: ["title": "Faster", "source_branch": "a", "target_branch": "main"])
        #expect(request["state"] == "opened" && request["merged_at"] == .null)
        let merged = try await gitlab.put("/projects/:id/merge_requests/:iid/merge", path: path)
        #expect(merged["state"] == "merged" && merged["merged_at"] != .null)
        #expect(try await gitlab.get("/projects/:id/merge_requests/:iid", path: path)["state"] == "merged")
        #expect(try await gitlab.get("/merge_requests", query: ["state": "opened"]) == [])

        let approvals = try await gitlab.post("/projects/:id/merge_requests/:iid/approve", path: path)
        #expect(approvals["approved"] == true)
        _ = try await gitlab.post("/projects/:id/merge_requests/:iid/unapprove", path: path)
        #expect(try await gitlab.get("/projects/:id/merge_requests/:iid/approvals", path: path)["approved"] == false)
        #expect(try await gitlab.get("/projects/:id/merge_requests/:iid", path: path)["state"] == "merged")

        _ = try await gitlab.post("/projects/:id/issues", path: ["id": 1], body: ["title": "Slow"])
        let closed = try await gitlab.put("/projects/:id/issues/:iid", path: path, body: ["state_event": "close"])
        #expect(closed["state"] == "closed" && closed["title"] == "Slow")
    }

    @Test func jobsAreSeededAndRetried() async throws {
        let path: KeyValuePairs<String, any IDOrPathConvertible> = ["id": 1, "job": 7]
        #expect(await status { try await gitlab.get("/projects/:id/jobs/:job", path: path) } == 404)
        try await server.seed("/projects/tools%2Fcompiler/jobs", #"[{"id": 7, "name": "test", "status": "failed"}]"#)
        #expect(try await gitlab.get("/projects/:id/jobs/:job", path: path)["status"] == "failed")
        #expect(try await gitlab.post("/projects/:id/jobs/:job/retry", path: path)["status"] == "pending")
        #expect(try await gitlab.get("/projects/:id/jobs", path: ["id": 1])[0]["status"] == "pending")

        await #expect(throws: SeedError.self) { try await server.seed("/projects/9/jobs", "[]") }
        await #expect(throws: SeedError.self) { try await server.seed("/weather", "[]") }
        await #expect(throws: SeedError.self) { try await server.seed("/projects/1/jobs", "[7]") }
    }

    @Test func thingsAreNamedByTheirNames() async throws {
        let project: KeyValuePairs<String, any IDOrPathConvertible> = ["id": 1]
        _ = try await gitlab.post("/projects/:id/variables", path: project, body: ["key": "TOKEN", "value": "x"])
        let variable = try await gitlab.get("/projects/:id/variables/:key", path: ["id": 1, "key": "TOKEN"])
        #expect(variable["value"] == "x")
        let again = await status {
            try await gitlab.post("/projects/:id/variables", path: project, body: ["key": "TOKEN", "value": "y"])
        }
        #expect(again == 400)

        _ = try await gitlab.post(
            "/projects/:id/repository/branches", path: project, body: ["branch": "fix/a", "ref": "main"])
        let branch = try await gitlab.get("/projects/:id/repository/branches/:b", path: ["id": 1, "b": "fix/a"])
        #expect(branch["name"] == "fix/a")

        _ = try await gitlab.post("/projects/:id/members", path: project, body: ["user_id": 12, "access_level": 30])
        let member = try await gitlab.put(
            "/projects/:id/members/:u", path: ["id": 1, "u": 12], body: ["access_level": 40])
        #expect(member["id"] == 12 && member["access_level"] == 40)

        _ = try await gitlab.put(
            "/projects/:id/custom_attributes/:key", path: ["id": 1, "key": "rack"], body: ["value": "b"])
        #expect(try await gitlab.get("/projects/:id/custom_attributes", path: project)[0]["value"] == "b")
    }

    @Test func settingsAreReadAndChanged() async throws {
        let before = try await gitlab.get("/application/settings")
        #expect(before.objectValue?.isEmpty == false)
        _ = try await gitlab.put("/application/settings", body: ["default_branch_name": "trunk"])
        #expect(try await gitlab.get("/application/settings")["default_branch_name"] == "trunk")
    }

    @Test func groupsHoldProjects() async throws {
        let group = try await gitlab.post("/groups", body: ["name": "Lab", "path": "lab"])
        #expect(group["full_path"] == "lab")
        let id = try #require(group["id"]?.intValue)
        let project = try await gitlab.post("/projects", body: ["name": "new", "namespace_id": id])
        #expect(project["path_with_namespace"] == "lab/new")
        #expect(try await gitlab.get("/groups/:id", path: ["id": "lab"])["id"] == group["id"])
        let moved = try await gitlab.put("/projects/:id/transfer", path: ["id": 1], body: ["namespace": "lab"])
        #expect(moved["path_with_namespace"] == "lab/compiler")
        let gone = await status {
            try await gitlab.put("/projects/:id/transfer", path: ["id": 1], body: ["namespace": "none"])
        }
        #expect(gone == 404)
    }

    @Test func missingThingsAreAssumedIfATestWantsThat() async throws {
        let gitlab = InMemoryGitLab(assumesExistence: true).client()
        let issue = try await gitlab.get("/projects/:id/issues/:iid", path: ["id": "a/b", "iid": 5])
        #expect(issue["iid"] == 5)
        #expect(try await gitlab.get("/projects/:id", path: ["id": "a/b"])["path_with_namespace"] == "a/b")
        let job = try await gitlab.post("/projects/:id/jobs/:job/cancel", path: ["id": 7, "job": 3])
        #expect(job["id"] == 3 && job["status"] == "canceled")
    }

    @Test func listsAreFilteredAndSorted() async throws {
        for (title, labels) in [("Parser", "bug"), ("Printer", "bug,slow"), ("Docs", "text")] {
            _ = try await gitlab.post(
                "/projects/:id/issues", path: ["id": 1], body: ["title": title, "labels": labels])
        }
        func titles(_ query: Parameters) async throws -> [String] {
            try await gitlab.get("/projects/:id/issues", path: ["id": 1], query: query).arrayValue?.compactMap {
                $0["title"]?.stringValue
            } ?? []
        }
        #expect(try await titles(["search": "PR", "sort": "asc"]) == ["Printer"])
        #expect(try await titles(["labels": "bug", "sort": "asc"]) == ["Parser", "Printer"])
        #expect(try await titles(["labels": "bug,slow"]) == ["Printer"])
        #expect(try await titles(["iids": [1, 3], "sort": "asc"]) == ["Parser", "Docs"])
        #expect(try await titles(["order_by": "title", "sort": "asc"]) == ["Docs", "Parser", "Printer"])
        #expect(try await titles(["state": "closed"]) == [])
    }
}

@Suite("In-memory GitLab: hooks for tests") struct FakeHookTests {
    @Test func ratesAreLimitedByTheClock() async throws {
        let clock = TestClock()
        let server = InMemoryGitLab(projects: ["a/b"], clock: clock)
        await server.limitRate(to: 2, per: .seconds(60))
        let gitlab = server.client().with { ($0.clock, $0.retries) = (clock, .never) }
        for _ in 0..<2 { _ = try await gitlab.get("/projects/:id", path: ["id": 1]) }
        let error = await #expect(throws: GitLabError.self) { try await gitlab.get("/projects/:id", path: ["id": 1]) }
        #expect(error?.kind == .rateLimited && error?.retryAfter == .seconds(60))
        clock.advance(by: .seconds(61))
        _ = try await gitlab.get("/projects/:id", path: ["id": 1])
    }

    @Test func responsesAreDelayedByTheClock() async throws {
        let clock = TestClock()
        let server = InMemoryGitLab(projects: ["a/b"], clock: clock)
        await server.delay(by: .seconds(3))
        _ = try await server.client().with { $0.clock = clock }.get("/projects/:id", path: ["id": 1])
        #expect(clock.elapsed >= .seconds(3))
    }

    @Test func datesAreThoseOfTheClock() async throws {
        let clock = TestClock()
        let server = InMemoryGitLab(projects: ["a/b"], clock: clock)
        clock.advance(by: .seconds(3600))
        let badge = try await server.client().post("/projects/:id/issues", path: ["id": 1], body: ["title": "a"])
        #expect(badge["created_at"] == "2026-01-01T01:00:00.000Z")
    }

    @Test func requestsAreRecorded() async throws {
        let server = InMemoryGitLab(projects: ["a/b"])
        _ = try await server.client().post("/projects/:id/issues", path: ["id": "a/b"], body: ["title": "a"])
        let received = await server.received
        #expect(received.map(\.path) == ["/projects/a%2Fb/issues"] && received.first?.body == ["title": "a"])
    }
}
