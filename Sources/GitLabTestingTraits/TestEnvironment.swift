// The GitLab and the client of the test that runs in this task.

#if canImport(Testing)
import GitLab
import GitLabTesting
import Testing

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The GitLab of a test, and a client of it.
struct TestEnvironment: Sendable {
    let gitlab: InMemoryGitLab
    let client: GitLabClient

    @TaskLocal static var ofTest: TestEnvironment?

    /// The environment of the test that runs in this task. Without one, an issue is recorded: a crash would end the other
    /// tests too.
    static var current: TestEnvironment {
        if let ofTest { return ofTest }
        Issue.record(
            """
            There is no GitLab of a test in this task: the test and its suites lack the trait '.gitlab', or this code \
            runs in a detached task, to which the client has to be passed
            """)
        let gitlab = InMemoryGitLab()
        return TestEnvironment(gitlab: gitlab, client: gitlab.client())
    }
}

extension InMemoryGitLab {
    /// The GitLab of the test that runs in this task, which has the trait `.gitlab`.
    ///
    /// It is there while a test runs, in the initializer of the suite too, and in tasks that are not detached. Elsewhere
    /// an issue is recorded, and it is an empty GitLab.
    public static var current: InMemoryGitLab { TestEnvironment.current.gitlab }
}

extension GitLabClient {
    /// A client of `InMemoryGitLab.current`, the GitLab of the test that runs in this task.
    public static var current: GitLabClient { TestEnvironment.current.client }
}
#endif
