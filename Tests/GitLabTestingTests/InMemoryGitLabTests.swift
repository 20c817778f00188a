// The in-memory GitLab, through the client.

import Foundation
import GitLab
import GitLabTesting
import Testing

@Suite("In-memory GitLab")
struct InMemoryGitLabTests {
    private let gitlab = InMemoryGitLab(projects: [
        SeededProject(
            "tools/swift/compiler", name: "Compiler", description: "Makes programs", visibility: .public,
            topics: ["swift", "llvm"]
        ),
        SeededProject("tools/old", topics: ["swift"], archived: true),
        "docs/handbook",
        "notes",
    ]).client()

    @Test("Seeds are there, by number and by full path")
    func seeds() async throws {
        let compiler = try await gitlab.projects.get("tools/swift/compiler")
        #expect(compiler.id == 1)
        #expect(compiler.name == "Compiler")
        #expect(compiler.description == "Makes programs")
        #expect(compiler.visibility == .public)
        #expect(compiler.topics == ["swift", "llvm"])
        #expect(compiler.namespace?.fullPath == "tools/swift")
        #expect(compiler.nameWithNamespace == "tools / swift / Compiler")
        #expect(compiler.createdAt == Date(timeIntervalSince1970: 1_577_836_800))
        #expect(compiler.webURL == "https://gitlab.test/tools/swift/compiler")
        #expect(try await gitlab.projects.get(2).archived == true)
        #expect(try await gitlab.projects.get(4).pathWithNamespace == "root/notes")
    }

    @Test("The list is filtered and sorted")
    func list() async throws {
        func ids(_ configure: (inout ListProjects) -> Void) async throws -> [Int] {
            try await gitlab.projects.list(configure).reduce(into: []) { $0.append($1.id) }
        }
        #expect(try await ids { _ in } == [4, 3, 2, 1])
        #expect(try await ids { $0.sort = .asc } == [1, 2, 3, 4])
        #expect(try await ids { ($0.orderBy, $0.sort) = (.name, .asc) } == [1, 3, 4, 2])
        #expect(try await ids { $0.archived = true } == [2])
        #expect(try await ids { $0.archived = false } == [4, 3, 1])
        #expect(try await ids { $0.visibility = .public } == [1])
        #expect(try await ids { $0.topic = ["swift"] } == [2, 1])
        #expect(try await ids { $0.topic = ["llvm", "swift"] } == [1])
        #expect(try await ids { $0.search = "HAND book" } == [3])
        #expect(try await ids { $0.search = "programs" } == [1])
        #expect(try await ids { $0.search = "&;+%" } == [])
        #expect(try await ids { ($0.idAfter, $0.idBefore) = (1, 4) } == [3, 2])
        #expect(try await ids { ($0.owned, $0.customAttributes) = (true, ["a&b": "c"]) } == [4, 3, 2, 1])
    }

    @Test("Pages tell where they stand, and following them loses nothing", arguments: [1, 7, 20, 100])
    func pages(size: Int) async throws {
        let gitlab = InMemoryGitLab(projects: (1...45).map { SeededProject("group/p\($0)") }).client()
        let list = gitlab.projects.list { ($0.perPage, $0.search) = (size, "p") }
        let ids = try await list.reduce(into: []) { $0.append($1.id) }
        #expect(ids == (1...45).reversed())

        let second = try await gitlab.projects.list { $0.perPage = 20 }.page(2)
        #expect(second.items.map(\.id) == (6...25).reversed())
        #expect(second.total == 45)
    }

    @Test("By keyset too", arguments: [SortDirection.asc, .desc])
    func keyset(direction: SortDirection) async throws {
        let gitlab = InMemoryGitLab(projects: (1...45).map { SeededProject("group/p\($0)") }).client()
        let list = gitlab.projects.list {
            $0.pagination = .keyset
            $0.orderBy = .id
            $0.sort = direction
        }
        let ids = try await list.reduce(into: []) { $0.append($1.id) }
        #expect(ids == (direction == .asc ? Array(1...45) : (1...45).reversed()))
    }

