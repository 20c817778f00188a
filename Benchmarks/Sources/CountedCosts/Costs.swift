// The counted work: each half of a call alone, and a whole one.

import Documents
import Foundation
@_spi(Encoding) import GitLab

/// Something that a program does with the client.
struct Cost: Sendable {
    let name: String
    /// Sets up its input, and returns the counted closure.
    let prepare: @Sendable () throws -> Body

    enum Body: Sendable {
        case function(@Sendable () throws -> Int)
        case asynchronous(@Sendable () async throws -> Int)
    }
}

extension CountedCosts {
    static let costs = [
        Cost(name: "list-request") {
            let gitlab = try client(responding: [])
            let list = ListProjects {
                $0.membership = true
                $0.search = "compiler & linker"
                $0.orderBy = .lastActivityAt
                $0.topic = ["swift", "api"]
                $0.minAccessLevel = .developer
            }
            return .function { (try gitlab.encoded(list).head.path?.utf8.count) ?? 0 }
        },
        Cost(name: "create-request") {
            let gitlab = try client(responding: [])
            let create = CreateProject(name: "Näive \"demo\"") {
                $0.description = "A project with a sentence for a description,\nand a second line."
                $0.topics = ["swift", "api", "open source"]
                $0.visibility = .private
                $0.namespaceID = 4_711
                $0.mergeMethod = .fastForward
                $0.lfsEnabled = true
            }
            return .function { try gitlab.encoded(create).body.bytes?.count ?? 0 }
        },
        Cost(name: "raw-call") {
            let response = #"{"id":1,"name":"\#(String(repeating: "x", count: 1_006))"}"#
            let gitlab = try client(responding: Array(response.utf8))
            return .asynchronous { try await gitlab.raw(GetProject(42)).bytes.count }
        },
        Cost(name: "project") {
            let gitlab = try client(responding: VariedProjects.one())
            return .asynchronous { try await gitlab.send(GetProject(42)).id }
        },
        Cost(name: "page-of-100") {
            let gitlab = try client(responding: VariedProjects.page(100))
            return .asynchronous { try await gitlab.projects.list().page(1).items.count }
        },
    ]

    private static func client(responding bytes: [UInt8]) throws -> GitLabClient {
        guard let url = URL(string: "https://gitlab.example.com") else { throw URLError(.badURL) }
        return GitLabClient(
            baseURL: url, credentials: .personalAccessToken("glpat-benchmark"), transport: StubTransport(bytes: bytes))
    }
}
