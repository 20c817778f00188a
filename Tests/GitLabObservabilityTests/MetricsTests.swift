// The metrics and their names.

#if Metrics
import GitLabObservability
import GitLabRuntime
import MetricsTestKit
import Testing

@Suite struct MetricsTests {
    private func measured(_ statuses: [Int], retries: RetryPolicy = .never) async -> TestMetrics {
        let metrics = TestMetrics()
        let client = Scene(statuses).client(MetricsMiddleware(metrics)).with { $0.retries = retries }
        _ = try? await client.send(GetThing())
        return metrics
    }

    @Test(arguments: [(200, nil), (404, "404"), (0, "transport")] as [(Int, String?)])
    func eachRequestIsTimed(status: Int, failure: String?) async throws {
        let metrics = await measured([status])
        let timer = try #require(metrics.timers.first)
        #expect(metrics.timers.count == 1 && timer.label == "http.client.request.duration")
        #expect(timer.values.count == 1 && (timer.values.first ?? -1) >= 0)
        var expected = [
            "gitlab.operation": "things.get", "http.request.method": "GET", "url.template": "/things/:id",
            "url.scheme": "https", "server.address": "gitlab.example.com", "server.port": "8443",
        ]
        if status > 0 { expected["http.response.status_code"] = "\(status)" }
        expected["error.type"] = failure
        #expect(Dictionary(uniqueKeysWithValues: timer.dimensions.map { ($0.0, $0.1) }) == expected)
        #expect(metrics.counters.isEmpty)
    }

    @Test func noSecretIsADimension() async {
        for statuses in [[200], [404], [0], [302, 200], [302, 404]] {
            let metrics = await measured(statuses)
            let text = metrics.timers.map { "\($0.label) \($0.dimensions)" }.joined()
            #expect(text.contains("things.get") && !text.contains("s3cret"), "\(text)")
        }
    }
}
#endif
