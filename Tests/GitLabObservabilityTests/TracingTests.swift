// The spans of calls.

#if Tracing
import GitLabObservability
import GitLabRuntime
import HTTPTypes
import InMemoryTracing
import Testing
import Tracing

@Suite struct TracingTests {
    private func traced(_ statuses: [Int]) async -> (InMemoryTracer, [HTTPRequest]) {
        let tracer = InMemoryTracer()
        let scene = Scene(statuses)
        _ = try? await scene.client(TracingMiddleware(tracer)).send(GetThing())
        return (tracer, scene.sent)
    }

    private func attributes(_ span: FinishedInMemorySpan) -> [String: String] {
        var all: [String: String] = [:]
        span.attributes.forEach { name, value in
            switch value {
            case .string(let text): all[name] = text
            case .int64(let number): all[name] = "\(number)"
            default: all[name] = "\(value)"
            }
        }
        return all
    }

    @Test func aRequestIsASpan() async throws {
        let (tracer, sent) = await traced([200])
        let span = try #require(tracer.finishedSpans.first)
        #expect(tracer.finishedSpans.count == 1 && tracer.activeSpans.isEmpty)
        #expect(span.operationName == "GET /things/:id" && span.kind == .client && span.status == nil)
        #expect(
            attributes(span) == [
                "gitlab.operation": "things.get", "http.request.method": "GET", "url.template": "/things/:id",
                "url.scheme": "https", "server.address": "gitlab.example.com", "server.port": "8443",
                "http.response.status_code": "200",
            ])
        // The context is sent in the fields of the tracer.
        let fields = try #require(sent.first?.headerFields)
        #expect(fields.contains { $0.value == span.traceID } && fields.contains { $0.value == span.spanID })
    }

    @Test(arguments: [(404, "404"), (500, "500"), (0, "transport")])
    func failuresAreErrors(status: Int, type: String) async throws {
        let span = try #require(await traced([status]).0.finishedSpans.first)
        #expect(span.status?.code == .error && attributes(span)["error.type"] == type)
    }

    @Test func aRedirectIsASpanOfItsOwnWithoutContext() async throws {
        let (tracer, sent) = await traced([302, 200])
        #expect(tracer.finishedSpans.map { attributes($0)["http.response.status_code"] } == ["302", "200"])
        let ids = Set(tracer.finishedSpans.flatMap { [$0.traceID, $0.spanID] })
        #expect(try #require(sent.last).headerFields.allSatisfy { !ids.contains($0.value) })
    }

    @Test func theSpanIsAChildOfTheCallersAndTheParentOfWhatIsInIt() async throws {
        let tracer = InMemoryTracer()
        let client = Scene([200]).client(TracingMiddleware(tracer))
        try await tracer.withSpan("outer") { _ in _ = try await client.send(GetThing()) }
        let spans = tracer.finishedSpans
        #expect(spans.map(\.operationName) == ["GET /things/:id", "outer"])
        #expect(spans.first?.parentSpanID == spans.last?.spanID)
    }

    @Test func noSecretIsInASpan() async {
        for statuses in [[200], [404], [0], [302, 200], [302, 404], [302, 0]] {
            let (tracer, _) = await traced(statuses)
            let text = tracer.finishedSpans.map { span in
                "\(span.operationName) \(attributes(span)) \(span.events) \(span.errors) \(span.status as Any)"
            }.joined()
            #expect(text.contains("things.get") && !text.contains("s3cret"), "\(text)")
        }
    }
}
#endif
