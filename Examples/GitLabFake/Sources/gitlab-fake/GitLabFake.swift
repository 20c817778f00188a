// The GitLab in memory as a server.

import ArgumentParser
import Dispatch
import Foundation
import GitLabFakeServer
import GitLabTesting

@main
struct GitLabFake: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gitlab-fake",
        abstract: "Serves a GitLab in memory at 127.0.0.1.",
        discussion: """
            It prints its URL, and to standard error a line for each request: method, path, status, operation, and what \
            GitLab would not do with it. It ends on SIGINT and SIGTERM, and forgets everything.
            """)

    @Option(help: "The port; 0 is any free one.")
    var port: UInt16 = 8929

    @Option(help: "The one accepted token; by default every token is accepted, and none is needed.")
    var token: String?

    @Option(
        name: .customLong("project"),
        help: ArgumentHelp("A project to start with, and the groups that it is in; repeatable.", valueName: "path"))
    var projects: [String] = []

    @Option(
        name: .customLong("group"),
        help: ArgumentHelp("A group to start with, and the groups that it is in; repeatable.", valueName: "path"))
    var groups: [String] = []

    @Flag(help: "Reject a request with an attribute that GitLab would ignore, with status 400, instead of logging it.")
    var strict = false

    func run() async throws {
        let gitlab = InMemoryGitLab(
            projects: projects.map { SeededProject($0) }, groups: groups, requiredToken: token,
            failsOnIgnoredAttributes: strict, recordsRequests: false)
        let server = try LoopbackGitLab(gitlab, port: port) { entry in
            FileHandle.standardError.write(Data("\(entry)\n".utf8))
        }
        let (signals, received) = AsyncStream.makeStream(of: Void.self)
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { received.yield() }
            source.resume()
            return source
        }
        defer { for source in sources { source.cancel() } }

        let serving = Task { try await server.run() }
        let stopping = Task {
            for await _ in signals {
                await server.stop()
                // A server that does not listen yet cannot be stopped.
                serving.cancel()
            }
        }
        let announcing = Task {
            FileHandle.standardOutput.write(Data("gitlab-fake listens at \(try await server.url)\n".utf8))
        }
        defer {
            stopping.cancel()
            announcing.cancel()
        }
        do {
            try await serving.value
        } catch is CancellationError {}
    }
}
