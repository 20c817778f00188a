// A class of a global actor that is not the main one.

import Foundation
import GitLab

@globalActor
actor ArchiveActor {
    static let shared = ArchiveActor()
}

@ArchiveActor
final class Archive {
    private let gitlab: GitLabClient
    private var topics = ["swift"]
    private var progress: Int64 = 0
    private var configured = 0

    init(_ gitlab: GitLabClient) { self.gitlab = gitlab }

    func useEverything(_ file: URL) async throws {
        var names: [String] = []
        for try await project in gitlab.projects.list({ $0.topic = topics }) { names.append(project.name) }
        try await gitlab.projects.create(name: "demo") {
            $0.topics = topics; configured += 1
        }
        try await gitlab.projects.edit("group/demo") {
            $0.topics = topics; configured += 1
        }
        try await gitlab.uploads.create(42, file: FileUpload(filename: "a.txt", bytes: [1]))
        let download = try await gitlab.projects.downloadSnapshot(42)
        try await download.write(to: file) {
            ArchiveActor.assertIsolated()
            progress = $0.completed
        }
        expect(names.count == 1 && progress == 3 && configured == 2, "\(configured)")
    }
}
