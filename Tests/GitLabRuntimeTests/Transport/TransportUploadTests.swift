// Uploads of files, over every transport and real sockets: whole, with their length, flat in memory.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite(.timeLimit(.minutes(15))) struct TransportUploadTests {
    /// The reported progress.
    private final class Record: @unchecked Sendable {
        private let lock = NSLock()
        private var kept: [TransferProgress] = []
        var all: [TransferProgress] { lock.withLock { kept } }
        func append(_ progress: TransferProgress) { lock.withLock { kept.append(progress) } }
    }

    /// Longer than what is held in memory.
    private static let long = (0..<9_000_000).map { UInt8($0 % 251) }

    private static func client(_ server: SocketServer, _ kind: TransportKind) throws -> GitLabClient {
        let base = try #require(URL(string: "http://127.0.0.1:\(server.port)"))
        return GitLabClient(baseURL: base, credentials: .personalAccessToken("glpat-1"), transport: kind.make())
    }

    private static func request(_ server: SocketServer) -> HTTPRequest {
        HTTPRequest(method: .put, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/x")
    }

    private static let ok = SocketServer.Step.send(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 8\r\nConnection: close\r\n\r\n{\"id\":1}")

    @Test(arguments: TransportKind.allCases, [0, 10, 3_000_000, 9_000_000])
    func aFileArrivesWithItsLength(kind: TransportKind, length: Int) async throws {
        let server = try SocketServer { _ in [Self.ok] }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let content = Array(Self.long.prefix(length))
        try Data(content).write(to: folder.file("a.bin"))
        let edited = EditThing(1) { $0.avatar = FileUpload(at: folder.file("a.bin"), filename: "b.bin") }
        _ = try await Self.client(server, kind).send(edited)
        let received = try #require(server.requests.first)
        #if canImport(FoundationNetworking)
        let isAnnounced = kind != .urlSession || length < 8_000_000
        #else
        let isAnnounced = true
        #endif
        #expect(received.fields["content-length"] == (isAnnounced ? "\(received.body.count)" : nil))
        #expect(received.fields["transfer-encoding"] == (isAnnounced ? nil : "chunked"))
        #expect(received.fields["content-type"]?.hasPrefix("multipart/form-data; boundary=gitlab-swift-") == true)
        let begin = Array("filename=\"b.bin\"\r\nContent-Type: application/octet-stream\r\n\r\n".utf8)
        #expect(received.body.contains(sequence: begin + content + Array("\r\n--gitlab-swift-".utf8)))
    }

    @Test(arguments: TransportKind.allCases) func aBodyCanBeSentAgain(kind: TransportKind) async throws {
        let server = try SocketServer { _ in [Self.ok] }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        try Data(Self.long).write(to: folder.file("a"))
        let body = RequestBody(pieces: [.bytes([1]), .file(folder.file("a")), .bytes(Self.long)])
        let transport = kind.make()
        for _ in 0..<2 { _ = try await transport.send(Self.request(server), body: body).body.collect(upTo: 100) }
        #expect(server.requests.map(\.body) == [[1] + Self.long + Self.long, [1] + Self.long + Self.long])
    }

    @Test(arguments: TransportKind.allCases) func progressIsTold(kind: TransportKind) async throws {
        let server = try SocketServer { _ in [Self.ok] }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        try Data(Self.long).write(to: folder.file("a.bin"))
        let record = Record()
        let client = try Self.client(server, kind).with { $0.uploadProgress = { record.append($0) } }
        _ = try await client.send(EditThing(1) { $0.avatar = FileUpload(at: folder.file("a.bin")) })
        let total = try Int64(#require(server.requests.first?.body.count))
        let steps = record.all
        #expect(steps.count > 10 && steps.allSatisfy { $0.total == total })
        #expect(steps.map(\.completed) == steps.map(\.completed).sorted())
        #expect(steps.last == TransferProgress(completed: total, total: total) && steps.last?.fraction == 1)
        #expect((steps.first?.fraction ?? 1) < 0.5)
    }

    @Test(arguments: TransportKind.allCases) func progressOfBytesInMemoryIsToldToo(kind: TransportKind) async throws {
        let server = try SocketServer { _ in [Self.ok] }
        defer { server.stop() }
        let record = Record()
        let client = try Self.client(server, kind).with { $0.uploadProgress = { record.append($0) } }
        _ = try await client.send(EditThing(1) { $0.avatar = FileUpload(filename: "a", bytes: Self.long) })
        #expect(try record.all.last?.completed == Int64(#require(server.requests.first?.body.count)))
    }

    @Test(arguments: TransportKind.allCases) func aFileThatIsGoneIsNotSent(kind: TransportKind) async throws {
        let server = try SocketServer { _ in [Self.ok] }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let body = RequestBody(pieces: [.bytes(Self.long), .file(folder.file("none"))])
        let error = try await gitLabError { try await kind.make().send(Self.request(server), body: body) }
        #expect(error.kind == .file && error.message.contains("No such file"), "\(error)")
        #expect(server.requests.isEmpty && server.cutRequests == 0)
    }

    @Test(arguments: TransportKind.allCases) func aFileThatIsCutMeanwhileDoesNotArrive(kind: TransportKind) async throws
    {
        let server = try SocketServer(keepsBodies: false) { _ in [Self.ok] }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let file = folder.file("a")
        // Long enough for the first progress to be reported while it is read.
        try Data().write(to: file)
        try FileHandle(forWritingTo: file).truncate(atOffset: 200_000_000)
        let client = try Self.client(server, kind).with {
            $0.uploadProgress = { _ in try? FileHandle(forWritingTo: file).truncate(atOffset: 1_000_000) }
        }
        let error = try await gitLabError { try await client.send(EditThing(1) { $0.avatar = FileUpload(at: file) }) }
        #expect(error.kind == .file && error.message.contains("was changed while it was sent"), "\(error)")
        for _ in 0..<3_000 where server.cutRequests == 0 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(server.requests.isEmpty && server.cutRequests == 1)
    }

    #if os(Linux)
    // Each in a process of its own: other tests would affect the measurement.

    @Test(arguments: TransportKind.allCases) func memoryStaysFlat(kind: TransportKind) async {
        let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
            [kind = kind as TransportKind] in
            let length = 300 * 1_024 * 1_024
            let server = try SocketServer(keepsBodies: false) { _ in [Self.ok] }
            let folder = try TemporaryFolder()
            setenv("TMPDIR", folder.url.path, 1)
            try Data().write(to: folder.file("a.tar"))
            try FileHandle(forWritingTo: folder.file("a.tar")).truncate(atOffset: UInt64(length))
            let client = try Self.client(server, kind)
            try ProcessFacts.forgetPeak()
            let before = try ProcessFacts.resident
            _ = try await client.send(EditThing(1) { $0.avatar = FileUpload(at: folder.file("a.tar")) })
            let additional = try ProcessFacts.peak - before
            print("300 MiB up over \(kind.testDescription): \(additional / 1_048_576) MiB of memory")
            #expect(additional < 64 * 1_024 * 1_024, "\(additional / 1_048_576) MiB")
            #expect((server.requests.first?.bodyLength ?? 0) > length)
            #expect(try folder.names == ["a.tar"])
        }
        print(String(decoding: result?.standardOutputContent ?? [], as: UTF8.self), terminator: "")
    }

    @Test(arguments: TransportKind.allCases) func cancellingLeavesNothing(kind: TransportKind) async {
        await #expect(processExitsWith: .success) { [kind = kind as TransportKind] in
            let folder = try TemporaryFolder()
            let temporary = try TemporaryFolder()
            setenv("TMPDIR", temporary.url.path, 1)
            try Data(Self.long).write(to: folder.file("a"))
            let server = try SocketServer { _ in [.waitForClose] }
            let transport = kind.make()
            let body = RequestBody(pieces: [.file(folder.file("a")), .file(folder.file("a"))])
            for round in 0..<100 {
                let task = Task { try await transport.send(Self.request(server), body: body) }
                try await Task.sleep(for: .microseconds(round * 200))
                task.cancel()
                await #expect(throws: CancellationError.self) { try await task.value }
            }
            for _ in 0..<200 where try !temporary.names.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
            #expect(try temporary.names == [])
            #expect(try folder.names == ["a"])
        }
    }
    #endif
}
