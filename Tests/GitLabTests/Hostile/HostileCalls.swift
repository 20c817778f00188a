// The calls that are made of a hostile server, one of each kind, and how many requests each may send.

import Foundation
import GitLab
import TestSeeds

/// A call, and the most requests that it sends.
struct HostileCall: Sendable {
    let name: String
    let mostRequests: Int
    let perform: @Sendable (GitLabClient) async throws -> Void

    /// The most requests of one call: each attempt with its redirects, each request once more with a renewed token.
    private static let single = 4 * 6 * 3
    /// A list goes on as long as the server names pages.
    private static let list = HostileServer.mostResponses + single
    static let longestDownload = 300_000

    init(_ name: String, _ mostRequests: Int, _ perform: @escaping @Sendable (GitLabClient) async throws -> Void) {
        self.name = name
        self.mostRequests = mostRequests
        self.perform = perform
    }

    static let all = [
        HostileCall("get", single) { _ = try await $0.projects.get(42) },
        HostileCall("get JSON", single) { _ = try await $0.get("/projects/:id/issues", path: ["id": 42]) },
        HostileCall("languages", single) { _ = try await $0.projects.getLanguages(42) },
        HostileCall("conditional", single) {
            _ = try await $0.send(GetProject(42), ifNoneMatch: EntityTag(rawValue: "\"a\""))
        },
        HostileCall("create", single) { _ = try await $0.projects.create(name: "demo") },
        HostileCall("edit", single) { _ = try await $0.projects.edit(42) { $0.name = "demo" } },
        HostileCall("delete", single) { _ = try await $0.projects.delete(42) },
        HostileCall("list", list) { for try await _ in $0.projects.list() {} },
        HostileCall("keyset", list) { for try await _ in $0.projects.list().keyset() {} },
        HostileCall("members", list) { _ = try await $0.members.list(42).all() },
        HostileCall("all", list) { _ = try await $0.projects.list().all(limit: 5) },
        HostileCall("first", list) { _ = try await $0.projects.list().first() },
        HostileCall("page", single) { _ = try await $0.projects.list().page(2) },
        HostileCall("prefetching", list) {
            for try await _ in $0.with({ $0.pages.prefetches = true }).projects.list() {}
        },
        HostileCall("concurrent", list + 4 * single) {
            for try await _ in $0.projects.list().pages(concurrency: 4) {}
        },
        HostileCall("download", single) {
            _ = try await $0.projects.downloadSnapshot(42).bytes(upTo: longestDownload)
        },
        HostileCall("saving", 6 * single) { gitlab in
            try await saving { try await gitlab.projects.downloadSnapshot(42).write(to: $0) }
        },
        HostileCall("resuming", 6 * single) { gitlab in
            try await saving { try await gitlab.projects.downloadSnapshot(42).write(to: $0, resuming: true) }
        },
    ]

    private static func saving(_ save: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "hostile-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await save(folder.appending(path: "file"))
    }
}
