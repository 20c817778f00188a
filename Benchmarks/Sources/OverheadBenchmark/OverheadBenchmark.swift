// The cost of the client on top of its transport: a raw response of 1 KB on loopback, not decoded.

import Foundation
import GitLab
import HTTPTypes
import Measuring

#if AsyncHTTPClient
import GitLabAsyncHTTPClient
#endif

@main
enum OverheadBenchmark {
    static func main() async throws {
        let server = try StaticServer()
        defer { server.stop() }
        var table = Table([
            "transport", "at a time", "bare, requests/s", "client, requests/s", "rate", "bare, CPU µs",
            "client, CPU µs",
            "CPU",
        ])
        for concurrency in [1, 8, 64] {
            table.add(
                try await compare("URLSession", URLSessionTransport(), server.port, concurrency, requests: 384))
        }
        #if AsyncHTTPClient
        for concurrency in [1, 8, 64] {
            table.add(
                try await compare(
                    "AsyncHTTPClient", AsyncHTTPClientTransport.shared, server.port, concurrency, requests: 1_536))
        }
        #endif
        print(table.markdown)
    }

    /// - Parameter requests: how many in a round.
    private static func compare(
        _ name: String,
        _ transport: any Transport,
        _ port: Int,
        _ concurrency: Int,
        requests: Int
    ) async throws -> [String] {
        guard let url = URL(string: "http://127.0.0.1:\(port)") else { throw URLError(.badURL) }
        let gitlab = GitLabClient(
            baseURL: url, credentials: .personalAccessToken("glpat-benchmark"), transport: transport)
        let request = GetProject(42)
        var head = try gitlab.httpRequest(for: request).head
        if let token = HTTPField.Name("PRIVATE-TOKEN") { head.headerFields[token] = "glpat-benchmark" }
        let ready = head

        let sendBare: @Sendable () async throws -> Int = {
            try await transport.send(ready, body: .empty).body.collect(upTo: 1 << 20).count
        }
        let sendByClient: @Sendable () async throws -> Int = { try await gitlab.raw(request).bytes.count }

        var pairs: [(bare: Load, client: Load)] = []
        // Many short rounds, each way first in every other one, so that other work of the machine affects both. The
        // first ones warm up.
        for round in -4..<40 {
            let isBareFirst = round.isMultiple(of: 2)
            let one = try await Load.measure(
                requests: requests, concurrency: concurrency, isBareFirst ? sendBare : sendByClient)
            let other = try await Load.measure(
                requests: requests, concurrency: concurrency, isBareFirst ? sendByClient : sendBare)
            if round >= 0 { pairs.append(isBareFirst ? (one, other) : (other, one)) }
        }
        return [
            name, "\(concurrency)",
            Table.decimal(median(pairs.map(\.bare.requestsPerSecond)), 0),
            Table.decimal(median(pairs.map(\.client.requestsPerSecond)), 0),
            percent(median(pairs.map { $0.client.requestsPerSecond / $0.bare.requestsPerSecond })),
            Table.decimal(median(pairs.map(\.bare.processorTimePerRequest)), 0),
            Table.decimal(median(pairs.map(\.client.processorTimePerRequest)), 0),
            percent(median(pairs.map { $0.client.processorTimePerRequest / $0.bare.processorTimePerRequest })),
        ]
    }

    private static func median(_ values: [Double]) -> Double {
        values.sorted()[values.count / 2]
    }

    private static func percent(_ ratio: Double) -> String {
        "\(Int((ratio * 100).rounded())) %"
    }
}
