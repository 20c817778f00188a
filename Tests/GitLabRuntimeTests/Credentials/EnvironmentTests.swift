// Clients from environment variables.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct EnvironmentTests {
    private func client(_ environment: [String: String], baseURL: String? = nil) throws -> GitLabClient {
        try GitLabClient.fromEnvironment(environment, baseURL: baseURL.flatMap { URL(string: $0) })
    }

    private func error(_ environment: [String: String], baseURL: String? = nil) throws -> GitLabError {
        var thrown: (any Error)?
        do { _ = try client(environment, baseURL: baseURL) } catch { thrown = error }
        return try #require(thrown as? GitLabError)
    }

    private let job = [
        "CI_JOB_TOKEN": "job-s3cret", "CI_API_V4_URL": "https://ci.example.com/gitlab/api/v4",
        "CI_SERVER_URL": "https://ci.example.com/gitlab",
    ]

    private func facts(_ client: GitLabClient) -> String {
        "\(client) \(client.credentials.secrets) \(client.credentials)"
    }

    @Test func aJobHasAllThatIsNeeded() throws {
        #expect(
            facts(try client(job))
                == #"GitLabClient(https://ci.example.com/gitlab/api/v4) ["job-s3cret"] job token (redacted)"#)
        var older = job
        older["CI_API_V4_URL"] = ""
        #expect(facts(try client(older)) == facts(try client(job)))
    }

    @Test func theTokenOfAUserGoesFirst() throws {
        let variables = job.merging(["GITLAB_TOKEN": "glpat-s3cret"]) { _, new in new }
        let client = try client(variables)
        #expect("\(client)" == "GitLabClient(https://ci.example.com/gitlab/api/v4)")
        #expect("\(client.credentials)" == "personal access token (redacted)")
        #expect(client.credentials.secrets == ["glpat-s3cret"])
        var empty = job
        empty["GITLAB_TOKEN"] = ""
        #expect(try self.client(empty).credentials.secrets == ["job-s3cret"])
    }

    @Test func outsideOfJobsTwoVariablesAreEnough() throws {
        let shell = ["GITLAB_URL": "https://gitlab.example.com", "GITLAB_TOKEN": "glpat-s3cret"]
        #expect("\(try client(shell))" == "GitLabClient(https://gitlab.example.com/api/v4)")
        let copied = ["GITLAB_URL": " https://gitlab.example.com\n", "GITLAB_TOKEN": "glpat-s3cret\n"]
        #expect(try client(copied).credentials.secrets == ["glpat-s3cret"])
        // In a job too, what a person has set goes first; but the token of the job stays with the server of the job.
        #expect("\(try client(job.merging(shell) { $1 }))" == "GitLabClient(https://gitlab.example.com/api/v4)")
        let tokenless = job.merging(["GITLAB_URL": "https://gitlab.example.com"]) { $1 }
        #expect(try error(tokenless).message.contains("GITLAB_TOKEN"))
        let same = job.merging(["GITLAB_URL": "https://ci.example.com/gitlab"]) { $1 }
        #expect(try client(same).credentials.secrets == ["job-s3cret"])
        #expect(try error(["GITLAB_URL": "gitlab", "GITLAB_TOKEN": "a"]).message.contains("GITLAB_URL"))
    }

    @Test func theAPIsURLGoesFirst() throws {
        var variables = job
        variables["CI_SERVER_URL"] = "https://other.example.com"
        #expect("\(try client(variables))" == "GitLabClient(https://ci.example.com/gitlab/api/v4)")
    }

    @Test func aJobTokenStaysWithItsGitLab() throws {
        #expect(try client(job, baseURL: "https://ci.example.com:443/gitlab/").credentials.secrets == ["job-s3cret"])
        for elsewhere in ["https://gitlab.com", "http://ci.example.com/gitlab", "https://ci.example.com"] {
            let error = try error(job, baseURL: elsewhere)
            #expect(error.kind == .configuration && error.message.contains("`GITLAB_TOKEN`"))
        }
        #expect(try error(["CI_JOB_TOKEN": "job-s3cret"], baseURL: "https://gitlab.com").kind == .configuration)
        let variables = job.merging(["GITLAB_TOKEN": "glpat-s3cret"]) { _, new in new }
        #expect("\(try client(variables, baseURL: "https://gitlab.com"))" == "GitLabClient(https://gitlab.com/api/v4)")
    }

    @Test(
        arguments: [
            ([:], ["`GITLAB_URL`", "`CI_API_V4_URL`"]),
            (["GITLAB_TOKEN": "glpat-s3cret"], ["`GITLAB_URL`", "`CI_API_V4_URL`"]),
            (["CI_SERVER_URL": "https://x.example.com"], ["`GITLAB_TOKEN`", "`CI_JOB_TOKEN`"]),
            (["CI_SERVER_URL": "ftp://s3cret.example.com", "GITLAB_TOKEN": "t"], ["`CI_SERVER_URL`", "https://"]),
            (
                ["CI_API_V4_URL": "https://u:s3cret@x.example.com", "GITLAB_TOKEN": "t"],
                ["`CI_API_V4_URL`", "password"]
            ),
            (["CI_API_V4_URL": "s3cret", "GITLAB_TOKEN": "t"], ["`CI_API_V4_URL`"]),
        ] as [([String: String], [String])])
    func whatIsMissingIsNamed(environment: [String: String], words: [String]) throws {
        let error = try error(environment)
        #expect(error.kind == .configuration)
        for word in words { #expect(error.message.contains(word), "\(error)") }
        #expect(!"\(error)".contains("s3cret"), "\(error)")
    }

    /// The environment of the process is unknown; the call must not fail in another way.
    @Test func theEnvironmentOfTheProcess() {
        do {
            _ = try GitLabClient.fromEnvironment()
        } catch {
            #expect((error as? GitLabError)?.kind == .configuration)
        }
    }
}
