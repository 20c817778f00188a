// The same work that the programs in Others do with other clients, for scripts/compare-clients.py.

import Documents
import Foundation
import GitLab
import Measuring

#if AsyncHTTPClient
import GitLabAsyncHTTPClient
#endif

/// What a program of the comparison does; each prints a count, seconds of the processor and seconds of the clock.
@main
enum ProjectWalk {
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        switch (arguments.first, arguments.count) {
        case ("pages", 2...): try writePages(URL(filePath: arguments[1]))
        case ("decode", 3...): try decode(arguments[1], Int(arguments[2]) ?? 0)
        case ("walk", 3): try await walk(try client(arguments[1], arguments[2]))
        case ("call", 4): try await call(try client(arguments[1], arguments[3]), Int(arguments[2]) ?? 0)
        case _:
            print("usage: pages FOLDER | decode FILE TIMES | walk URL TRANSPORT | call URL TIMES TRANSPORT")
        }
    }

    /// Writes the pages that the server of the comparison sends, and the response to a call.
    private static func writePages(_ folder: URL) throws {
        for number in 1...100 {
            let page = VariedProjects.page(100, seed: UInt64(number))
            try Data(page).write(to: folder.appending(path: "\(number).json"))
        }
        try Data(VariedProjects.one()).write(to: folder.appending(path: "one.json"))
    }

    private static func decode(_ path: String, _ times: Int) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        var count = try [Project](json: bytes).count
        let start = Moment.now
        for _ in 0..<times { count += try [Project](json: bytes).count }
        start.report(count)
    }

    private static func walk(_ gitlab: GitLabClient) async throws {
        var count = 0
        var paths = 0
        let start = Moment.now
        for try await project in gitlab.projects.list({ $0.perPage = 100 }) {
            count += 1
            paths += project.pathWithNamespace.utf8.count
        }
        start.report(paths > 0 ? count : 0)
    }

    private static func call(_ gitlab: GitLabClient, _ times: Int) async throws {
        var length = 0
        for _ in 0..<times / 10 { length += try await gitlab.projects.get(42).name.utf8.count }
        let start = Moment.now
        for _ in 0..<times { length += try await gitlab.projects.get(42).name.utf8.count }
        start.report(length > 0 ? times : 0)
    }

    private static func client(_ address: String, _ transport: String) throws -> GitLabClient {
        guard let url = URL(string: address) else { throw URLError(.badURL) }
        #if AsyncHTTPClient
        if transport == "async-http-client" {
            return GitLabClient(baseURL: url, transport: AsyncHTTPClientTransport.shared)
        }
        #endif
        guard transport == "urlsession" else { throw URLError(.unsupportedURL) }
        return GitLabClient(baseURL: url, transport: URLSessionTransport())
    }
}

/// When something began.
private struct Moment {
    let processor = ProcessorTime.now
    let clock = ContinuousClock.now

    static var now: Moment { Moment() }

    func report(_ count: Int) {
        let seconds = Double(ProcessorTime.now - processor) / 1e9
        print(count, seconds, (ContinuousClock.now - clock) / .seconds(1))
    }
}
