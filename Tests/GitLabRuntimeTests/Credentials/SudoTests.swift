// Requests in the name of another user.

import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite struct SudoTests {
    private func client(
        _ credentials: Credentials = .personalAccessToken("glpat-1")
    ) -> (GitLabClient, ScriptedTransport) {
        let transport = ScriptedTransport { _, _ in .json(#"{"id":1}"#) }
        return (GitLabClient.scripted(transport, credentials: credentials), transport)
    }

    @Test func byIDAndByName() async throws {
        let (client, transport) = client()
        var always = client
        always.configuration.sudo = "Alice.B-c_d"
        _ = try await client.with { $0.sudo = 42 }.things.get(1)
        _ = try await client.sudo("alice").things.get(1)
        _ = try await client.sudo(7).things.get(1)
        _ = try await always.things.get(1)
        _ = try await always.with { $0.sudo = nil }.things.get(1)
        _ = try await client.things.get(1)
        #expect(transport.sent.map { $0.field("sudo") } == ["42", "alice", "7", "Alice.B-c_d", nil, nil])
    }

    @Test func itIsNotPartOfAnInspectedRequest() throws {
        let (client, _) = client()
        #expect(try client.sudo("alice").httpRequest(for: GetThing(1)).head.headerFields[.sudo] == nil)
    }

    @Test(arguments: ["", "a b", "a\r\nX: y", "a\0", "ä"]) func otherNamesAreRejected(name: String) async throws {
        let (client, transport) = client()
        let error = try await gitLabError { try await client.sudo(name).things.get(1) }
        #expect(error.kind == .invalidRequest && error.message.contains("sudo") && transport.sent.isEmpty)
    }

    @Test(arguments: CredentialsCase.inFields) func notEveryTokenCan(_ some: CredentialsCase) async throws {
        let (client, transport) = client(some.credentials)
        if ["job", "cookie"].contains(some.name) {
            let error = try await gitLabError { try await client.sudo("alice").things.get(1) }
            #expect(error.kind == .invalidRequest && transport.sent.isEmpty)
            #expect(error.message.contains(some.credentials.name) && !error.message.contains(CredentialsCase.secret))
        } else {
            _ = try await client.sudo("alice").things.get(1)
            #expect(transport.sent.map { $0.field("sudo") } == ["alice"])
        }
    }

    @Test func withoutCredentialsThereIsNone() async throws {
        let (client, transport) = client(.none)
        let error = try await gitLabError { try await client.sudo(1).things.get(1) }
        #expect(error.kind == .invalidRequest && error.message.contains("no credentials") && transport.sent.isEmpty)
    }
}
