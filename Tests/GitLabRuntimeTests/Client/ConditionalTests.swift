// Conditional reads and writes.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct ConditionalTests {
    private func client(
        _ script: @escaping @Sendable (ScriptedTransport.Sent, Int) async throws -> TransportResponse
    ) -> (GitLabClient, ScriptedTransport) {
        let transport = ScriptedTransport(script)
        return (GitLabClient.scripted(transport), transport)
    }

    @Test func onlyWhatHasChangedComes() async throws {
        let (client, transport) = client { sent, _ in
            sent.field("if-none-match") == #"W/"2""#
                ? .response("", status: 304, ["ETag": #"W/"2""#])
                : .json(#"{"id":1}"#, ["ETag": #"W/"2""#])
        }
        let first = try await client.send(GetThing(1), ifNoneMatch: nil)
        let tag = EntityTag(rawValue: #"W/"2""#)
        guard case .modified(let thing, tag) = first else {
            Issue.record("\(first)")
            return
        }
        #expect(thing.id == 1)
        let second = try await client.send(GetThing(1), ifNoneMatch: tag)
        #expect(second == .notModified && second.value == nil)
        let third = try await client.send(GetThing(1), ifNoneMatch: EntityTag(rawValue: #""1""#))
        #expect(third.value?.id == 1)
        #expect(transport.sent.map { $0.field("if-none-match") } == [nil, #"W/"2""#, #""1""#])
    }

    @Test func withoutATagThereIsNoCondition() async throws {
        let (client, _) = client { _, count in
            count == 0 ? .json(#"{"id":1}"#) : .response("", status: 304)
        }
        #expect(try await client.send(GetThing(1), ifNoneMatch: nil) == .modified(Thing(id: 1), nil))
        // A server that responds so nevertheless has sent nothing.
        #expect(try await gitLabError { try await client.send(GetThing(1), ifNoneMatch: nil) }.kind == .notModified)
    }

    @Test func onlyReadingAndOnlyTagsOfServers() async throws {
        let (client, transport) = client { _, _ in .json(#"{"id":1}"#) }
        let write = try await gitLabError {
            try await client.send(EditThing(1) { $0.visibility = .public }, ifNoneMatch: nil)
        }
        #expect(write.kind == .invalidRequest)
        for tag in ["", "a b", "\"a\"\r\nX: y", "\"\0\""] {
            let error = try await gitLabError {
                try await client.send(GetThing(1), ifNoneMatch: EntityTag(rawValue: tag))
            }
            #expect(error.kind == .invalidRequest)
        }
        #expect(transport.sent.isEmpty)
    }

    @Test func otherFailuresAreErrors() async throws {
        let (client, _) = client { _, _ in .json(#"{"message":"404 Not found"}"#, status: 404) }
        let error = try await gitLabError {
            try await client.send(GetThing(1), ifNoneMatch: EntityTag(rawValue: "\"1\""))
        }
        #expect(error.kind == .notFound)
    }

    @Test func aStarThatIsThereIsNotModified() async throws {
        let (client, _) = client { _, _ in .response("", status: 304) }
        let error = try await gitLabError { try await client.send(StarThing(id: 1)) }
        #expect(error.kind == .notModified && error.status == 304 && error.message == "304 Not Modified")
    }

    @Test func whatWasChangedMeanwhileIsNotDeleted() async throws {
        let (client, transport) = client { _, _ in .json(#"{"message":"412 Precondition Failed"}"#, status: 412) }
        let error = try await gitLabError {
            try await client.send(DeleteThing(1) { $0.ifUnmodifiedSince = Date(timeIntervalSince1970: 0) })
        }
        #expect(error.kind == .preconditionFailed && error.status == 412)
        #expect(transport.sent.first?.field("if-unmodified-since") == "Thu, 01 Jan 1970 00:00:00 GMT")
    }

    @Test func tagsAreStored() throws {
        let tag = EntityTag(rawValue: "W/\"a\"")
        #expect(try JSONDecoder().decode([EntityTag].self, from: JSONEncoder().encode([tag])) == [tag])
        #expect("\(tag)" == "W/\"a\"")
    }
}