    @Test("Create, then edit: values, null and untouched")
    func write() async throws {
        let created = try await gitlab.projects.create(name: "My Demo & more") {
            $0.description = "é & 😀"
            $0.topics = ["one", "two"]
            $0.buildTimeout = 600
            $0.ciConfigPath = "ci.yml"
            $0.containerExpirationPolicyAttributes = .init { $0.keepN = 5 }
        }
        #expect(created.id == 5)
        #expect(created.pathWithNamespace == "root/my-demo-more")
        #expect(created.visibility == .private)
        #expect(created.description == "é & 😀")

        _ = try await gitlab.projects.edit("root/my-demo-more") {
            $0.description = nil
            $0.visibility = .internal
            $0.topics = []
            $0.path = "renamed"
            $0.containerExpirationPolicyAttributes = .init { $0.cadence = "7d" }
        }
        let stored = try await gitlab.projects.get(created.id)
        #expect(stored.description == nil)
        #expect(stored.visibility == .internal)
        #expect(stored.topics == [])
        #expect(stored.pathWithNamespace == "root/renamed")
        #expect(stored.name == "My Demo & more")
        #expect(stored.buildTimeout == 600)
        #expect(stored.ciConfigPath == "ci.yml")
        #expect(stored.containerExpirationPolicy?.keepN == 5)
        #expect(stored.containerExpirationPolicy?.cadence == "7d")
    }

    @Test("Create in a namespace, by its id")
    func namespace() async throws {
        let id = try #require(try await gitlab.projects.get("tools/old").namespace?.id)
        let created = try await gitlab.projects.create(path: "new") { $0.namespaceID = id }
        #expect(created.pathWithNamespace == "tools/new")
        await expect(.notFound, "404 Namespace Not Found") {
            try await gitlab.projects.create(path: "new") { $0.namespaceID = 99 }
        }
    }

    @Test("Archived and back")
    func archive() async throws {
        #expect(try await gitlab.projects.archive("docs/handbook").archived == true)
        #expect(try await gitlab.projects.list { $0.archived = true }.page(1).items.map(\.id) == [3, 2])
        #expect(try await gitlab.projects.unarchive(3).archived == false)
        #expect(try await gitlab.projects.get(3).archived == false)
        await expect(.notFound, "404 Project Not Found") { try await gitlab.projects.archive("no/such") }
    }

    @Test("Deleting marks, restoring unmarks, and only then it is removed for good")
    func delete() async throws {
        await expect(.badRequest, "Project must be marked for deletion first.") {
            try await gitlab.projects.delete(3) { ($0.permanentlyRemove, $0.fullPath) = (true, "docs/handbook") }
        }
        try await gitlab.projects.delete(3)
        #expect(try await gitlab.projects.get(3).markedForDeletionOn != nil)
        await expect(.badRequest, "Project has already been marked for deletion") {
            try await gitlab.projects.delete(3)
        }
        #expect(try await gitlab.projects.restore(3).markedForDeletionOn == nil)
        try await gitlab.projects.delete(3)
        await expect(
            .badRequest, "`full_path` is incorrect. You must enter the complete path for the project."
        ) {
            try await gitlab.projects.delete(3) { ($0.permanentlyRemove, $0.fullPath) = (true, "docs/other") }
        }
        try await gitlab.projects.delete(3) { ($0.permanentlyRemove, $0.fullPath) = (true, "docs/handbook") }
        await expect(.notFound, "404 Project Not Found") { try await gitlab.projects.get(3) }
        await expect(.notFound, "404 Project Not Found") { try await gitlab.projects.delete(3) }
    }

    @Test("Stars are counted once for each token")
    func stars() async throws {
        let server = InMemoryGitLab(projects: ["docs/handbook"])
        let one = server.client(credentials: .personalAccessToken("glpat-1"))
        let other = server.client(credentials: .personalAccessToken("glpat-2"))
        #expect(try await one.stars.star(1).starCount == 1)
        #expect(try await other.stars.star("docs/handbook").starCount == 2)
        let again = await #expect(throws: GitLabError.self) { try await one.stars.star(1) }
        #expect(again?.status == 304)
        #expect(try await one.projects.get(1).starCount == 2)
        #expect(try await one.stars.unstar(1).starCount == 1)
        let gone = await #expect(throws: GitLabError.self) { try await one.stars.unstar(1) }
        #expect(gone?.status == 304)
    }

