// Metrics of requests: count, duration, outcome.

#if Metrics
import GitLabRuntime
import HTTPTypes
import Metrics

/// Measures each request with swift-metrics:
///
/// * the timer `http.client.request.duration`, to the response (to its head for a download),
/// * the counter `http.client.request.resends`, for each request that is not the first of its call.
///
/// The dimensions are `gitlab.operation`, `http.request.method`, `url.template`, `url.scheme`, `server.address` and
/// `server.port`, and for the timer also `http.response.status_code` and `error.type`: few values each, and neither
/// credentials nor values of paths, queries, header fields and bodies among them.
///
/// ```swift
/// let gitlab = GitLabClient(baseURL: url).with { $0.middleware.append(MetricsMiddleware(factory)) }
/// ```
public struct MetricsMiddleware: Middleware {
    private let factory: any MetricsFactory

    /// Creates a middleware that reports to a factory; `MetricsSystem` is not used.
    public init(_ factory: any MetricsFactory) {
        self.factory = factory
    }

    /// Sends the request on and measures it.
    public func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse {
        var facts = RequestFacts(request)
        if request.attempt > 1 {
            Counter(label: "http.client.request.resends", dimensions: dimensions(facts), factory: factory).increment()
        }
        let start = ContinuousClock.now
        do {
            let response = try await next(request)
            facts.add(response.head)
            record(facts, since: start)
            return response
        } catch {
            facts.add(error)
            record(facts, since: start)
            throw error
        }
    }

    private func record(_ facts: RequestFacts, since start: ContinuousClock.Instant) {
        Timer(label: "http.client.request.duration", dimensions: dimensions(facts), factory: factory)
            .recordNanoseconds(start.duration(to: .now).nanoseconds)
    }

    private func dimensions(_ facts: RequestFacts) -> [(String, String)] {
        facts.facts.filter { $0.name != "http.request.resend_count" }.map { ($0.name, $0.value.description) }
    }
}
extension MetricsMiddleware: ObservingMiddleware {}
#else
/// Measures requests. It is available only where the trait `Metrics` of the package gitlab-swift is enabled.
@available(*, unavailable, message: "enable the trait Metrics of the package gitlab-swift")
public enum MetricsMiddleware {}
#endif
