// A first tour: list projects, create one, edit it, get it again, and meet an error.
//
//   swift run QuickStart                                        against a GitLab in memory
//   GITLAB_URL=https://gitlab.com swift run QuickStart          against a real one, reading only
//   GITLAB_URL=… GITLAB_TOKEN=… GITLAB_WRITE=1 swift run …      … and creating a private project there, which stays

import Foundation
import GitLab
import GitLabTesting

@main
enum QuickStart {
    static func main() async {
        do {
            try await tour(connect())
        } catch {
            print("That did not work: \(error)")
            exit(1)
        }
    }

    static func tour(_ gitlab: GitLabClient) async throws {
        print("Projects with the latest activity:")
        let projects = gitlab.projects.list { $0.orderBy = .lastActivityAt }
        for try await project in projects.prefix(5) {
            print("  \(project.id)\t\(project.pathWithNamespace)")
        }

        if mayWrite {
            try await createAndEdit(gitlab)
        } else {
            print("\nNothing was written: that takes GITLAB_WRITE=1.")
        }

        do {
            _ = try await gitlab.projects.get("no-such-group/no-such-project")
        } catch let error as GitLabError where error.kind == .notFound {
            print("\nA project that is not there:\n  \(error)")
        }
    }

    static func createAndEdit(_ gitlab: GitLabClient) async throws {
        let created = try await gitlab.projects.create(name: "Quick start \(Int(Date().timeIntervalSince1970))") {
            $0.description = "Made by the quick start of gitlab-swift"
            $0.topics = ["swift", "example"]
            $0.visibility = .private
        }
        print("\nCreated:\n  \(created.id)\t\(created.pathWithNamespace), topics \(created.topics ?? [])")

        try await gitlab.projects.edit(created.id) {
            $0.description = nil  // unsets it; what is not named here stays as it is
            $0.topics = ["swift"]
            $0.mergeMethod = .fastForward
        }

        let project = try await gitlab.projects.get(created.pathWithNamespace)
        print("Edited:\n  description \(project.description ?? "none"), topics \(project.topics ?? [])")
        if environment["GITLAB_URL"] != nil {
            print("It stays there. Delete it when you like: \(project.webURL ?? project.pathWithNamespace)")
        }
    }

    /// A client of the server in `GITLAB_URL`, or of one in memory.
    static func connect() throws -> GitLabClient {
        guard let address = environment["GITLAB_URL"] else {
            return InMemoryGitLab(projects: ["tools/compiler", "tools/formatter", "docs/handbook"]).client()
        }
        guard let url = URL(string: address) else {
            throw GitLabError(kind: .invalidRequest, message: "GITLAB_URL is not a URL: \(address)")
        }
        let token = environment["GITLAB_TOKEN"]
        return GitLabClient(baseURL: url, credentials: token.map(Credentials.personalAccessToken) ?? .none)
    }

    static var mayWrite: Bool { environment["GITLAB_URL"] == nil || environment["GITLAB_WRITE"] == "1" }
    static var environment: [String: String] { ProcessInfo.processInfo.environment }
}
