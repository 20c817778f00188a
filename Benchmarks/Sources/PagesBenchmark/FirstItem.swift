// The time to the first item of a page of a megabyte that arrives with 128 KB a second.

import Documents
import Foundation
import GitLab
import LoopbackServer
import Measuring

#if AsyncHTTPClient
import GitLabAsyncHTTPClient
#endif

enum FirstItem {
    static func table() async throws -> String {
        let one = VariedProjects.page(100).count / 100
        let body = VariedProjects.page(1_048_576 / one)
        let server = try LoopbackServer { _ in
            var response = LoopbackServer.Response(body)
            response.bytesPerSecond = 128 * 1_024
            return response
        }
        var table = Table([
            "transport", "page, bytes", "first item of whole pages, s", "first item of the list, s", "ratio",
        ])
        // At the same time: they wait for most of it.
        async let first = row("URLSession", URLSessionTransport(), server, body.count)
        #if AsyncHTTPClient
        async let second = row("AsyncHTTPClient", AsyncHTTPClientTransport.shared, server, body.count)
        try await table.add(first)
        try await table.add(second)
        #else
        try await table.add(first)
        #endif
        return table.markdown
    }

    private static func row(
        _ name: String, _ transport: any Transport, _ server: LoopbackServer, _ length: Int
    ) async throws -> [String] {
        let gitlab = try PagesBenchmark.client(server.port, transport)
        var (whole, items): ([Double], [Double]) = ([], [])
        for _ in 0..<3 {
            whole.append(
                try await seconds {
                    for try await page in gitlab.projects.list().pages where !page.items.isEmpty { return }
                })
            items.append(
                try await seconds {
                    for try await _ in gitlab.projects.list() { return }
                })
        }
        let (first, second) = (PagesBenchmark.median(whole), PagesBenchmark.median(items))
        return [
            name, "\(length)", Table.decimal(first, 3), Table.decimal(second, 3), Table.decimal(second / first, 4),
        ]
    }

    private static func seconds(_ work: () async throws -> Void) async throws -> Double {
        let start = ContinuousClock.now
        try await work()
        return (ContinuousClock.now - start) / .seconds(1)
    }
}
