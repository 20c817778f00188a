// Downloads over every transport against real sockets: flat in memory, nothing left behind.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@Suite(.timeLimit(.minutes(5))) struct TransportDownloadTests {
    private static func client(_ server: SocketServer, _ kind: TransportKind) throws -> GitLabClient {
        let base = try #require(URL(string: "http://127.0.0.1:\(server.port)"))
        return GitLabClient(baseURL: base, credentials: .personalAccessToken("glpat-1"), transport: kind.make())
    }

    private static func head(_ length: Int, _ fields: String = "") -> String {
        "HTTP/1.1 200 OK\r\nContent-Length: \(length)\r\nConnection: close\r\n\(fields)\r\n"
    }

    @Test(arguments: TransportKind.allCases) func headAndContentCome(kind: TransportKind) async throws {
        let server = try SocketServer { _ in
            [
                .send(
                    Self.head(
                        1_000_000,
                        "Content-Type: application/x-tar\r\nContent-Disposition: attachment; filename=\"a.tar\"\r\n")),
                .count(1_000_000),
            ]
        }
        defer { server.stop() }
        let download = try await Self.client(server, kind).things.download("a/b") { $0.sha = "f00" }
        #expect(download.status == 200 && download.contentType == "application/x-tar")
        #expect(download.fileName == "a.tar" && download.length == 1_000_000)
        var bytes: [UInt8] = []
        var chunks = 0
        for try await chunk in download {
            #expect(!chunk.isEmpty)
            bytes += chunk
            chunks += 1
        }
        #expect(bytes == (0..<1_000_000).map { UInt8($0 % 251) })
        #expect(chunks > 1)
        let received = try #require(server.requests.first)
        #expect(received.line == "GET /api/v4/things/a%2Fb/file?sha=f00 HTTP/1.1")
        #expect(received.fields["private-token"] == "glpat-1" && received.fields["accept"] == "*/*")
    }

    /// The beginning is there to be read before the end has been sent.
    @Test(arguments: TransportKind.allCases) func contentComesWhileItIsSent(kind: TransportKind) async throws {
        let server = try SocketServer { _ in [.send(Self.head(200_000)), .count(100_000), .waitForClose] }
        defer { server.stop() }
        let download = try await Self.client(server, kind).things.download(1)
        #expect(download.length == 200_000)
        var bytes: [UInt8] = []
        for try await chunk in download {
            bytes += chunk
            if bytes.count == 100_000 { break }
        }
        #expect(bytes == (0..<100_000).map { UInt8($0 % 251) })
    }

    @Test(arguments: TransportKind.allCases) func aDownloadThatIsLetGoOfClosesItsConnection(kind: TransportKind)
        async throws
    {
        let server = try SocketServer { _ in [.send(Self.head(200_000)), .count(100_000), .waitForClose] }
        defer { server.stop() }
        let client = try Self.client(server, kind)
        for try await _ in try await client.things.download(1) { break }
        for _ in 0..<3_000 where server.closedByClient == 0 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(server.closedByClient == 1)
    }

    @Test(arguments: TransportKind.allCases) func anEmptyFileIsOne(kind: TransportKind) async throws {
        let server = try SocketServer { _ in [.send(Self.head(0))] }
        defer { server.stop() }
        let download = try await Self.client(server, kind).things.download(1)
        #expect(download.length == 0)
        #expect(try await download.bytes(upTo: 0) == [])
    }

    @Test(arguments: TransportKind.allCases) func errorsAreGitLabsOwn(kind: TransportKind) async throws {
        let body = #"{"message":"404 File Not Found"}"#
        let server = try SocketServer { _ in
            [
                .send(
                    "HTTP/1.1 404 Not Found\r\nContent-Length: \(body.utf8.count)\r\nX-Request-Id: r-9\r\n"
                        + "Connection: close\r\n\r\n\(body)")
            ]
        }
        defer { server.stop() }
        let error = try await gitLabError { try await Self.client(server, kind).things.download(1) }
        #expect(error.kind == .notFound && error.message == "404 File Not Found" && error.requestID == "r-9")
        #expect(error.body == Array(body.utf8))
    }

    @Test(
        arguments: TransportKind.allCases,
        [
            "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\nConnection: close\r\n\r\nshort",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n5\r\nshort\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n64\r\nshort",
            "", "SMTP 220 hello\r\n\r\n",
        ])
    func whatIsCutIsAnErrorAndNoFile(kind: TransportKind, response: String) async throws {
        let server = try SocketServer { _ in [.send(response)] }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let error = try await gitLabError {
            try await Self.client(server, kind).things.download(1).write(to: folder.file("a.tar"))
        }
        #expect(error.kind == .transport && error.message.contains("127.0.0.1:\(server.port)"), "\(error)")
        #expect(try folder.names == [])
    }

    @Test(arguments: TransportKind.allCases) func redirectsAreGivenBackAndNotFollowed(kind: TransportKind) async throws
    {
        let server = try SocketServer { _ in
            [
                .send(
                    "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/x\r\nContent-Length: 5\r\n"
                        + "Connection: close\r\n\r\nmoved")
            ]
        }
        defer { server.stop() }
        let request = HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/x")
        let response = try await kind.make().download(request)
        #expect(response.head.status.code == 302)
        #expect(response.head.headerFields[.location] == "http://127.0.0.1:1/x")
    }

    @Test(arguments: TransportKind.allCases) func cancellingAtAnyMomentEndsTheDownload(kind: TransportKind) async throws
    {
        let server = try SocketServer { _ in [.pause(milliseconds: 5), .send(Self.head(200_000)), .count(200_000)] }
        defer { server.stop() }
        let client = try Self.client(server, kind)
        var cancelled = 0
        for round in 0..<100 {
            let task = Task { try await client.things.download(1).bytes(upTo: 1_000_000) }
            if round % 3 > 0 { try await Task.sleep(for: .microseconds(round * 150)) }
            task.cancel()
            switch await task.result {
            case .success(let bytes):
                #expect(bytes.count == 200_000)
            case .failure(let error):
                #expect(error is CancellationError, "\(error)")
                cancelled += 1
            }
        }
        #expect(cancelled >= 33)
    }

    #if os(Linux)
    // Each in a process of its own: other tests would affect the measurement.

    @Test(arguments: TransportKind.allCases) func memoryStaysFlat(kind: TransportKind) async {
        let result = await #expect(processExitsWith: .success, observing: [\.standardOutputContent]) {
            [kind = kind as TransportKind] in
            let length = 300 * 1_024 * 1_024
            let server = try SocketServer { _ in [.send(Self.head(length)), .count(length)] }
            let folder = try TemporaryFolder()
            let client = try Self.client(server, kind)
            try ProcessFacts.forgetPeak()
            let before = try ProcessFacts.resident
            try await client.things.download(1).write(to: folder.file("a.tar"))
            let additional = try ProcessFacts.peak - before
            print("300 MiB down over \(kind.testDescription): \(additional / 1_048_576) MiB of memory")
            #expect(additional < 64 * 1_024 * 1_024, "\(additional / 1_048_576) MiB")
            let size = try FileManager.default.attributesOfItem(atPath: folder.file("a.tar").path)[.size] as? Int
            #expect(size == length)
        }
        print(String(decoding: result?.standardOutputContent ?? [], as: UTF8.self), terminator: "")
    }

    @Test func temporaryFilesNeverStay() async {
        await #expect(processExitsWith: .success) {
            let folder = try TemporaryFolder()
            setenv("TMPDIR", folder.url.path, 1)
            let whole = try SocketServer { _ in [.send(Self.head(200_000)), .count(200_000)] }
            let cut = try SocketServer { _ in [.send(Self.head(200_000)), .count(100_000)] }
            let endless = try SocketServer { _ in [.send(Self.head(200_000)), .count(100_000), .waitForClose] }

            // While it comes, and once it is cancelled.
            let client = try Self.client(endless, .urlSession)
            let task = Task { try await client.things.download(1).bytes(upTo: 1_000_000) }
            while endless.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
            try await Task.sleep(for: .milliseconds(100))
            #expect(try ProcessFacts.unnamedFiles(in: folder.url) == 1)
            #expect(try folder.names == [])
            task.cancel()
            _ = await task.result
            try await Self.expectNone(in: folder)

            // Cut.
            _ = try await gitLabError {
                try await Self.client(cut, .urlSession).things.download(1).bytes(upTo: 1_000_000)
            }
            try await Self.expectNone(in: folder)

            // Read to the end, though the download is still held.
            let download = try await Self.client(whole, .urlSession).things.download(1)
            #expect(try ProcessFacts.unnamedFiles(in: folder.url) == 1)
            #expect(try await download.bytes(upTo: 200_000).count == 200_000)
            #expect(try ProcessFacts.unnamedFiles(in: folder.url) == 0)
            _ = download

            // Released in the middle, and never begun.
            for try await _ in try await Self.client(whole, .urlSession).things.download(1) { break }
            _ = try await Self.client(whole, .urlSession).things.download(1)
            try await Self.expectNone(in: folder)

            // Cancelled while it is read.
            let reading = Task {
                for try await chunk in try await Self.client(whole, .urlSession).things.download(1) {
                    try #require(!Task.isCancelled, "\(chunk.count) bytes came after the task was cancelled.")
                    withUnsafeCurrentTask { $0?.cancel() }
                }
            }
            await #expect(throws: CancellationError.self) { try await reading.value }
            try await Self.expectNone(in: folder)
        }
    }

    @Test func aFolderThatTakesNothingIsAnError() async {
        await #expect(processExitsWith: .success) {
            setenv("TMPDIR", "/nonexistent", 1)
            let server = try SocketServer { _ in [.send(Self.head(0))] }
            let error = try await gitLabError { try await Self.client(server, .urlSession).things.download(1) }
            #expect(error.kind == .file && error.message.contains("/nonexistent"), "\(error)")
            #expect(error.underlying is POSIXError && server.requests.isEmpty)
        }
    }

    @Test func aFullDiskIsAnErrorAndEndsTheRequest() async {
        await #expect(processExitsWith: .success) {
            try ProcessFacts.limitFiles(to: 100_000)
            let server = try SocketServer { _ in [.send(Self.head(400_000)), .count(300_000), .waitForClose] }
            let download = try await Self.client(server, .urlSession).things.download(1)
            for _ in 0..<3_000 where server.closedByClient == 0 { try await Task.sleep(for: .milliseconds(10)) }
            #expect(server.closedByClient == 1)
            let error = try await gitLabError { try await download.bytes(upTo: 1_000_000) }
            #expect(error.kind == .file && (error.underlying as? POSIXError)?.code == .EFBIG, "\(error)")
            let folder = FileManager.default.temporaryDirectory.path
            #expect(error.message.contains("cannot wait in \(folder): File too large"), "\(error)")
            #expect(error.attempts <= 1)
        }
    }

    @Test func aReaderThatFallsFarBehindGetsAnError() async throws {
        // Some of it never comes, so that only the client's error ends the connection.
        let server = try SocketServer { _ in [.send(Self.head(5_000_000)), .count(4_000_000), .waitForClose] }
        defer { server.stop() }
        let base = try #require(URL(string: "http://127.0.0.1:\(server.port)"))
        let transport = URLSessionTransport(temporaryFileLimit: 1_000_000)
        let download = try await GitLabClient(baseURL: base, transport: transport).things.download(1)
        for _ in 0..<3_000 where server.closedByClient == 0 { try await Task.sleep(for: .milliseconds(10)) }
        #expect(server.closedByClient == 1)
        var received = 0
        let error = try await gitLabError { for try await chunk in download { received += chunk.count } }
        #expect(error.kind == .file && error.message.contains("read more slowly than it comes"), "\(error)")
        #expect(received > 900_000 && received <= 1_000_000)
    }

    /// A download of any length needs no more room than what is not read yet.
    @Test func whatWasReadTakesNoPlace() async throws {
        let file = try FileBuffer(upTo: 30_000_000)
        let body = IncomingBody(in: file)
        var chunks = body.body {}.makeAsyncIterator()
        let block = Data(repeating: 7, count: 10_000_000)
        for _ in 0..<20 {
            #expect(body.write(block))
            var received = 0
            while received < 10_000_000 {
                let chunk = try #require(try await chunks.next())
                #expect(chunk.allSatisfy { $0 == 7 })
                received += chunk.count
            }
            #expect(received == 10_000_000)
        }
        #expect(try file.occupied < 1_000_000)
        #expect(body.write(block) && body.write(block))
        var received = 0
        while received < 16_000_000 { received += try #require(try await chunks.next()).count }
        #expect(body.write(block) && body.write(block))
        #expect(try file.occupied < 31_000_000)
        #expect(!body.write(block))
        while received < 40_000_000 { received += try #require(try await chunks.next()).count }
        let error = try await gitLabError { try await chunks.next() }
        #expect(error.kind == .file)
    }

    private static func expectNone(in folder: TemporaryFolder) async throws {
        for _ in 0..<200 where try ProcessFacts.unnamedFiles(in: folder.url) > 0 {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(try ProcessFacts.unnamedFiles(in: folder.url) == 0)
        #expect(try folder.names == [])
    }
    #endif
}
