// Waiting for states, following logs and writing notes, from every place.

import Foundation
import GitLab
import GitLabCI

@MainActor
final class PipelineScreen {
    private let gitlab: GitLabClient
    private var status: PipelineStatus?
    private var lines: [String] = []
    private var text = "Thanks!"

    init(_ gitlab: GitLabClient) { self.gitlab = gitlab }

    func useEverything() async throws {
        status = try await gitlab.pipelines.waitUntilFinished(42, pipelineID: 7).status
        for try await pipeline in gitlab.pipelines.statesUntilFinished(42, pipelineID: 7) { status = pipeline.status }
        for try await line in gitlab.jobs.followLog(42, jobID: 8) { lines.append(line) }
        let place: Noteable = .issue(42, issueIID: 3)
        try await gitlab.notes.create(on: place, body: text) {
            MainActor.assertIsolated()
            $0.internal = text.isEmpty
        }
        async let ended = gitlab.pipelines.waitUntilFinished(42, pipelineID: 7)
        let other = try await ended.status
        expect(status == .success && other == .success && lines == ["one", "two"], "\(lines)")
    }
}

actor PipelineWatcher {
    private let gitlab: GitLabClient
    private var status: PipelineStatus?
    private var lines: [String] = []

    init(_ gitlab: GitLabClient) { self.gitlab = gitlab }

    func useEverything() async throws {
        status = try await gitlab.pipelines.waitUntilFinished(42, pipelineID: 7, polling: Polling(timeout: nil)).status
        for try await pipeline in gitlab.pipelines.statesUntilFinished(42, pipelineID: 7) { status = pipeline.status }
        for try await line in gitlab.jobs.followLog(42, jobID: 8) { lines.append(line) }
        let task = Task { try await gitlab.notes.create(on: .issue(42, issueIID: 3), body: "Thanks!") }
        _ = try await task.value
        expect(status == .success && lines.count == 2)
    }
}

nonisolated func wait(_ gitlab: GitLabClient) async throws {
    let ended = try await gitlab.pipelines.waitUntilFinished(42, pipelineID: 7)
    let detached = Task.detached { try await gitlab.pipelines.statesUntilFinished(42, pipelineID: 7).last() }
    let last = try await detached.value
    expect(ended.status == .success && last.id == ended.id)
}
