// A GitLab of its own for each test, as a trait of Swift Testing.

// A toolchain without Swift Testing, such as the static SDK for Linux, compiles an empty module.
#if canImport(Testing)
import GitLab
@_exported import GitLabTesting
import Testing

/// A trait that gives each test an `InMemoryGitLab` of its own: write `.gitlab(projects:)`.
///
/// Of a suite, each test of it and of its inner suites gets one, also each argument of a parameterized test; nothing is
/// shared, so tests may run in parallel. A trait of an inner suite or of a test replaces that of the outer one.
public struct GitLabTrait: SuiteTrait, TestTrait, TestScoping {
    private let makeGitLab: @Sendable () async throws -> InMemoryGitLab
    private let credentials: Credentials

    /// Whether the tests of inner suites have the trait too.
    public var isRecursive: Bool { true }

    init(credentials: Credentials, makingGitLab makeGitLab: @escaping @Sendable () async throws -> InMemoryGitLab) {
        self.makeGitLab = makeGitLab
        self.credentials = credentials
    }

    /// Returns the trait for a test, and nil for a suite, which runs nothing itself.
    public func scopeProvider(for test: Test, testCase: Test.Case?) -> GitLabTrait? {
        testCase == nil ? nil : self
    }

    /// Makes the GitLab, and runs the test with it. An error of making it fails the test.
    public func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let gitlab = try await makeGitLab()
        let environment = TestEnvironment(gitlab: gitlab, client: gitlab.client(credentials: credentials))
        try await TestEnvironment.$ofTest.withValue(environment, operation: function)
    }
}

extension Trait where Self == GitLabTrait {
    /// Returns a trait with which each test has an `InMemoryGitLab` of its own, `InMemoryGitLab.current`,
    /// and a client of it, `GitLabClient.current`.
    ///
    /// ```swift
    /// @Suite(.gitlab(projects: ["tools/compiler"]) { try await $0.seed("/projects/1/jobs", [Job.example]) })
    /// struct RetryTests {
    ///     @Test func failedJobsAreRetried() async throws { try await retryJobs(of: 1, with: .current) }
    /// }
    /// ```
    ///
    /// - Parameters:
    ///   - projects: The projects at the start; the first one gets the ID 1.
    ///   - groups: The full paths of groups at the start besides those of the projects.
    ///   - role: The role of the caller. A request whose operation needs a higher one gets GitLab's 403.
    ///   - requiredToken: The one accepted token, which the client sends. With `nil`, none is needed.
    ///   - assumesExistence: Whether an item that a request names and that nobody has added is made from the example of
    ///     its model.
    ///   - failsOnIgnoredAttributes: Whether a request with an attribute that GitLab would ignore throws it.
    ///   - seed: Prepares the GitLab of a test, before the test. An error fails the test.
    public static func gitlab(
        projects: [SeededProject] = [],
        groups: [String] = [],
        requiredToken: String? = nil,
        role: InMemoryGitLab.Role = .administrator,
        assumesExistence: Bool = false,
        failsOnIgnoredAttributes: Bool = false,
        seed: @escaping @Sendable (InMemoryGitLab) async throws -> Void = { _ in }
    ) -> GitLabTrait {
        GitLabTrait(credentials: requiredToken.map { .personalAccessToken($0) } ?? .none) {
            let gitlab = InMemoryGitLab(
                projects: projects, groups: groups, requiredToken: requiredToken, role: role,
                assumesExistence: assumesExistence, failsOnIgnoredAttributes: failsOnIgnoredAttributes)
            try await seed(gitlab)
            return gitlab
        }
    }

    /// A trait with which each test has an empty `InMemoryGitLab` of its own.
    public static var gitlab: GitLabTrait { .gitlab() }
}
#endif
