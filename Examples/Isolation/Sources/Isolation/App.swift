// One call of each kind, from every isolation of a Swift program: it has to compile in each. Running it shows that the
// closures are called on the right actor.

import Foundation
import GitLab
import GitLabTesting

@main
struct App {
    static func main() async throws {
        let gitlab = scriptedGitLab().client()

        // A `@main` type is nonisolated unless the module says otherwise, and its closures may capture what is local.
        var names: [String] = []
        let topics = ["swift"]
        for try await project in gitlab.projects.list({ $0.topic = topics }) { names.append(project.name) }
        let project = try await gitlab.projects.get(42) { $0.statistics = true }
        let created = try await gitlab.projects.create(name: "demo") { $0.topics = topics }
        try await gitlab.projects.edit("group/demo") {
            $0.topics = topics; $0.description = nil
        }
        expect(names.count == 1 && project.id == created.id)

        let file = temporaryFile()
        defer { try? FileManager.default.removeItem(at: file) }
        var written: Int64 = 0
        let download = try await gitlab.projects.downloadSnapshot(42)
        try await download.write(to: file) { written = $0.completed }
        expect(written == 3)

        try await Screen(gitlab).useEverything(file)
        try await Watcher(gitlab).useEverything(file)
        try await Archive(gitlab).useEverything(file)
        try await useEverything(gitlab, file)
        try await useEverythingConcurrently(gitlab)
        try await useConformances()
        try await PipelineScreen(gitlab).useEverything()
        try await PipelineWatcher(gitlab).useEverything()
        try await wait(gitlab)
        print("Every call was made from every place.")
    }
}

/// Ends the program with a failure status if a condition is false.
nonisolated func expect(_ condition: Bool, _ message: String = "", line: Int = #line, file: String = #fileID) {
    guard !condition else { return }
    print("error: \(file):\(line) \(message)")
    exit(1)
}

nonisolated func temporaryFile() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("isolation-\(UUID().uuidString)")
}

/// The example of something that has ended well.
nonisolated func ended(_ json: String) -> String {
    json.replacingOccurrences(of: #""status": "created""#, with: #""status": "success""#)
}

/// A GitLab with one project that accepts every call of this program.
nonisolated func scriptedGitLab() -> ScriptedGitLab {
    let server = ScriptedGitLab()
    let project = ScriptedResponse.json(Project.exampleJSON)
    server.always(.get, "/projects", response: .page("[\(Project.exampleJSON)]"))
    server.always(.get, "/projects/:id", response: project)
    server.always(.post, "/projects", response: project)
    server.always(.put, "/projects/:id", response: project)
    server.always(.post, "/projects/:id/share", response: .json(ProjectGroupLink.exampleJSON, status: 201))
    server.always(.post, "/projects/:id/hooks", response: .json(ProjectHook.exampleJSON, status: 201))
    server.always(.post, "/projects/:id/pipeline", response: .json(Pipeline.exampleJSON, status: 201))
    server.always(.post, "/projects/:id/uploads", response: .json(ProjectUpload.exampleJSON, status: 201))
    server.always(.get, "/projects/:id/snapshot", response: .file([1, 2, 3], name: "demo.tar"))
    server.always(.get, "/projects/:id/issues", response: .json("[]"))
    server.always(.get, "/projects/:id/pipelines/:pipeline_id", response: .json(ended(Pipeline.exampleJSON)))
    server.always(.get, "/projects/:id/jobs/:job_id", response: .json(ended(CIJob.exampleJSON)))
    server.always(.get, "/projects/:id/jobs/:job_id/trace", response: .file(Array("one\ntwo\n".utf8)))
    server.always(
        .post, "/projects/:id/issues/:issue_iid/notes", response: .json(CreatedNote.exampleJSON, status: 201))
    return server
}
