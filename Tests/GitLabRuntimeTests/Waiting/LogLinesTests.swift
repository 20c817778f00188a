// Following a log that grows, from servers that send parts and from those that send the whole each time.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct LogLinesTests {
    private struct GetJob: GitLabRequest {
        struct Response: Decodable, Sendable, Equatable { var status: String }
        static let endpoint = Endpoint("jobs.get", .get, "/jobs/1")
    }

    private struct DownloadLog: DownloadRequest {
        static let endpoint = Endpoint("jobs.downloadLog", .get, "/jobs/1/trace")
        var range: LogLines.ByteRange

        func addQuery(to query: inout ParameterEncoder) {
            query.add("byte_offset", range.offset)
            query.add("byte_limit", range.limit)
        }
    }

    /// A job whose log has grown by one part each time that its state is requested.
    private final class Job: @unchecked Sendable {
        private let lock = NSLock()
        private let parts: [String]
        private let knowsParts: Bool
        private var steps = 0
        private var queries: [String] = []

        init(_ parts: [String], knowsParts: Bool) {
            self.parts = parts
            self.knowsParts = knowsParts
        }

        /// The queries for the log, in order.
        var asked: [String] { lock.withLock { queries } }

        func respond(_ sent: ScriptedTransport.Sent) -> TransportResponse {
            lock.withLock {
                if !sent.path.contains("/trace") {
                    steps += 1
                    return .json(#"{"status": "\#(steps >= parts.count ? "done" : "running")"}"#)
                }
                queries.append(sent.query)
                var log = Array(parts.prefix(steps).joined().utf8)[...]
                if knowsParts {
                    let values = sent.query.split(separator: "&").reduce(into: [:]) { values, pair in
                        values[pair.prefix { $0 != "=" }] = Int(pair.drop { $0 != "=" }.dropFirst())
                    }
                    log = log.dropFirst(values["byte_offset"] ?? 0).prefix(values["byte_limit"] ?? .max)
                }
                return .response(String(decoding: log, as: UTF8.self), ["Content-Type": "text/plain"])
            }
        }
    }

    private func lines(_ job: Job, _ polling: Polling = Polling()) -> LogLines {
        let client = GitLabClient.scripted(ScriptedTransport { sent, _ in job.respond(sent) }).with {
            $0.clock = TestClock()
        }
        let states = client.states(of: GetJob(), polling) { WaitOutcome($0.status, ends: ["done"]) }
        return client.lines(until: states) { DownloadLog(range: $0) }
    }

    private func all(_ lines: LogLines) async throws -> [String] {
        var all: [String] = []
        for try await line in lines { all.append(line) }
        return all
    }

    private static let parts = ["one\ntw", "", "o\nthree\r\n", "\nfour\nfi", "ve"]
    private static let expected = ["one", "two", "three", "", "four", "five"]

    @Test("Each line comes once, whether the server sends parts or the whole", arguments: [true, false])
    func everyLineOnce(knowsParts: Bool) async throws {
        let job = Job(Self.parts, knowsParts: knowsParts)
        #expect(try await all(lines(job)) == Self.expected)
    }

    @Test("A log that repeats itself is not taken for one that is known", arguments: [true, false])
    func repetitiveLog(knowsParts: Bool) async throws {
        let job = Job(Array(repeating: "tick\n", count: 6), knowsParts: knowsParts)
        #expect(try await all(lines(job)) == Array(repeating: "tick", count: 6))
    }

    @Test("Only what is new is requested of a server that sends parts")
    func requestsParts() async throws {
        let job = Job(["ab\n", "cd\n", "ef\n"], knowsParts: true)
        _ = try await all(lines(job))
        #expect(
            job.asked == [
                "byte_offset=0", "byte_offset=2&byte_limit=1", "byte_offset=3&byte_limit=512000",
                "byte_offset=6&byte_limit=512000",
            ])
    }

    @Test("Logs that begin with one byte or none are followed too", arguments: [true, false])
    func shortBeginnings(knowsParts: Bool) async throws {
        #expect(try await all(lines(Job(["", "a", "", "b\nc"], knowsParts: knowsParts))) == ["ab", "c"])
        #expect(try await all(lines(Job([""], knowsParts: knowsParts))).isEmpty)
    }

    @Test("A part that is as long as parts can be is followed by another request at once")
    func longParts() async throws {
        let line = String(repeating: "x", count: 99) + "\n"
        let job = Job(["ab\n", String(repeating: line, count: 12_000)], knowsParts: true)
        #expect(try await all(lines(job)).count == 12_001)
        #expect(job.asked.count == 5)
    }

    @Test("A line without an end is returned in parts")
    func longLine() async throws {
        let job = Job([String(repeating: "x", count: 1_024 * 1_024 + 5)], knowsParts: false)
        #expect(try await all(lines(job)).map(\.count) == [1_024 * 1_024, 5])
    }

    @Test("The sequence starts at the beginning each time, and a wait that takes too long throws")
    func again() async throws {
        let job = Job(["a\n"], knowsParts: true)
        let lines = lines(job)
        #expect(try await all(lines) == ["a"])
        #expect(try await all(lines) == ["a"])
        let endless = self.lines(
            Job(Array(repeating: "", count: 1_000), knowsParts: true), Polling(timeout: .seconds(60)))
        #expect(try await gitLabError { try await all(endless) }.kind == .timeout)
    }
}
