// Data beside bytes: the same values, and no call that could mean either.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct DataTests {
    @Test func jsonIsReadFromDataAndText() throws {
        let text = #"[{"a":1.5},null,"é"]"#
        let value = try JSONValue(json: Array(text.utf8))
        #expect(try JSONValue(json: Data(text.utf8)) == value)
        #expect(try JSONValue(json: text) == value)
        #expect(try [Int](json: Data("[1,2]".utf8)) == [1, 2])
        // A part of other data, whose indices do not begin at 0.
        #expect(try Int(json: Data("x42x".utf8)[1..<3]) == 42)
    }

    @Test func errorsAreThoseOfBytes() throws {
        for text in ["", "[1,", "[1,\"x\"]"] {
            let error = try #require(throws: JSONError.self) { try [Int](json: Array(text.utf8)) }
            #expect(throws: error) { try [Int](json: Data(text.utf8)) }
            #expect(throws: error) { try [Int](json: text) }
        }
    }

    @Test func uploadsAndBodies() {
        let bytes = Array("hello".utf8)
        #expect(
            FileUpload(filename: "a.txt", contentType: "text/plain", data: Data(bytes))
                == FileUpload(filename: "a.txt", contentType: "text/plain", bytes: bytes))
        #expect(RequestBody(Data(bytes)) == RequestBody(bytes) && RequestBody(Data()).isEmpty)
    }

    @Test func downloadsAndResponses() async throws {
        let client = GitLabClient.scripted(ScriptedTransport { _, _ in .response("hello") })
        #expect(try await client.download(DownloadThing(1)).data(upTo: 5) == Data("hello".utf8))
        let download = try await client.download(DownloadThing(1))
        #expect(try await gitLabError { try await download.data(upTo: 4) }.kind == .tooLong)
        #expect(try await client.raw(GetThing(1)).data == Data("hello".utf8))
    }

    /// The test is that these compile: each could be bytes or data.
    @Test func bytesAreStillMeantByLiteralsAndInitialisers() throws {
        #expect(try JSONValue(json: [0x5B, 0x5D]) == [])
        #expect(try JSONValue(json: .init("[]".utf8)) == [])
        #expect(try JSONValue(json: [0x5B] + "1".utf8 + [0x5D]) == [1])
        #expect(RequestBody([]).isEmpty && RequestBody([1, 2]).length == 2)
        #expect(RequestBody(.init("ab".utf8)).bytes == Array("ab".utf8))
        #expect(RequestBody(.init(repeating: 97, count: 2)).bytes == [97, 97])
        #expect(throws: JSONError.self) { try JSONValue(json: .init(repeating: 97, count: 2)) }
    }
}
