// The outermost shapes of responses: alternatives are read, and nothing else.

import Testing

@testable import GitLabRuntime

@Suite struct ResponseReaderTests {
    private func client(_ body: String, status: Int = 200) -> Things {
        GitLabClient.scripted(ScriptedTransport { _, _ in .response(body, status: status) }).things
    }

    @Test(arguments: [(204, ""), (201, ""), (202, #"{"message":"202 Accepted"}"#), (200, "null"), (200, "anything")])
    func emptyResponsesHoldNothing(status: Int, body: String) async throws {
        try await client(body, status: status).delete(1)
        let transport = ScriptedTransport { _, _ in .response(body, status: status) }
        #expect(try await GitLabClient.scripted(transport).send(StarThing(id: 1)) == EmptyResponse())
    }

    @Test(arguments: [(200, "null"), (200, " null\n"), (200, ""), (204, ""), (200, " \r\n")])
    func anOptionalMayBeNothing(status: Int, body: String) async throws {
        #expect(try await client(body, status: status).rule() == nil)
    }

    @Test func anOptionalMayBeSomething() async throws {
        #expect(try await client(#"{"id":3}"#).rule()?.id == 3)
        #expect(try await client(#"[{"id":3}]"#).rule()?.id == 3)
        let error = try await gitLabError { try await client(#"{"id":"x"}"#).rule() }
        #expect(error.kind == .decoding)
    }

    @Test(arguments: ["null", "", " "]) func whatIsNotOptionalMustBeThere(body: String) async throws {
        #expect(try await gitLabError { try await client(body).get(1) }.kind == .decoding)
        #expect(try await gitLabError { try await client(body).parts() }.kind == .decoding)
        #expect(try await gitLabError { try await client(body).languages() }.kind == .decoding)
    }

    @Test(arguments: ["plain text\n", "\"quoted\"", "", "null"]) func aTextIsTheBodyItself(body: String) throws {
        #expect(try ResponseReader.read(String.self, from: Array(body.utf8)) == body)
        #expect(throws: (any Error).self) { try ResponseReader.read(String.self, from: [0x61, 0xFF]) }
    }

    @Test func mapsAreRead() async throws {
        #expect(try await client(#"{"Ruby":66.5,"C++":30}"#).languages() == ["Ruby": 66.5, "C++": 30])
        #expect(try await client("{}").languages() == [:])
    }

    @Test func listsWithoutPagesAreRead() async throws {
        #expect(try await client(#"[{"id":1},{"id":2}]"#).parts().map(\.id) == [1, 2])
        #expect(try await client("[]").parts() == [])
    }

    @Test func anArrayOfOneIsTheObject() async throws {
        #expect(try await client("\n" + #"[{"id":7,"name":"x"}]"#).get(1).name == "x")
    }

    @Test func anObjectIsAnArrayOfOne() async throws {
        #expect(try await client(#" {"id":7}"#).parts().map(\.id) == [7])
        #expect(try await client(#"{"id":7}"#).list().page(1).items.map(\.id) == [7])
    }

    /// The message is that of the requested type, not of the attempts after it.
    @Test(arguments: ["[]", #"[{"id":1},{"id":2}]"#, #"[{"id":"x"}]"#, "[[{\"id\":1}]]", "7", #""x""#])
    func otherArraysAreNoObjects(body: String) async throws {
        let error = try await gitLabError { try await client(body).get(1) }
        let bytes = Array(body.utf8)
        let strict = #expect(throws: DecodingError.self) { try ResponseDecoder.decode(Thing.self, from: bytes) }
        #expect(error.kind == .decoding)
        #expect(error.message == "the response could not be read: \(try #require(strict).placeAndReason(in: bytes))")
    }

    @Test(arguments: [#"{"message":"no"}"#, "{}", "7"]) func otherObjectsAreNoArrays(body: String) async throws {
        #expect(try await gitLabError { try await client(body).parts() }.kind == .decoding)
    }

    /// A document that strict reading accepts has the same value in tolerant reading.
    @Test func anythingStaysWhatItIs() async throws {
        let transport = ScriptedTransport { _, _ in .json(#"[{"id":1}]"#) }
        #expect(try await GitLabClient.scripted(transport).send(AnyThing()) == [["id": 1]])
    }

    @Test func insideAResponseNothingIsTolerated() async throws {
        let error = try await gitLabError { try await client(#"{"id":1,"visibility":["private"]}"#).get(1) }
        #expect(error.kind == .decoding && error.message.contains("visibility"), "\(error)")
    }
}
