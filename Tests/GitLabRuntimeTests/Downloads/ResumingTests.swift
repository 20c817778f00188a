// Downloads that are interrupted and resumed: the right bytes or an error, never a mix.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct ResumingTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    /// A server with one file.
    private final class Storage: @unchecked Sendable {
        struct State: Sendable {
            var content = (0..<1_000).map { UInt8($0 % 251) }
            /// The fields that identify the state of the file.
            var validator = ["ETag": "\"one\""]
            var takesRanges = true
            /// The bytes after which each response is cut, one after the other; further ones are complete.
            var cuts: [Int] = []
            /// Replaces the response to a range by a wrong one.
            var distort: (@Sendable (TransportResponse) -> TransportResponse)?
        }

        private let lock = NSLock()
        private var kept = State()
        private var ranges: [String?] = []

        var state: State {
            get { lock.withLock { kept } }
            set { lock.withLock { kept = newValue } }
        }
        /// The requests, in order.
        var asked: [String?] { lock.withLock { ranges } }

        func response(_ sent: ScriptedTransport.Sent) -> TransportResponse {
            let (state, cut) = lock.withLock {
                ranges.append(sent.field("range"))
                return (kept, kept.cuts.isEmpty ? nil : kept.cuts.removeFirst())
            }
            var fields = state.validator
            var content = state.content[...]
            var status = 200
            let condition = sent.field("if-range")
            if state.takesRanges, let range = sent.field("range"), condition == state.validator.values.first {
                let start = Int(range.dropFirst("bytes=".count).dropLast()) ?? 0
                guard start < content.count else { return .response("", status: 416) }
                content = content[start...]
                status = 206
                fields["Content-Range"] = "bytes \(start)-\(state.content.count - 1)/\(state.content.count)"
            }
            fields["Content-Length"] = "\(content.count)"
            var response = TransportResponse.response("", status: status, fields)
            let chunks = stride(from: content.startIndex, to: content.endIndex, by: 100).map {
                Array(content[$0..<min($0 + 100, content.endIndex)])
            }
            response.body = ResponseBody(
                AsyncThrowingStream<[UInt8], any Error> { stream in
                    for chunk in chunks.prefix((cut ?? .max) / 100) { stream.yield(chunk) }
                    stream.finish(throwing: cut == nil ? nil : DownloadTests.Cut())
                })
            return status == 206 ? state.distort?(response) ?? response : response
        }
    }

    private let storage = Storage()
    private let clock = TestClock()

    private func things(attempts: Int = 1) -> Things {
        GitLabClient.scripted(ScriptedTransport { [storage] sent, _ in storage.response(sent) })
            .with {
                $0.retries = .never
                $0.clock = clock
            }.things
    }

    private func save(_ name: String = "a.tar", progress: (TransferProgress) -> Void = { _ in }) async throws {
        try await things().download(1).write(to: folder.file(name), resuming: true, progress: progress)
    }

    private func expectWhole(_ name: String = "a.tar") throws {
        #expect(try folder.names == [name])
        #expect(try folder.bytes(name) == storage.state.content)
    }

    @Test func whatBreaksOffIsAskedForFromThere() async throws {
        storage.state.cuts = [300, 200]
        var steps: [TransferProgress] = []
        try await save { steps.append($0) }
        try expectWhole()
        #expect(storage.asked == [nil, "bytes=300-", "bytes=500-"])
        // Steps may be missed while the closure runs, but not the last one.
        let completed = steps.map(\.completed)
        #expect(completed.last == 1_000 && completed == Set(completed).sorted())
        #expect(completed.allSatisfy { $0 > 0 && $0 % 100 == 0 })
        #expect(steps.allSatisfy { $0.total == 1_000 })
    }

    @Test func aDownloadThatIsGivenUpIsTakenUpLater() async throws {
        storage.state.cuts = [300, 0, 0, 0]
        let error = try await gitLabError { try await save() }
        #expect(error.kind == .transport)
        #expect(try folder.names.count == 1 && folder.names.allSatisfy { $0.hasPrefix(".gitlab-download-") })
        try await save()
        try expectWhole()
        #expect(storage.asked.suffix(2) == [nil, "bytes=300-"])
    }

    @Test func withoutResumingNothingIsKept() async throws {
        storage.state.cuts = [300]
        let download = try await things().download(1)
        #expect(try await gitLabError { try await download.write(to: folder.file("a.tar")) }.kind == .transport)
        #expect(try folder.names == [])
        #expect(storage.asked == [nil])
    }

    @Test func cancellingKeepsWhatCame() async throws {
        let (chunks, feed) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
        feed.yield(Array(storage.state.content.prefix(700)))
        let first = GitLabClient.scripted(
            ScriptedTransport { _, _ in
                var response = TransportResponse.response("", ["ETag": "\"one\"", "Content-Length": "1000"])
                response.body = ResponseBody(chunks)
                return response
            })
        let file = folder.file("a.tar")
        let task = Task { try await first.things.download(1).write(to: file, resuming: true) }
        for _ in 0..<500 where (try? folder.names.first.map { try folder.bytes($0).count }) != 700 {
            try await Task.sleep(for: .milliseconds(5))
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        try await save()
        try expectWhole()
        #expect(storage.asked == [nil, "bytes=700-"])
    }

    @Test func aServerWithoutRangesSendsAllAgain() async throws {
        storage.state.takesRanges = false
        storage.state.cuts = [300, 500]
        try await save()
        try expectWhole()
        #expect(storage.asked == [nil, "bytes=300-", "bytes=500-"])
    }

    @Test(arguments: [["ETag": "W/\"weak\""], [:], ["Last-Modified": "Sun, 06 Nov 1994 08:49:37 GMT"]])
    func withoutAValidatorNothingIsResumed(validator: [String: String]) async throws {
        storage.state.validator = validator
        storage.state.cuts = [300]
        #expect(try await gitLabError { try await save() }.kind == .transport)
        #expect(try folder.names == [])
        try await save()
        try expectWhole()
        #expect(storage.asked == [nil, nil])
    }

    /// A change in the last minute could have the same time.
    @Test(arguments: [("08:49:37", false), ("08:50:36", false), ("08:50:37", true)])
    func anOldEnoughDateIsAValidator(now: String, isResumed: Bool) async throws {
        let (changed, date) = ("Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 \(now) GMT")
        let head = TransportResponse.response("", ["Last-Modified": changed, "Date": date]).head
        #expect(ContentPart(head).validator == (isResumed ? changed : nil))
    }

    @Test func anotherStateIsDownloadedAnew() async throws {
        storage.state.cuts = [300, 0, 0, 0]
        _ = try await gitLabError { try await save() }
        storage.state.content = (0..<1_000).map { UInt8($0 % 13) }
        storage.state.validator = ["ETag": "\"two\""]
        try await save()
        try expectWhole()
        #expect(storage.asked.last == .some(nil))
    }

    /// The file changes between the break and the request for the rest.
    @Test(arguments: [1_000, 300, 200, 5_000]) func aChangeInTheMiddleIsNotMixedIn(length: Int) async throws {
        storage.state.cuts = [300]
        let download = try await things().download(1)
        storage.state.content = (0..<length).map { UInt8($0 % 13) }
        storage.state.validator = ["ETag": "\"two\""]
        try await download.write(to: folder.file("a.tar"), resuming: true)
        try expectWhole()
    }

    @Test(
        arguments: [
            { $0.head.headerFields[.contentRange] = "bytes 200-999/1000" },
            { $0.head.headerFields[.contentRange] = "bytes 300-998/1000" },
            { $0.head.headerFields[.contentRange] = "bytes 300-999/2000" },
            { $0.head.headerFields[.contentRange] = "bytes 300-999/*" },
            { $0.head.headerFields[.contentRange] = "nonsense" },
            { $0.head.headerFields[.contentRange] = nil },
            { $0.head.headerFields[.eTag] = "\"two\"" },
            { $0.head.headerFields[.eTag] = nil },
            { $0.head.headerFields[.contentEncoding] = "gzip" },
        ] as [@Sendable (inout TransportResponse) -> Void])
    func aWrongPartIsNotTaken(change: @escaping @Sendable (inout TransportResponse) -> Void) async throws {
        storage.state.cuts = [300]
        storage.state.distort = { response in
            var response = response
            change(&response)
            return response
        }
        try await save()
        try expectWhole()
        #expect(storage.asked == [nil, "bytes=300-", nil])
    }

    @Test func aServerThatAlwaysCutsIsGivenUp() async throws {
        storage.state.cuts = Array(repeating: 100, count: 20)
        #expect(try await gitLabError { try await save() }.kind == .transport)
        #expect(storage.asked.count == 4)
    }

    /// Each response names the right part, is whole, and has few bytes or none.
    @Test(arguments: [0, 10]) func aServerThatSendsLittleIsGivenUp(bytes: Int) async throws {
        storage.state.cuts = [300]
        storage.state.distort = { response in
            var response = response
            response.head.headerFields[.contentLength] = "\(bytes)"
            response.body = ResponseBody([UInt8](repeating: 0, count: bytes))
            return response
        }
        let error = try await gitLabError { try await save() }
        #expect(error.kind == .transport && error.message.contains("of 1000 bytes came"), "\(error)")
        #expect(storage.asked.count == 4)
        #expect(clock.sleeps.count == 3)
    }

    @Test func whatIsKeptBelongsToOneFile() async throws {
        storage.state.cuts = [300, 0, 0, 0]
        _ = try await gitLabError { try await save("a.tar") }
        try await save("b.tar")
        #expect(storage.asked.last == .some(nil))
        #expect(try folder.bytes("b.tar") == storage.state.content)
        try await save("a.tar")
        #expect(storage.asked.last == "bytes=300-")
        #expect(try folder.names == ["a.tar", "b.tar"])
    }

    @Test func twoAtOnceDoNotMeet() async throws {
        let first = try #require(try PartialFile(for: folder.file("a.tar").path, keptAs: "\"one\" 1000"))
        try first.write([9, 9, 9])
        try await save()
        #expect(try folder.bytes("a.tar") == storage.state.content)
        #expect(storage.asked == [nil])
        withExtendedLifetime(first) {}
    }

    @Test func anUnreadableAnswerEndsIt() async throws {
        storage.state.cuts = [300]
        let transport = ScriptedTransport { [storage] sent, count in
            count == 0 ? storage.response(sent) : .json(#"{"message":"403 Forbidden"}"#, status: 403)
        }
        let download = try await GitLabClient.scripted(transport).things.download(1)
        let error = try await gitLabError { try await download.write(to: folder.file("a.tar"), resuming: true) }
        #expect(error.kind == .forbidden)
    }

    @Test func theStorageIsAskedForTheRest() async throws {
        storage.state.cuts = [300]
        let transport = ScriptedTransport { [storage] sent, _ in
            sent.head.authority == "gitlab.example.com"
                ? .response("", status: 302, ["Location": "https://storage.example.com/x?sig=1"])
                : storage.response(sent)
        }
        let download = try await GitLabClient.scripted(transport).with { $0.clock = clock }.things.download(1)
        try await download.write(to: folder.file("a.tar"), resuming: true)
        try expectWhole()
        #expect(storage.asked == [nil, "bytes=300-"])
        #expect(transport.sent.count == 4 && transport.sent.last?.field("private-token") == nil)
    }
}

/// The same over real sockets.
@Suite(.timeLimit(.minutes(5))) struct ResumingOverSocketsTests {
    @Test(arguments: TransportKind.allCases) func aCutDownloadGoesOn(kind: TransportKind) async throws {
        let length = 3_000_000
        let server = try SocketServer { request in
            let start = request.fields["range"].flatMap { Int($0.dropFirst("bytes=".count).dropLast()) } ?? 0
            let rest = length - start
            let head =
                start > 0
                ? "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes \(start)-\(length - 1)/\(length)\r\n"
                : "HTTP/1.1 200 OK\r\n"
            let content = (start..<length).map { UInt8($0 % 251) }
            return [
                .send(head + "ETag: \"e\"\r\nContent-Length: \(rest)\r\nConnection: close\r\n\r\n"),
                .bytes(Array(content.prefix(1_450_000))),
                // Bytes in buffers are lost when a connection breaks: on a busy machine most of them, each time.
                .pause(milliseconds: 500),
            ]
        }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let base = try #require(URL(string: "http://127.0.0.1:\(server.port)"))
        let client = GitLabClient(baseURL: base, transport: kind.make())
        try await client.things.download(1).write(to: folder.file("a"), resuming: true)
        #expect(try folder.names == ["a"])
        #expect(try folder.bytes("a") == (0..<length).map { UInt8($0 % 251) })
        // More than three if the end of a cut response is lost in a buffer.
        #expect(
            server.requests.count >= 3 && server.requests.dropFirst().allSatisfy { $0.fields["if-range"] == "\"e\"" })
    }

    /// Each range is answered rightly, with so few bytes.
    @Test(arguments: TransportKind.allCases, [0, 10]) func aServerThatSendsLittleIsGivenUp(
        kind: TransportKind, bytes: Int
    ) async throws {
        let length = 262_144
        let server = try SocketServer { request in
            let start = request.fields["range"].flatMap { Int($0.dropFirst("bytes=".count).dropLast()) } ?? 0
            let head =
                start > 0
                ? "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes \(start)-\(length - 1)/\(length)\r\n"
                    + "Content-Length: \(bytes)\r\n"
                : "HTTP/1.1 200 OK\r\nContent-Length: \(length)\r\n"
            return [
                .send(head + "ETag: \"e\"\r\nConnection: close\r\n\r\n"), .count(start > 0 ? bytes : 1_000),
                .pause(milliseconds: 100),
            ]
        }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let base = try #require(URL(string: "http://127.0.0.1:\(server.port)"))
        let client = GitLabClient(baseURL: base, transport: kind.make()).with {
            $0.retries.firstDelay = .milliseconds(1)
        }
        let error = try await gitLabError {
            try await client.things.download(1).write(to: folder.file("a"), resuming: true)
        }
        #expect(error.kind == .transport, "\(error)")
        #expect(server.requests.count <= 5, "\(server.requests.count)")
        print("ranges with \(bytes) bytes over \(kind.testDescription): \(server.requests.count) requests")
    }
}
