// The content of the log, without secrets.

#if Logging
import Foundation
import GitLabObservability
import GitLabRuntime
import Logging
import Testing

@Suite struct LoggingTests {
    private final class Lines: @unchecked Sendable {
        private let lock = NSLock()
        private var kept: [(level: Logger.Level, message: String, metadata: Logger.Metadata)] = []
        var all: [(level: Logger.Level, message: String, metadata: Logger.Metadata)] { lock.withLock { kept } }
        func append(_ level: Logger.Level, _ message: String, _ metadata: Logger.Metadata) {
            lock.withLock { kept.append((level, message, metadata)) }
        }
    }

    private struct Handler: LogHandler {
        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel: Logger.Level = .debug
        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }
        func log(event: LogEvent) {
            lines.append(event.level, "\(event.message)", event.metadata ?? [:])
        }
    }

    private func logged(_ statuses: [Int], level: Logger.Level = .debug) async -> Lines {
        let lines = Lines()
        var logger = Logger(label: "test") { _ in Handler(lines: lines) }
        logger.logLevel = level
        _ = try? await Scene(statuses).client(LoggingMiddleware(logger)).send(GetThing())
        return lines
    }

    @Test func aLineTellsTheFacts() async throws {
        let line = try #require(await logged([200]).all.first)
        #expect(line.level == .debug && line.message == "GitLab request")
        #expect(Double(line.metadata["duration"]?.description ?? "") != nil)
        var facts = line.metadata.mapValues(\.description)
        facts["duration"] = nil
        #expect(
            facts == [
                "gitlab.operation": "things.get", "http.request.method": "GET", "url.template": "/things/:id",
                "url.scheme": "https", "server.address": "gitlab.example.com", "server.port": "8443",
                "http.response.status_code": "200", "gitlab.request_id": "request-7",
            ])
    }

    @Test func failuresStandOut() async throws {
        for (status, type) in [(404, "404"), (500, "500"), (0, "transport")] {
            let line = try #require(await logged([status]).all.first)
            #expect(line.level == .warning && line.metadata["error.type"]?.description == type)
        }
        #expect(await logged([200], level: .info).all.isEmpty)
        #expect(await logged([500], level: .info).all.count == 1)
    }

    @Test func eachRequestOfACallHasItsLine() async {
        let lines = await logged([302, 302, 200]).all
        #expect(lines.map { $0.metadata["http.response.status_code"]?.description } == ["302", "302", "200"])
    }

    @Test func noSecretIsWritten() async {
        for statuses in [[200], [404], [500], [0], [302, 200], [302, 0], [302, 404]] {
            let text = await logged(statuses, level: .trace).all.map { "\($0)" }.joined()
            #expect(text.contains("things.get") && !text.contains("s3cret"), "\(text)")
        }
    }
}
#endif
