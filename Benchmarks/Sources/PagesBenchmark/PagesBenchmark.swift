// Walking through lists: the time to the first item over a slow connection, a long walk, and pages at the same time under
// a rate limit.
//
//     PagesBenchmark                          all of it
//     PagesBenchmark limited WINDOW           only the last table, with windows of so many seconds
//     PagesBenchmark walk items|pages         one long walk: seconds, seconds of the processor, megabytes, a tab between

import Documents
import Foundation
import GitLab
import LoopbackServer
import Measuring

@main
enum PagesBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch arguments.first {
        case "walk": print(try await LongWalk.measured(arguments.last ?? "").joined(separator: "\t"))
        case "limited": print(try await LimitedWalk.table(window: arguments.last.flatMap { Int($0) } ?? 60))
        default:
            print(try await FirstItem.table())
            print(try await LongWalk.table())
            print(try await LimitedWalk.table(window: 10))
        }
    }

    static func client(_ port: Int, _ transport: any Transport = GitLabClient.defaultTransport()) throws -> GitLabClient
    {
        guard let url = URL(string: "http://127.0.0.1:\(port)") else { throw URLError(.badURL) }
        return GitLabClient(
            baseURL: url, credentials: .personalAccessToken("glpat-benchmark"), transport: transport)
    }

    /// The number of the page that a request is for.
    static func page(in target: String) -> Int {
        let query = target.split(separator: "?").last ?? ""
        let pair = query.split(separator: "&").first { $0.hasPrefix("page=") }
        return pair.flatMap { Int($0.dropFirst(5)) } ?? 1
    }

    static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
