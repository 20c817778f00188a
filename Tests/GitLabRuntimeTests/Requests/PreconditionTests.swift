// Conditions on the present state of a thing: which failures are theirs.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct PreconditionTests {
    private struct Change: GitLabRequest {
        typealias Response = EmptyResponse
        static let endpoint = Endpoint(
            "things.change", .put, "/things/1",
            preconditions: [.init("sha", status: 409), .init("last_commit_id", status: 400, words: "has changed")])
        var body: Parameters = [:]
        var since: Date?

        func addHeaders(to headers: inout ParameterEncoder) { headers.add("If-Unmodified-Since", since) }
        func addBody(to body: inout ParameterEncoder) { body.add(contentsOf: self.body) }
    }

    private func error(_ change: Change, status: Int, _ message: String = "No") async throws -> GitLabError {
        let client = GitLabClient.scripted(
            ScriptedTransport { _, _ in .json(#"{"message": "\#(message)"}"#, status: status) })
        return try await gitLabError { try await client.send(change) }
    }

    @Test("A status of its own is that of the condition, if the attribute was sent")
    func ownStatus() async throws {
        let broken = try await error(Change(body: ["sha": "1a2b"]), status: 409, "SHA does not match")
        #expect(broken.kind == .preconditionFailed)
        #expect(broken.failedPrecondition == "sha")
        #expect(broken.status == 409)
        #expect(broken.message.hasPrefix("SHA does not match Get it again") || broken.message.contains("Get it again"))
        let other = try await error(Change(body: ["name": "a"]), status: 409)
        #expect(other.kind == .conflict)
        #expect(other.failedPrecondition == nil)
    }

    @Test("A status that others have needs the words of the message too")
    func words() async throws {
        let change = Change(body: ["last_commit_id": "1a2b"])
        #expect(try await error(change, status: 400, "The file has changed").failedPrecondition == "last_commit_id")
        #expect(try await error(change, status: 400, "No such branch").kind == .badRequest)
        #expect(try await error(change, status: 409).kind == .conflict)
    }

    @Test("The attribute may stand in a hash of an array")
    func nested() async throws {
        let actions: ParameterValue = .array([
            .object(["action": "update"]), .object(["action": "delete", "last_commit_id": "1a2b"]),
        ])
        let broken = try await error(Change(body: ["actions": actions]), status: 400, "a.txt has changed")
        #expect(broken.kind == .preconditionFailed)
        let unconditional: ParameterValue = .array([.object(["action": "update", "last_commit_id": nil])])
        #expect(
            try await error(Change(body: ["actions": unconditional]), status: 400, "has changed").kind == .badRequest)
    }

    @Test("412 names the header field, and stays what it is without one")
    func unmodified() async throws {
        let broken = try await error(Change(since: Date()), status: 412)
        #expect(broken.failedPrecondition == "If-Unmodified-Since")
        let other = try await error(Change(), status: 412)
        #expect(other.kind == .preconditionFailed)
        #expect(other.failedPrecondition == nil)
    }
}
