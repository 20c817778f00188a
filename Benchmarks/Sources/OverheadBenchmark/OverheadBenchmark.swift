// What the client costs on top of the transport that it sends with: a raw answer of 1 KB on loopback, not decoded.

import Foundation
import GitLab
import GitLabAsyncHTTPClient
import HTTPTypes

@main
enum OverheadBenchmark {
    static func main() async throws {
        let server = try StaticServer()
        defer { server.stop() }
        print(
            "| transport | at a time | bare, requests/s | client, requests/s | rate | bare, CPU µs | client, CPU µs | CPU |"
        )
        print("|---|---|---|---|---|---|---|---|")
        for concurrency in [1, 8, 64] {
            try await compare("URLSession", URLSessionTransport(), server.port, concurrency, requests: 2_000)
        }
        for concurrency in [1, 8, 64] {
            try await compare(
                "AsyncHTTPClient", AsyncHTTPClientTransport.shared, server.port, concurrency, requests: 8_000)
        }
    }

    /// Both in turn, so that what else the machine does hits both alike.
    private static func compare(
        _ name: String,
        _ transport: any Transport,
        _ port: Int,
        _ concurrency: Int,
        requests: Int
    ) async throws {
        guard let url = URL(string: "http://127.0.0.1:\(port)") else { return }
        let gitlab = GitLabClient(
            baseURL: url, credentials: .personalAccessToken("glpat-benchmark"), transport: transport)
        let request = GetProject(42)
        var head = try gitlab.httpRequest(for: request).head
        if let token = HTTPField.Name("PRIVATE-TOKEN") { head.headerFields[token] = "glpat-benchmark" }
        let ready = head

        var bare: [Load] = []
        var client: [Load] = []
        for round in 0..<9 {
            let one = try await Load.measure(requests: requests, concurrency: concurrency) {
                try await transport.send(ready, body: .empty).body.collect(upTo: 1 << 20).count
            }
            let other = try await Load.measure(requests: requests, concurrency: concurrency) {
                try await gitlab.raw(request).bytes.count
            }
            // The first round warms up.
            if round > 0 {
                bare.append(one)
                client.append(other)
            }
        }
        let rates = (median(bare.map(\.requestsPerSecond)), median(client.map(\.requestsPerSecond)))
        let times = (median(bare.map(\.processorTimePerRequest)), median(client.map(\.processorTimePerRequest)))
        print(
            "| \(name) | \(concurrency) | \(Int(rates.0)) | \(Int(rates.1)) | \(percent(rates.1 / rates.0)) "
                + "| \(Int(times.0)) | \(Int(times.1)) | \(percent(times.1 / times.0)) |")
    }

    private static func median(_ values: [Double]) -> Double {
        values.sorted()[values.count / 2]
    }

    private static func percent(_ ratio: Double) -> String {
        "\(Int((ratio * 100).rounded())) %"
    }
}
