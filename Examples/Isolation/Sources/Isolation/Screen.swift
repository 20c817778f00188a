// A main-actor class, as a view model is, with closures that read and change its state.

import Foundation
import GitLab

@MainActor
final class Screen {
    private let gitlab: GitLabClient
    private var topics = ["swift"]
    private var names: [String] = []
    private var progress: Int64 = 0
    private var configured = 0

    init(_ gitlab: GitLabClient) { self.gitlab = gitlab }

    func useEverything(_ file: URL) async throws {
        for try await project in gitlab.projects.list({ $0.topic = topics }) { names.append(project.name) }
        let project = try await gitlab.projects.get(42) { $0.statistics = configured == 0 }
        try await gitlab.projects.edit(project) { $0.topics = (project.topics ?? []) + topics }
        names += try await gitlab.projects.list { $0.topic = topics }.all(limit: 1).map(\.name)
        try await gitlab.projects.create(name: "demo") {
            MainActor.assertIsolated()
            $0.topics = topics
            configured += 1
        }
        try await gitlab.projects.edit("group/demo") {
            $0.topics = topics; $0.description = nil; configured += 1
        }
        _ = try await gitlab.projects.share(42, groupID: 7, groupAccess: .developer) { _ in configured += 1 }
        try await gitlab.hooks.add(42, url: "https://ci.example.com") {
            $0.pushEvents = true; configured += 1
        }
        try await gitlab.pipelines.create(42, ref: "main") { _ in configured += 1 }
        try await gitlab.uploads.create(42, file: FileUpload(filename: "a.txt", bytes: [1]))
        let download = try await gitlab.projects.downloadSnapshot(42) { _ in configured += 1 }
        try await download.write(to: file) {
            MainActor.assertIsolated()
            progress = $0.completed
        }
        let open = try await gitlab.get("/projects/:id/issues", path: ["id": project], query: ["labels": topics])
        expect(open.arrayValue?.isEmpty == true)
        let issues = try CustomRequest(.get, "/projects/:id/issues", path: ["id": 42], query: ["labels": topics])
        _ = try await gitlab.send(issues)
        expect(names.count == 2 && progress == 3 && configured == 6, "\(configured)")

        try await inTasks()
        try await withStoredClosures()
    }

    /// The button's action: a task inside the class, and two calls at a time.
    private func inTasks() async throws {
        let task = Task {
            try await gitlab.projects.edit(42) {
                $0.topics = topics; configured += 1
            }
        }
        _ = try await task.value
        async let first = gitlab.projects.edit(42) { $0.visibility = .private }
        async let second = gitlab.projects.get(43) { $0.license = true }
        _ = try await (first, second)
        expect(configured == 7)
    }

    /// Closures that are kept, and those that a caller passes.
    private func withStoredClosures() async throws {
        let setUp: (inout EditProject) -> Void = { $0.topics = self.topics }
        try await gitlab.projects.edit(42, setUp)
        try await edit { $0.name = self.names.first }
        func edit(_ configure: (inout EditProject) -> Void) async throws {
            try await gitlab.projects.edit(42, configure)
        }
    }
}
