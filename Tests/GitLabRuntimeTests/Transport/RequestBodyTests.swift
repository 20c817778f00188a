// Bodies of requests: bytes and files in a row, sent whole or not at all, as often as needed.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct RequestBodyTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func file(_ name: String, _ content: [UInt8]) throws -> URL {
        try Data(content).write(to: folder.file(name))
        return folder.file(name)
    }

    private func all(_ body: RequestBody) async throws -> [UInt8] {
        let opened = try body.open()
        var bytes: [UInt8] = []
        for try await chunk in opened {
            #expect(!chunk.isEmpty && chunk.count <= 128 * 1_024)
            bytes += chunk
        }
        #expect(opened.length == bytes.count)
        return bytes
    }

    private static let long = (0..<300_001).map { UInt8($0 % 251) }

    @Test func piecesComeInOrderAndAnyNumberOfTimes() async throws {
        let body = RequestBody(pieces: [
            .bytes([1, 2]), .file(try file("a", Self.long)), .bytes([]), .file(try file("ä %20", [])), .bytes([3]),
            .bytes(Self.long),
        ])
        let expected = [1, 2] + Self.long + [3] + Self.long
        #expect(body.length == Int64(expected.count) && body.bytes == nil && !body.isEmpty)
        for _ in 0..<2 { #expect(try await all(body) == expected) }
    }

    @Test func withoutBytesThereIsNone() async throws {
        #expect(RequestBody.empty.isEmpty && RequestBody([]) == .empty)
        #expect(RequestBody(pieces: [.bytes([])]) == .empty && RequestBody.empty.bytes == [])
        #expect(RequestBody.empty.length == 0)
        #expect(try await all(.empty) == [])
    }

    @Test func bytesInMemoryAreOne() {
        #expect(RequestBody(pieces: [.bytes([1]), .bytes([2, 3])]).bytes == [1, 2, 3])
        #expect(RequestBody([1, 2]).length == 2)
    }

    @Test func filesAreEqualByPlace() throws {
        let (one, other) = (try file("one", [1]), try file("other", [1]))
        #expect(RequestBody(pieces: [.file(one)]) == RequestBody(pieces: [.file(folder.file("one"))]))
        #expect(RequestBody(pieces: [.file(one)]) != RequestBody(pieces: [.file(other)]))
        #expect(FileUpload(at: one) == FileUpload(at: one, filename: "one"))
        #expect(FileUpload(at: one) != FileUpload(at: one, filename: "two"))
        #expect("\(FileUpload(at: one))" == "one (application/octet-stream, at \(one.path))")
    }

    @Test(arguments: [10, 200_000]) func aFileThatIsCutWhileItIsSentIsAnError(length: Int) async throws {
        let url = try file("a", Self.long)
        let opened = try RequestBody(pieces: [.file(url), .bytes([1])]).open()
        #expect(try opened.nextChunk()?.count == 128 * 1_024)
        try FileHandle(forWritingTo: url).truncate(atOffset: UInt64(length))
        let error = try await gitLabError { while try opened.nextChunk() != nil {} }
        #expect(error.kind == .file && error.message.contains("300001 bytes and has \(max(length, 131_072))"))
        #expect(try opened.nextChunk() == nil)
    }

    @Test func aFileThatGrowsWhileItIsSentIsAnError() async throws {
        let url = try file("a", [1, 2, 3])
        let opened = try RequestBody(pieces: [.file(url), .bytes([1])]).open()
        let handle = try FileHandle(forWritingTo: url)
        try handle.seekToEnd()
        try handle.write(contentsOf: Data([4]))
        #expect(try opened.nextChunk() == [1, 2, 3])
        let error = try await gitLabError { try opened.nextChunk() }
        #expect(error.kind == .file && error.message.contains("was changed while it was sent"), "\(error)")
    }

    @Test func theLengthIsThatOfTheMomentOfSending() async throws {
        let url = try file("a", [1, 2, 3])
        let body = RequestBody(pieces: [.file(url)])
        _ = try file("a", [4, 5])
        #expect(try await all(body) == [4, 5])
        try FileManager.default.removeItem(at: url)
        let error = try await gitLabError { try body.open() }
        #expect(error.kind == .file && error.message.contains("nothing was sent") && error.message.contains(url.path))
        #expect(body.length == nil)
    }

    @Test func cancellingEndsReading() async throws {
        let opened = try RequestBody(Self.long).open()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            let iterator = opened.makeAsyncIterator()
            return try await iterator.next()
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}

/// Files on disk in requests.
@Suite struct FileOnDiskTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func itsPlaceIsInTheBodyAndNotItsContent() throws {
        let url = folder.file("dk.png")
        try Data([1, 2, 3]).write(to: url)
        let request = EditThing(1) { $0.avatar = FileUpload(at: url, contentType: "image/png") }
        let client = GitLabClient.scripted(ScriptedTransport { _, _ in .json("{}") })
        let body = try client.httpRequest(for: request).body
        try #require(body.pieces.count == 3)
        guard case .bytes(let before) = body.pieces[0], case .bytes(let after) = body.pieces[2] else {
            Issue.record("\(body.pieces)")
            return
        }
        #expect(
            String(decoding: before, as: UTF8.self).hasSuffix(
                "name=\"avatar\"; filename=\"dk.png\"\r\nContent-Type: image/png\r\n\r\n"))
        #expect(body.pieces[1] == .file(url))
        #expect(String(decoding: after, as: UTF8.self).hasPrefix("\r\n--gitlab-swift-"))
    }

    @Test func whatCannotBeReadIsRejectedByName() async throws {
        let remote = try #require(URL(string: "https://example.com/a?key=s3cret"))
        for (url, reason) in [
            (folder.file("none.png"), "No such file or directory"), (folder.url, "not a regular file"),
            (URL(fileURLWithPath: "/dev/zero"), "not a regular file"), (remote, "none on this machine"),
        ] {
            let transport = ScriptedTransport { _, _ in .json("{}") }
            let request = EditThing(1) { $0.avatar = FileUpload(at: url, filename: "a.png") }
            let error = try await gitLabError { try await GitLabClient.scripted(transport).send(request) }
            #expect(error.kind == .invalidRequest && error.message.contains("`avatar`"), "\(error)")
            #expect(error.message.contains(reason) && !error.message.contains("s3cret"), "\(error)")
            #expect(transport.sent.isEmpty)
        }
    }
}
