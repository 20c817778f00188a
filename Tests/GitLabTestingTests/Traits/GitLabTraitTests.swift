// Each test has a GitLab of its own: in suites of every isolation, in parallel, for each argument.

import Foundation
import GitLab
import GitLabTestingTraits
import Testing

@Suite(.gitlab(projects: ["tools/compiler"]) { try await $0.seed("/projects/1/hooks", #"{"id": 7}"#) })
struct GitLabTraitTests {
    private let gitlab = GitLabClient.current

    @Test func aTestHasItsProjectsAndItsSeed() async throws {
        #expect(try await gitlab.projects.get("tools/compiler").id == 1)
        #expect(try await gitlab.hooks.get(1, hookID: 7).id == 7)
        #expect(await InMemoryGitLab.current.received.count == 2)
    }

    /// A GitLab that two of these shared would have taken the path already, and received more requests.
    @Test(arguments: 0..<20) func nothingIsShared(number: Int) async throws {
        let created = try await gitlab.projects.create(name: "new")
        await Task.yield()
        #expect(created.id == 2)
        try await gitlab.projects.edit(2) { $0.description = "\(number)" }
        #expect(try await GitLabClient.current.projects.get(2).description == "\(number)")
        #expect(await InMemoryGitLab.current.received.count == 3)
        #expect(Self.seen.isNew(InMemoryGitLab.current))
    }

    @Test func childTasksHaveItToo() async throws {
        async let child = InMemoryGitLab.current
        let task = Task { InMemoryGitLab.current }
        let (one, other) = (await child, await task.value)
        #expect(one === InMemoryGitLab.current && other === one)
    }

    @Test(.gitlab(projects: ["a/b", "c/d"])) func theTraitOfATestReplacesThatOfItsSuite() async throws {
        #expect(try await gitlab.projects.get("c/d").id == 2)
        await #expect(throws: GitLabError.self) { try await GitLabClient.current.projects.get("tools/compiler") }
    }

    @Test(.gitlab(projects: ["a/b"], groups: ["teams/docs"], role: .developer))
    func theTraitHasGroupsAndARole() async throws {
        #expect(try await gitlab.get("/groups/:id", path: ["id": "teams/docs"])["full_path"] == "teams/docs")
        let error = await #expect(throws: GitLabError.self) { try await GitLabClient.current.hooks.list(1).all() }
        #expect(error?.kind == .forbidden)
    }

    @Suite struct Inner {
        @Test func aSuiteInItHasTheTrait() async throws {
            #expect(try await GitLabClient.current.projects.get(1).pathWithNamespace == "tools/compiler")
        }
    }

    /// The GitLabs of all tests so far. They are kept, so that no two have the same identity by chance.
    private static let seen = Seen()

    private final class Seen: @unchecked Sendable {
        private let lock = NSLock()
        private var gitlabs: [InMemoryGitLab] = []

        func isNew(_ gitlab: InMemoryGitLab) -> Bool {
            lock.withLock {
                defer { gitlabs.append(gitlab) }
                return !gitlabs.contains { $0 === gitlab }
            }
        }
    }
}

@Suite(.gitlab(projects: ["tools/compiler"])) @MainActor struct MainActorTraitTests {
    private let gitlab = GitLabClient.current

    @Test func itRunsOnTheMainActor() async throws {
        MainActor.assertIsolated()
        #expect(try await gitlab.projects.get(1).pathWithNamespace == "tools/compiler")
    }
}

@Suite(.gitlab(projects: ["tools/compiler"])) actor ActorTraitTests {
    private let gitlab = GitLabClient.current

    @Test func itRunsInAnActor() async throws {
        #expect(try await gitlab.projects.get(1).pathWithNamespace == "tools/compiler")
    }
}

@Suite(.gitlab(projects: ["tools/compiler"])) final class ClassTraitTests {
    private let gitlab = GitLabClient.current

    @Test func itRunsInAClass() async throws {
        #expect(try await gitlab.projects.get(1).pathWithNamespace == "tools/compiler")
    }
}

struct GitLabTraitParameterTests {
    @Test(.gitlab(projects: ["a/b"], requiredToken: "glpat-1")) func theClientSendsTheRequiredToken() async throws {
        #expect(try await GitLabClient.current.projects.get(1).id == 1)
        await #expect(throws: GitLabError.self) { try await InMemoryGitLab.current.client().projects.get(1) }
    }

    @Test(.gitlab(assumesExistence: true, failsOnIgnoredAttributes: true)) func parametersArePassedOn() async throws {
        #expect(try await GitLabClient.current.projects.get(7).id == 7)
        await #expect(throws: IgnoredAttribute.self) {
            try await GitLabClient.current.get("/projects/:id/issues", path: ["id": 1], query: ["lables": "bug"])
        }
    }

    @Test(.gitlab) func withoutParametersItIsEmpty() async throws {
        #expect(try await GitLabClient.current.projects.list().page(1).items.isEmpty)
    }

    @Test func withoutTheTraitAnIssueIsRecorded() async {
        withKnownIssue {
            _ = GitLabClient.current
        } matching: {
            "\($0)".contains("lack the trait '.gitlab'")
        }
        withKnownIssue {
            _ = InMemoryGitLab.current
        } matching: {
            "\($0)".contains("lack the trait '.gitlab'")
        }
    }
}

/// An error of the seed reaches the test, which then does not run.
@Suite struct FailingSeedTests {
    @Test func anErrorOfTheSeedIsThrown() async throws {
        let trait: GitLabTrait = .gitlab { try await $0.seed("/weather", "{}") }
        let test = try #require(Test.current)
        await #expect(throws: SeedError.self) {
            try await trait.provideScope(for: test, testCase: nil) { Issue.record("the test ran") }
        }
    }
}
