// JSON of any shape, in requests and in models.

import Testing

@testable import GitLabRuntime

@Suite struct FreeFormTests {
    private struct RunThing: GitLabRequest {
        typealias Response = RunOfThing
        static let endpoint = Endpoint("things.run", .post, "/things/run")
        var inputs: [String: JSONValue]?
        var payload: JSONValue?
        var variables: [Variable]?

        init(_ configure: (inout RunThing) -> Void = { _ in }) { configure(&self) }

        func addBody(to body: inout ParameterEncoder) {
            body.add("inputs", inputs)
            body.add("payload", payload)
            body.add("variables", variables)
        }
    }

    private struct Variable: ParameterHash {
        var key: String
        var value: JSONValue?

        func add(to hash: inout ParameterEncoder) {
            hash.add("key", key)
            hash.add("value", value)
        }
    }

    private struct RunOfThing: Codable, Sendable, Equatable {
        var id: Int
        var payload: JSONValue?
        var inputs: [String: JSONValue]?
    }

    private func sent(_ request: RunThing) async throws -> String {
        let transport = ScriptedTransport { _, _ in .json(#"{"id":1}"#) }
        _ = try await GitLabClient.scripted(transport).send(request)
        return String(decoding: try #require(transport.sent.first?.body.bytes), as: UTF8.self)
    }

    @Test func inRequests() async throws {
        let request = RunThing {
            $0.inputs = ["b": [1, 2.5, "x"], "a": ["n": nil, "f": false]]
            $0.payload = "text"
            $0.variables = [Variable(key: "K", value: ["deep": [[]]])]
        }
        #expect(
            try await sent(request) == #"{"inputs":{"a":{"f":false,"n":null},"b":[1,2.5,"x"]},"payload":"text","#
                + #""variables":[{"key":"K","value":{"deep":[[]]}}]}"#)
    }

    @Test func noneIsNotNull() async throws {
        #expect(try await sent(RunThing { $0.payload = nil }) == "")
        #expect(try await sent(RunThing { $0.payload = .some(.null) }) == #"{"payload":null}"#)
    }

    @Test func inModels() async throws {
        let json = #"{"id":1,"payload":[{"x":null}],"inputs":{"a":{"b":9223372036854775808}}}"#
        let transport = ScriptedTransport { _, count in .json(count == 0 ? json : #"{"id":2,"payload":null}"#) }
        let client = GitLabClient.scripted(transport)
        let run = try await client.send(RunThing())
        #expect(run.payload == [["x": nil]])
        #expect(run.inputs == ["a": ["b": .double(9_223_372_036_854_775_808)]])
        #expect(try await client.send(RunThing()) == RunOfThing(id: 2))
    }
}
