// One family of the GitLab in memory from end to end, through the client.

import GitLab
import GitLabTesting
import Testing

@Suite("In-memory GitLab: badges") struct FakeBadgeTests {
    private let server = InMemoryGitLab(projects: ["tools/compiler", "tools/other"])
    private var gitlab: GitLabClient { server.client().with { $0.retries = .never } }

    private func add(_ name: String, to project: some ProjectReference = "tools/compiler") async throws -> Badge {
        try await gitlab.badges.add(project, linkURL: "https://a.test", imageURL: "https://b.test") { $0.name = name }
    }

    private func expect(
        _ status: Int, _ message: String, _ call: () async throws -> Void, at place: SourceLocation = #_sourceLocation
    ) async {
        let error = await #expect(throws: GitLabError.self, sourceLocation: place) { try await call() }
        #expect(
            error?.status == status && error?.message.contains(message) == true, "\(error as Any)",
            sourceLocation: place)
    }

    @Test func whatIsCreatedIsListedGotEditedAndDeleted() async throws {
        let badge = try await add("coverage")
        #expect(badge.id == 1 && badge.name == "coverage" && badge.linkURL == "https://a.test")
        #expect(try await add("pipeline").id == 2)
        #expect(try await gitlab.badges.get(1, badgeID: 1).name == "coverage")

        let edited = try await gitlab.badges.edit("tools/compiler", badgeID: 1) { $0.name = "lines" }
        #expect(edited.name == "lines" && edited.imageURL == "https://b.test")
        #expect(try await gitlab.badges.list(1).page(1).items.map(\.name) == ["lines", "pipeline"])
        #expect(try await gitlab.badges.list(1) { $0.name = "pipeline" }.page(1).items.map(\.id) == [2])

        try await gitlab.badges.delete(1, badgeID: 1)
        await expect(404, "404 Badge Not Found") { _ = try await gitlab.badges.get(1, badgeID: 1) }
        #expect(try await gitlab.badges.list(1).page(1).items.map(\.id) == [2])
    }

    @Test func pagesCountAndFollowEachOther() async throws {
        for number in 1...45 { _ = try await add("b\(number)") }
        let list = gitlab.badges.list("tools/compiler") { $0.perPage = 20 }
        #expect(try await list.reduce(into: []) { $0.append($1.id) } == Array(1...45))
        let second = try await list.page(2)
        #expect(second.items.map(\.id) == Array(21...40) && second.total == 45)
    }

    @Test func projectsHaveBadgesOfTheirOwnAndLoseThem() async throws {
        _ = try await add("one")
        _ = try await add("two", to: 2)
        #expect(try await gitlab.badges.list(2).page(1).items.map(\.name) == ["two"])
        try await gitlab.projects.delete(1)
        try await gitlab.projects.delete(1) { ($0.permanentlyRemove, $0.fullPath) = (true, "tools/compiler") }
        await expect(404, "404 Project Not Found") { _ = try await gitlab.badges.list(1).page(1) }
    }

    @Test func groupsOfProjectsAreThere() async throws {
        let badge = try await gitlab.badges.add(
            forGroup: "tools", linkURL: "https://a.test", imageURL: "https://b.test")
        #expect(try await gitlab.badges.list(forGroup: 2).page(1).items.map(\.id) == [badge.id])
        await expect(404, "404 Group Not Found") { _ = try await gitlab.badges.list(forGroup: "none").page(1) }
    }

    @Test func whatGitLabRejectsIsRejectedInItsWords() async throws {
        func send(_ body: Parameters, project: Int = 1) async throws {
            let request = try CustomRequest(.post, "/projects/:id/badges", path: ["id": project], body: body)
            _ = try await gitlab.send(request)
        }
        await expect(400, "link_url is missing, image_url is missing") { try await send(["name": "a"]) }
        await expect(400, "link_url is invalid") { try await send(["link_url": ["a": 1], "image_url": "b"]) }
        await expect(404, "404 Project Not Found") { try await send(["link_url": "a", "image_url": "b"], project: 9) }
    }

    @Test func attributesThatGitLabWouldIgnoreAreReported() async throws {
        let request = try CustomRequest(
            .get, "/projects/:id/badges", path: ["id": 1], query: ["nmae": "a", "private_token": "x"])
        _ = try await gitlab.send(request)
        let ignored = await server.ignoredAttributes
        #expect(ignored.map(\.attribute) == ["nmae"] && ignored.first?.nearest == "name")
        #expect(
            "\(try #require(ignored.first))"
                == "GitLab ignores 'nmae' in GET /projects/:id/badges (badges.list); did you mean 'name'?")

        let strict = InMemoryGitLab(projects: ["tools/compiler"], failsOnIgnoredAttributes: true)
        await #expect(throws: IgnoredAttribute.self) { try await strict.client().send(request) }
    }
}
