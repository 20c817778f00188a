// Access tokens that are renewed: once for all waiting requests, in time, and after a rejection.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

/// Gives out `token-1`, `token-2`, and so on.
private actor CountingTokens: AccessTokenProvider {
    struct Broken: Error { let secret = "s3cret" }

    private(set) var requests: [(previous: String?, wasRejected: Bool)] = []
    var lifetime: Double?
    var isBroken = false
    private var gate: CheckedContinuation<Void, Never>?
    private var isHeld = false

    init(lifetime: Double? = nil) { self.lifetime = lifetime }

    func accessToken(for request: AccessTokenRequest) async throws -> AccessToken {
        requests.append((request.previous?.token, request.wasRejected))
        let number = requests.count
        if isHeld { await withCheckedContinuation { gate = $0 } }
        if isBroken { throw Broken() }
        return AccessToken("token-\(number)", expiry: lifetime.map { request.clock.date + $0 })
    }

    func breakDown() { isBroken = true }
    func hold() { isHeld = true }
    func release() {
        isHeld = false
        gate?.resume()
        gate = nil
    }
    var isWaiting: Bool { gate != nil }
}

@Suite(.timeLimit(.minutes(5))) struct TokenRenewalTests {
    private let clock = FixedClock()

    private func client(
        _ tokens: CountingTokens,
        _ script: @escaping @Sendable (ScriptedTransport.Sent, Int) async throws -> TransportResponse = { _, _ in
            .json(#"{"id":1}"#)
        }
    ) -> (GitLabClient, ScriptedTransport) {
        let transport = ScriptedTransport(script)
        let client = GitLabClient.scripted(transport, credentials: .oauth(tokens)).with { $0.clock = clock }
        return (client, transport)
    }

    private func tokens(_ transport: ScriptedTransport) -> [String?] {
        transport.sent.map { $0.field("authorization")?.replacing("Bearer ", with: "") }
    }

    private static let invalid = #"{"error":"invalid_token","error_description":"Token is expired."}"#

    private func until(_ condition: () async -> Bool) async throws {
        while await !condition() { try await Task.sleep(for: .milliseconds(1)) }
    }

    /// A provider that hangs holds neither this call nor later ones.
    @Test func aRenewalIsPartOfTheCall() async throws {
        let provider = CountingTokens()
        let (plain, transport) = client(provider)
        let clock = TestClock(jumps: false)
        let client = plain.with { $0.clock = clock }
        await provider.hold()
        for round in 1...2 {
            let call = Task { try await client.things.get(1) }
            try await until { await provider.requests.count == round }
            try await until { client.configuration.deadlines.count == 2 }
            clock.advance(by: .seconds(3_600))
            let error = try await gitLabError { try await call.value }
            #expect(error.kind == .timeout)
            #expect(error.underlying as? TimeoutError == TimeoutError(limit: .call, duration: .seconds(3_600)))
        }
        #expect(transport.sent.isEmpty)
        // What comes late is used.
        await provider.release()
        try await until { client.credentials.secrets == ["token-2"] }
        _ = try await client.things.get(1)
        #expect(tokens(transport) == ["token-2"])
    }

    /// A provider may give out what is of no use, or say that it is.
    @Test(arguments: [0.0, -10]) func anExpiredTokenIsNotRenewedForEachRequest(lifetime: Double) async throws {
        let provider = CountingTokens(lifetime: lifetime)
        let (client, transport) = client(provider)
        for _ in 0..<20 { _ = try await client.things.get(1) }
        #expect(await provider.requests.count == 1)
        clock.advance(5)
        _ = try await client.things.get(1)
        #expect(await provider.requests.count == 2)
        #expect(tokens(transport).count == 21)
    }

    @Test func oneTokenServesAll() async throws {
        let provider = CountingTokens()
        let (client, transport) = client(provider)
        await provider.hold()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<200 { group.addTask { _ = try await client.things.get(1) } }
            try await until { await provider.isWaiting }
            try await Task.sleep(for: .milliseconds(20))
            await provider.release()
            try await group.waitForAll()
        }
        #expect(await provider.requests.map(\.previous) == [nil])
        #expect(tokens(transport) == Array(repeating: "token-1", count: 200))
    }

    @Test func itIsRenewedAMinuteBeforeItExpires() async throws {
        let provider = CountingTokens(lifetime: 7_200)
        let (client, transport) = client(provider)
        _ = try await client.things.get(1)
        clock.advance(7_139)
        _ = try await client.things.get(1)
        clock.advance(1)
        _ = try await client.things.get(1)
        _ = try await client.things.get(1)
        #expect(tokens(transport) == ["token-1", "token-1", "token-2", "token-2"])
        #expect(await provider.requests.map(\.previous) == [nil, "token-1"])
        #expect(await provider.requests.map(\.wasRejected) == [false, false])
    }

    /// With a margin of a minute, a token of thirty seconds would be renewed for every request.
    @Test func shortLivesHaveShortMargins() async throws {
        let provider = CountingTokens(lifetime: 30)
        let (client, transport) = client(provider)
        _ = try await client.things.get(1)
        clock.advance(26)
        _ = try await client.things.get(1)
        clock.advance(1)
        _ = try await client.things.get(1)
        #expect(tokens(transport) == ["token-1", "token-1", "token-2"])
    }

    @Test func aRejectedTokenIsRenewedOnceForAll() async throws {
        let provider = CountingTokens()
        let (client, transport) = client(provider) { sent, _ in
            sent.field("authorization") == "Bearer token-1"
                ? .json(Self.invalid, status: 401) : .json(#"{"id":1}"#)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<100 {
                group.addTask { _ = try await client.send(EditThing(1) { $0.visibility = .public }) }
            }
            try await group.waitForAll()
        }
        #expect(await provider.requests.map(\.previous) == [nil, "token-1"])
        #expect(await provider.requests.map(\.wasRejected) == [false, true])
        #expect(tokens(transport).filter { $0 == "token-2" }.count == 100)
        #expect(transport.sent.allSatisfy { !$0.body.isEmpty })
    }

    /// A rejection that comes late, of a token that has been replaced since, replaces nothing.
    @Test func aLateRejectionRenewsNothing() async throws {
        let provider = CountingTokens()
        let (client, transport) = client(provider) { sent, _ in
            guard sent.field("authorization") == "Bearer token-1" else { return .json(#"{"id":1}"#) }
            if sent.path.hasSuffix("/2") {
                while await provider.requests.count < 2 { try await Task.sleep(for: .milliseconds(1)) }
                try await Task.sleep(for: .milliseconds(20))
            }
            return .json(Self.invalid, status: 401)
        }
        let late = Task { try await client.things.get(2) }
        try await until { transport.sent.count == 1 }
        _ = try await client.things.get(1)
        #expect(try await late.value.id == 1)
        #expect(await provider.requests.count == 2)
        #expect(tokens(transport) == ["token-1", "token-1", "token-2", "token-2"])
    }

    @Test func asTheChallengeSaysIt() async throws {
        let provider = CountingTokens()
        let (client, transport) = client(provider) { _, count in
            count == 0
                ? .response("", status: 401, ["WWW-Authenticate": #"Bearer realm="Doorkeeper", error="invalid_token""#])
                : .json(#"{"id":1}"#)
        }
        _ = try await client.things.get(1)
        #expect(tokens(transport) == ["token-1", "token-2"])
    }

    @Test func aSecondRejectionIsTheResponse() async throws {
        let provider = CountingTokens()
        let (client, transport) = client(provider) { _, _ in .json(Self.invalid, status: 401) }
        let error = try await gitLabError { try await client.things.get(1) }
        #expect(error.kind == .unauthorized && error.code == "invalid_token")
        #expect(error.message == "invalid_token: Token is expired.")
        #expect(tokens(transport) == ["token-1", "token-2"])
    }

    @Test(arguments: [(401, #"{"message":"401 Unauthorized"}"#), (403, invalid), (400, invalid)])
    func otherRejectionsAreNotAboutTheToken(status: Int, body: String) async throws {
        let provider = CountingTokens()
        let (client, transport) = client(provider) { _, _ in .json(body, status: status) }
        let error = try await gitLabError { try await client.things.get(1) }
        #expect(error.status == status && error.body == Array(body.utf8))
        #expect(tokens(transport) == ["token-1"])
    }

    @Test func staticTokensAreNotRenewed() async throws {
        let transport = ScriptedTransport { _, _ in .json(Self.invalid, status: 401) }
        let client = GitLabClient.scripted(transport, credentials: .oauth(accessToken: "token-0"))
        #expect(try await gitLabError { try await client.things.get(1) }.kind == .unauthorized)
        #expect(transport.sent.count == 1)
    }

    @Test func whoIsCancelledLeavesTheOthersTheirToken() async throws {
        let provider = CountingTokens()
        let (client, transport) = client(provider)
        await provider.hold()
        let first = Task { try await client.things.get(1) }
        try await until { await provider.isWaiting }
        let second = Task { try await client.things.get(1) }
        first.cancel()
        // At once, and not when the renewal ends.
        await #expect(throws: CancellationError.self) { try await first.value }
        #expect(await provider.isWaiting)
        await provider.release()
        #expect(try await second.value.id == 1)
        #expect(await provider.requests.count == 1)
        #expect(tokens(transport) == ["token-1"])
    }

    @Test func aProviderThatFailsIsAskedAgain() async throws {
        let provider = CountingTokens()
        await provider.breakDown()
        let (client, transport) = client(provider)
        for _ in 0..<2 {
            let error = try await gitLabError { try await client.things.get(1) }
            #expect(error.kind == .credentials && error.underlying is CountingTokens.Broken)
            #expect(error.message.contains("Broken") && !"\(error)".contains("s3cret"))
        }
        #expect(await provider.requests.count == 2)
        #expect(transport.sent.isEmpty)
    }

    @Test func anOldTokenIsUsedWhileItIsGood() async throws {
        let provider = CountingTokens(lifetime: 7_200)
        let (client, transport) = client(provider)
        _ = try await client.things.get(1)
        await provider.breakDown()
        clock.advance(7_150)
        _ = try await client.things.get(1)
        _ = try await client.things.get(1)
        #expect(await provider.requests.count == 2)
        clock.advance(5)
        _ = try await client.things.get(1)
        #expect(await provider.requests.count == 3)
        #expect(tokens(transport) == Array(repeating: "token-1", count: 4))
        clock.advance(60)
        #expect(try await gitLabError { try await client.things.get(1) }.kind == .credentials)
        #expect(transport.sent.count == 4)
    }
}
