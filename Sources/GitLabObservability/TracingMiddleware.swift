// A span for each request.

#if Tracing
import GitLabRuntime
import HTTPTypes
import Instrumentation
import Tracing

/// Makes a span of kind `client` for each request with swift-distributed-tracing, named after method and template:
/// `GET /projects/:id`. A call that is tried again or redirected has one for each request.
///
/// The attributes are `gitlab.operation`, `http.request.method`, `url.template`, `url.scheme`, `server.address`,
/// `server.port`, `http.request.resend_count` (where a call is tried again), `http.response.status_code` and
/// `error.type`. Neither credentials nor values of paths, queries, header fields and bodies are among them. Errors are
/// recorded by their kind only.
///
/// The context of the span goes along in header fields, such as `traceparent`, as the tracer writes them; not to the
/// target of a redirect, which may be another host.
///
/// ```swift
/// let gitlab = GitLabClient(baseURL: url).with { $0.middleware.append(TracingMiddleware(tracer)) }
/// ```
public struct TracingMiddleware: Middleware {
    private let tracer: any Tracer

    /// Creates a middleware that makes spans with a tracer; `InstrumentationSystem` is not used.
    public init(_ tracer: any Tracer) {
        self.tracer = tracer
    }

    /// Sends the request on within a span.
    public func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse {
        var request = request
        var facts = RequestFacts(request)
        let span = tracer.startAnySpan(
            "\(request.head.method.rawValue) \(request.pathTemplate)",
            context: ServiceContext.current ?? .topLevel,
            ofKind: .client
        )
        defer { span.end() }
        if request.redirects == 0 {
            tracer.inject(span.context, into: &request.head.headerFields, using: FieldInjector())
        }
        do {
            let response = try await ServiceContext.withValue(span.context) { [request] in try await next(request) }
            facts.add(response.head)
            describe(facts, in: span)
            if response.head.status.code >= 400 { span.setStatus(SpanStatus(code: .error)) }
            return response
        } catch {
            facts.add(error)
            describe(facts, in: span)
            // Not recorded as it is: a tracer may show any part of an error.
            if !(error is CancellationError) { span.setStatus(SpanStatus(code: .error)) }
            throw error
        }
    }

    private func describe(_ facts: RequestFacts, in span: any Span) {
        for (name, value) in facts.facts {
            switch value {
            case .text(let text): span.attributes[name] = text
            case .number(let number): span.attributes[name] = Int64(number)
            }
        }
    }

    private struct FieldInjector: Injector {
        func inject(_ value: String, forKey key: String, into fields: inout HTTPFields) {
            if let name = HTTPField.Name(key) { fields[name] = value }
        }
    }
}
extension TracingMiddleware: ObservingMiddleware {}
#else
/// Traces requests. It is available only where the trait `Tracing` of the package gitlab-swift is enabled.
@available(*, unavailable, message: "enable the trait Tracing of the package gitlab-swift")
public enum TracingMiddleware {}
#endif
