// Makes a release in a CI/CD job: a tag, its pipeline, the packages, and the release that links to them.
//
//   GITLAB_TOKEN=… swift run ReleaseFromCI 1.4.0 app-linux.tar.gz app-macos.tar.gz

import Foundation
import GitLab
import GitLabCI
import GitLabPackages

let ci = ProcessInfo.processInfo.environment
guard let api = ci["CI_API_V4_URL"], let project = Int(ci["CI_PROJECT_ID"] ?? ""), let commit = ci["CI_COMMIT_SHA"]
else { fatalError("This is not a CI/CD job.") }
let gitlab = try GitLabClient.fromEnvironment()
let version = CommandLine.arguments[1]
let files = CommandLine.arguments.dropFirst(2).map { URL(fileURLWithPath: $0) }

let tag = try await gitlab.tags.create(project, tagName: "v\(version)", ref: commit) {
    $0.message = "Version \(version)"
}
print("Tag \(tag.name)")

let pipeline = try await startedPipeline(for: tag.name)
for job in try await gitlab.jobs.list(project, forPipeline: pipeline.id).all().sorted(by: { $0.id < $1.id }) {
    print("Job \(job.name)")
    for try await line in gitlab.jobs.followLog(project, jobID: job.id) {
        print("  \(line)")
    }
}
let status = try await gitlab.pipelines.waitUntilFinished(project, pipelineID: pipeline.id).status
guard status == .success else { fatalError("The pipeline is \(status).") }

var links: [NewReleaseAssetLink] = []
for file in files {
    let name = file.lastPathComponent
    try await gitlab.genericPackages.publish(
        project, packageName: "app", packageVersion: version, fileName: name, content: .file(at: file))
    let url = "\(api)/projects/\(project)/packages/generic/app/\(version)/\(name)"
    links.append(
        NewReleaseAssetLink(name: name, url: url) {
            $0.linkType = .package
            $0.directAssetPath = "/\(name)"
        })
}
let release = try await gitlab.releases.create(project, tagName: tag.name) {
    $0.name = "Version \(version)"
    $0.description = "Built by pipeline \(pipeline.id)."
    $0.assets = NewReleaseAssets { $0.links = links }
}
for link in release.assets?.links ?? [] {
    print("\(link.name ?? ""): \(link.directAssetURL ?? "")")
}
print("Released \(release.name)")

/// Returns the pipeline that a tag starts, which is there a moment later.
func startedPipeline(for tag: String) async throws -> Pipeline {
    while true {
        if let pipeline = try await gitlab.pipelines.list(project, { $0.ref = tag }).first() { return pipeline }
        try await Task.sleep(for: .seconds(1))
    }
}