    @Test("Shared with a group, and no longer")
    func share() async throws {
        let group = try #require(try await gitlab.projects.get("docs/handbook").namespace?.id)
        let link = try await gitlab.projects.share("tools/old", groupID: group, groupAccess: .developer) {
            $0.expiresAt = CalendarDate("2030-01-31")
        }
        #expect((link.projectID, link.groupID, link.groupAccess) == (2, group, .developer))
        #expect(link.expiresAt == CalendarDate("2030-01-31"))
        let shared = try #require(try await gitlab.projects.get(2).sharedWithGroups?.first)
        #expect(shared.groupFullPath == "docs" && shared.groupAccessLevel == .developer)
        let again = await #expect(throws: GitLabError.self) {
            try await gitlab.projects.share(2, groupID: group, groupAccess: .guest)
        }
        #expect(again?.kind == .conflict)
        try await gitlab.projects.unshare(2, groupID: group)
        #expect(try await gitlab.projects.get(2).sharedWithGroups == [])
        await expect(.notFound, "404 Group Link Not Found") { try await gitlab.projects.unshare(2, groupID: group) }
        await expect(.notFound, "404 Group Not Found") {
            try await gitlab.projects.share(2, groupID: 99, groupAccess: .guest)
        }
        await expect(.badRequest, "group_access does not have a valid value") {
            try await gitlab.projects.share(2, groupID: group, groupAccess: AccessLevel(rawValue: 7))
        }
    }

    @Test("What GitLab rejects is rejected")
    func refusals() async throws {
        await expect(.notFound, "404 Project Not Found") { try await gitlab.projects.get("no/such") }
        await expect(.notFound, "404 Project Not Found") { try await gitlab.projects.edit(99) { $0.name = "x" } }
        await expect(.badRequest, "visibility does not have a valid value") {
            try await gitlab.projects.edit(1) { $0.visibility = VisibilityLevel(rawValue: "secret") }
        }
        await expect(.badRequest, "per_page has a value not allowed") {
            try await gitlab.projects.list { $0.perPage = 0 }.page(1)
        }
        let taken = await #expect(throws: GitLabError.self) { try await gitlab.projects.create(name: "notes") }
        #expect(taken?.status == 400)
        #expect(taken?.fieldMessages["name"] == ["has already been taken"])
        #expect(taken?.requestID?.isEmpty == false)
        let blank = await #expect(throws: GitLabError.self) { try await gitlab.projects.edit(1) { $0.name = "" } }
        #expect(blank?.fieldMessages["name"] == ["can't be blank"])
        #expect(try await gitlab.projects.get(1).name == "Compiler")
    }

    @Test("A required token")
    func token() async throws {
        let server = InMemoryGitLab(projects: ["docs/handbook"], requiredToken: "glpat-good")
        await expect(.unauthorized, "401 Unauthorized") { try await server.client().projects.get(1) }
        await expect(.unauthorized, "401 Unauthorized") {
            try await server.client(credentials: .personalAccessToken("glpat-bad")).projects.get(1)
        }
        #expect(try await server.client(credentials: .personalAccessToken("glpat-good")).projects.get(1).id == 1)
    }

    @Test("Under a relative root, with links that stay there")
    func relativeRoot() async throws {
        let url = try #require(URL(string: "https://host.example/gitlab"))
        let server = InMemoryGitLab(projects: (1...45).map { SeededProject("group/p\($0)") })
        let gitlab = GitLabClient(baseURL: url, transport: server)
        var count = 0
        for try await project in gitlab.projects.list() {
            count += 1
            #expect(project.webURL == "https://host.example/gitlab/group/p\(project.id)")
        }
        #expect(count == 45)
    }

    @Test("Many tasks at once")
    func concurrency() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...50 {
                group.addTask { _ = try await gitlab.projects.create(name: "p\(number)") }
            }
            try await group.waitForAll()
        }
        #expect(try await gitlab.projects.list().page(1).total == 54)
    }

    private func expect(
        _ kind: GitLabError.Kind, _ message: String, at location: SourceLocation = #_sourceLocation,
        in request: @Sendable () async throws -> some Sendable
    ) async {
        let error = await #expect(throws: GitLabError.self, sourceLocation: location) { _ = try await request() }
        #expect(error?.kind == kind, sourceLocation: location)
        #expect(error?.message == message, sourceLocation: location)
    }
}
