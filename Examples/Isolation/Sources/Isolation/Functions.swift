// Functions that belong to no actor, and tasks beside each other.

import Foundation
import GitLab

nonisolated func useEverything(_ gitlab: GitLabClient, _ file: URL) async throws {
    var configured = 0
    var progress: Int64 = 0
    try await gitlab.projects.create(name: "demo") {
        $0.topics = ["swift"]; configured += 1
    }
    try await gitlab.projects.edit("group/demo") {
        $0.description = nil; configured += 1
    }
    let download = try await gitlab.projects.downloadSnapshot(42)
    try await download.write(to: file) { progress = $0.completed }
    expect(configured == 2 && progress == 3)
}

nonisolated func useEverythingConcurrently(_ gitlab: GitLabClient) async throws {
    try await withThrowingTaskGroup(of: Project.self) { group in
        for id in 1...3 {
            group.addTask { try await gitlab.projects.edit(id) { $0.topics = ["topic-\(id)"] } }
        }
        var count = 0
        for try await _ in group { count += 1 }
        expect(count == 3)
    }
    let detached = Task.detached { try await gitlab.projects.edit(42) { $0.topics = ["swift"] } }
    _ = try await detached.value
}
