// Publishes files as a generic package, each once, and fetches them back.
//
//   GITLAB_URL=https://gitlab.example.com GITLAB_TOKEN=… swift run PackageUpload group/project tools 1.0.0 FILE…

import Foundation
import GitLabPackages

let gitlab = try GitLabClient.fromEnvironment()
let (project, package, version) = (CommandLine.arguments[1], CommandLine.arguments[2], CommandLine.arguments[3])

for file in CommandLine.arguments.dropFirst(4).map({ URL(fileURLWithPath: $0) }) {
    if try await isPublished(file) {
        print("\(file.lastPathComponent): is there already")
    } else {
        let published = try await gitlab.genericPackages.publish(
            project, packageName: package, packageVersion: version, fileName: file.lastPathComponent,
            content: .file(at: file)
        ) {
            $0.select = .packageFile
        }
        print("\(file.lastPathComponent): \(published.size ?? 0) bytes")
    }
}

/// Whether the package has a file of this name. One of another content is an error, since GitLab would keep both.
func isPublished(_ file: URL) async throws -> Bool {
    let copy = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: copy) }
    do {
        let published = try await gitlab.genericPackages.download(
            project, packageName: package, packageVersion: version, fileName: file.lastPathComponent)
        try await published.write(to: copy)
    } catch GitLabError.Kind.notFound {
        return false
    }
    guard FileManager.default.contentsEqual(atPath: copy.path, andPath: file.path) else {
        throw DifferentContent(file: file.lastPathComponent)
    }
    return true
}

struct DifferentContent: Error {
    let file: String
}
