// Downloads over any transport: metadata, reading once, errors.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct DownloadTests {
    struct Cut: Error {}

    static func body(_ chunks: [String], failing error: (any Error)? = nil) -> ResponseBody {
        ResponseBody(
            AsyncThrowingStream<[UInt8], any Error> { stream in
                for chunk in chunks { stream.yield(Array(chunk.utf8)) }
                stream.finish(throwing: error)
            })
    }

    private func things(_ body: ResponseBody, status: Int = 200, _ fields: [String: String] = [:]) -> Things {
        let transport = ScriptedTransport { _, _ in
            var response = TransportResponse.response("", status: status, fields)
            response.body = body
            return response
        }
        return GitLabClient.scripted(transport).things
    }

    @Test func whatTheServerTellsIsKnown() async throws {
        let fields = [
            "Content-Type": "image/png", "Content-Length": "6", "Content-Disposition": "inline; filename=\"../a.png\"",
        ]
        let download = try await things(Self.body(["abc", "", "def"]), status: 206, fields).download(1)
        #expect((download.status, download.contentType, download.fileName) == (206, "image/png", "a.png"))
        #expect(download.length == 6)
        var chunks: [String] = []
        for try await chunk in download { chunks.append(String(decoding: chunk, as: UTF8.self)) }
        #expect(chunks == ["abc", "def"])
    }

    @Test func whatItDoesNotTellIsNil() async throws {
        let download = try await things(Self.body(["abc"])).download(1)
        #expect(download.contentType == nil && download.fileName == nil && download.length == nil)
        let zipped = ["Content-Length": "2", "Content-Encoding": "gzip"]
        let error = try await gitLabError { try await things(Self.body(["abc"]), zipped).download(1) }
        #expect(error.kind == .decoding && error.message.contains("encoded as gzip"))
        let plain = try await things(Self.body(["abc"]), ["Content-Encoding": "identity"]).download(1)
        #expect(try await plain.bytes(upTo: 3) == Array("abc".utf8))
    }

    @Test func theRequestAsksForAnything() async throws {
        let transport = ScriptedTransport { _, _ in .response("x") }
        _ = try await GitLabClient.scripted(transport).things.download("a/b") { $0.sha = "f/0" }
        let sent = try #require(transport.sent.first)
        #expect(sent.path == "/api/v4/things/a%2Fb/file?sha=f%2F0" && sent.body.isEmpty)
        #expect(sent.field("accept") == "*/*" && sent.field("private-token") == "glpat-secret-0123456789")
    }

    @Test func aDownloadWithABodyIsRejected() async throws {
        struct PostedDownload: DownloadRequest {
            static let endpoint = Endpoint("things.posted", .post, "/things/file")
            func addBody(to body: inout ParameterEncoder) { body.add("a", 1) }
        }
        let transport = ScriptedTransport { _, _ in .response("x") }
        let error = try await gitLabError { try await GitLabClient.scripted(transport).download(PostedDownload()) }
        #expect(error.kind == .invalidRequest && transport.sent.isEmpty)
    }

    @Test func theContentComesOnce() async throws {
        let download = try await things(Self.body(["abc"])).download(1)
        let copy = download
        #expect(try await download.bytes(upTo: 3) == Array("abc".utf8))
        for again in [download, copy] {
            #expect(try await gitLabError { try await again.bytes(upTo: 3) }.kind == .alreadyRead)
        }
        var iterator = download.makeAsyncIterator()
        #expect(try await gitLabError { try await iterator.next() }.kind == .alreadyRead)
    }

    @Test func bytesAreBounded() async throws {
        #expect(try await things(Self.body(["abc", "d"])).download(1).bytes(upTo: 4) == Array("abcd".utf8))
        let error = try await gitLabError { try await things(Self.body(["abc", "d"])).download(1).bytes(upTo: 3) }
        #expect(error.kind == .tooLong && error.message.contains("3 bytes"), "\(error)")
    }

    @Test func aContentThatBreaksOffIsAnError() async throws {
        let download = try await things(Self.body(["abc"], failing: Cut())).download(1)
        var iterator = download.makeAsyncIterator()
        #expect(try await iterator.next() == Array("abc".utf8))
        let error = try await gitLabError { try await iterator.next() }
        #expect(error.kind == .transport && error.underlying is Cut && error.path == "/api/v4/things/1/file")
        #expect(error.message.contains("was interrupted") && error.message.contains("gitlab.example.com"), "\(error)")
        #expect(try await iterator.next() == nil)
    }

    /// Whether the transport notices or not.
    @Test func aContentShorterThanAnnouncedIsAnError() async throws {
        let error = try await gitLabError {
            try await things(Self.body(["abc"]), ["Content-Length": "4"]).download(1).bytes(upTo: 100)
        }
        #expect(error.kind == .transport && error.message.contains("3 of 4 bytes"), "\(error)")
    }

    @Test(arguments: [(404, GitLabError.Kind.notFound), (403, .forbidden), (500, .server)])
    func errorsHaveGitLabsMessage(status: Int, kind: GitLabError.Kind) async throws {
        let error = try await gitLabError {
            try await things(Self.body([#"{"message":"#, #""40x File Not Found"}"#]), status: status).download(1)
        }
        #expect(error.kind == kind && error.message == "40x File Not Found" && error.status == status)
    }

    @Test func cancellingEndsIt() async throws {
        let (chunks, feed) = AsyncThrowingStream<[UInt8], any Error>.makeStream()
        feed.yield([1])
        let things = things(ResponseBody(chunks))
        let task = Task { try await things.download(1).bytes(upTo: 100) }
        try await Task.sleep(for: .milliseconds(30))
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test func itShowsNoSecret() async throws {
        let transport = ScriptedTransport { _, count in
            count == 0
                ? .response("", status: 302, ["Location": "https://storage.example.com/x?signature=s3cret"])
                : .response("abc", ["Content-Disposition": "attachment; filename=a.tar"])
        }
        let download = try await GitLabClient.scripted(transport).things.download(1)
        var text = "\(download)\(String(reflecting: download))"
        dump(download, to: &text)
        dump(download.makeAsyncIterator(), to: &text)
        #expect(text.contains("a.tar") && !text.contains("s3cret") && !text.contains("glpat"), "\(text)")
    }

    @Test func equalRequestsAreEqual() {
        #expect(DownloadThing(1) == DownloadThing(1))
        #expect(DownloadThing(1) != DownloadThing(1) { $0.sha = "f00" })
    }
}
