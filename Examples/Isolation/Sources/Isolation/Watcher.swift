// An actor, with closures that read and change its state.

import Foundation
import GitLab

actor Watcher {
    private let gitlab: GitLabClient
    private var topics = ["swift"]
    private var names: [String] = []
    private var progress: Int64 = 0
    private var configured = 0

    init(_ gitlab: GitLabClient) { self.gitlab = gitlab }

    func useEverything(_ file: URL) async throws {
        for try await project in gitlab.projects.list({ $0.topic = topics }) { names.append(project.name) }
        _ = try await gitlab.projects.get(42) { $0.statistics = configured == 0 }
        try await gitlab.projects.create(name: "demo") {
            assertIsolated()
            $0.topics = topics
            configured += 1
        }
        try await gitlab.projects.edit("group/demo") {
            $0.topics = topics; $0.description = nil; configured += 1
        }
        try await gitlab.uploads.create(42, file: FileUpload(filename: "a.txt", bytes: [1]))
        let download = try await gitlab.projects.downloadSnapshot(42)
        try await download.write(to: file, resuming: true) {
            assertIsolated()
            progress = $0.completed
        }
        let issues = try CustomRequest(.get, "/projects/:id/issues", path: ["id": 42], query: ["labels": topics])
        _ = try await gitlab.send(issues, as: [JSONValue].self)
        let task = Task {
            try await gitlab.projects.edit(42) {
                $0.topics = topics; configured += 1
            }
        }
        _ = try await task.value
        expect(names.count == 1 && progress == 3 && configured == 3, "\(configured)")
    }
}
