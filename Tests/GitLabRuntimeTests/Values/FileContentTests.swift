// Contents of files: as they are sent in JSON, and as a whole body.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct FileContentTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private struct Commit: GitLabRequest {
        typealias Response = EmptyResponse
        static let endpoint = Endpoint("commits.create", .post, "/commits")
        var contents: [FileContent]

        func addBody(to body: inout ParameterEncoder) {
            for (index, content) in contents.enumerated() {
                body.add("content\(index)", encodedBy: "encoding\(index)", content)
            }
        }
    }

    private struct Upload: GitLabRequest {
        typealias Response = EmptyResponse
        static let endpoint = Endpoint("packages.upload", .put, "/package")
        var content: FileContent

        func addBody(to body: inout ParameterEncoder) { body.setBody(content) }
    }

    private func sent(_ request: some GitLabRequest) throws -> [UInt8] {
        let client = GitLabClient.scripted(ScriptedTransport { _, _ in .json("{}") })
        let body = try client.httpRequest(for: request).body
        let opened = try body.open()
        var bytes: [UInt8] = []
        while let chunk = try opened.nextChunk() { bytes += chunk }
        #expect(Int64(bytes.count) == opened.length)
        #expect(body.length == opened.length)
        return bytes
    }

    @Test("Texts are sent as they are, bytes and files as Base64 with their encoding")
    func inJSON() throws {
        let file = folder.url.appendingPathComponent("a.bin")
        try Data([0, 255, 10, 34]).write(to: file)
        let bytes = try sent(Commit(contents: ["a \"text\"", .bytes([0, 255]), .file(at: file)]))
        let json = try JSONDecoder().decode([String: String].self, from: Data(bytes))
        #expect(
            json == [
                "content0": "a \"text\"", "content1": "AP8=", "encoding1": "base64", "content2": "AP8KIg==",
                "encoding2": "base64",
            ])
    }

    @Test(
        "Files of every length around a chunk are encoded whole",
        arguments: [0, 1, 2, 3, 98_303, 98_304, 98_305, 300_001])
    func lengths(length: Int) throws {
        let file = folder.url.appendingPathComponent("a.bin")
        let content = Data((0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31) })
        try content.write(to: file)
        let json = try JSONDecoder().decode(
            [String: String].self, from: Data(sent(Commit(contents: [.file(at: file)]))))
        #expect(Data(base64Encoded: try #require(json["content0"])) == content)
    }

    @Test("Chunks of every length are encoded as one text", arguments: 1...7)
    func chunks(length: Int) {
        let bytes = (0..<50).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        var encoder = Base64Encoder()
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: length) {
            text += encoder.encode(Array(bytes[start..<min(start + length, bytes.count)]))
        }
        text += encoder.finish()
        #expect(String(decoding: text, as: UTF8.self) == Data(bytes).base64EncodedString())
        #expect(encoder.finish().isEmpty)
    }

    @Test("A content as a whole body is sent as it is")
    func wholeBody() throws {
        let file = folder.url.appendingPathComponent("a.bin")
        try Data([0, 255, 10]).write(to: file)
        #expect(try sent(Upload(content: .file(at: file))) == [0, 255, 10])
        #expect(try sent(Upload(content: .bytes([1, 2]))) == [1, 2])
        #expect(try sent(Upload(content: "text")) == Array("text".utf8))
    }

    @Test("A file that is missing is rejected, and so is one that changes while it is sent")
    func missing() throws {
        let file = folder.url.appendingPathComponent("a.bin")
        let error = #expect(throws: GitLabError.self) { try sent(Commit(contents: [.file(at: file)])) }
        #expect(error?.kind == .invalidRequest)
        #expect(error?.message.contains("content0") == true)
        try Data(count: 200_000).write(to: file)
        let opened = try RequestBody(pieces: [.base64(file)]).open()
        _ = try opened.nextChunk()
        try Data(count: 100).write(to: file)
        let changed = #expect(throws: GitLabError.self) { while try opened.nextChunk() != nil {} }
        #expect(changed?.kind == .file)
    }

    @Test("A request prints the name of a file, and not its content")
    func printing() throws {
        #expect("\(FileContent.bytes([1, 2, 3]))" == "3 bytes")
        #expect(FileContent.file(at: URL(fileURLWithPath: "/any/a")).description == "/any/a")
    }
}
