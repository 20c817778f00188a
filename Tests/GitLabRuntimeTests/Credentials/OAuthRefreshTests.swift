// Renewing tokens at GitLab itself.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite(.timeLimit(.minutes(5))) struct OAuthRefreshTests {
    private actor Store {
        private(set) var stored: [OAuthTokens] = []
        func store(_ tokens: OAuthTokens) { stored.append(tokens) }
    }

    private let clock = FixedClock()
    private let store = Store()

    private func refresh(expiry: Date?, secret: String? = "client s3cret&") -> OAuthRefresh {
        OAuthRefresh(
            clientID: "id-1", clientSecret: secret, redirectURI: "https://app.example.com/back",
            tokens: OAuthTokens(accessToken: "access-s3cret-0", refreshToken: "refresh-s3cret-0", expiry: expiry)
        ) { [store] in await store.store($0) }
    }

    private func client(
        _ refresh: OAuthRefresh,
        base: String = "https://gitlab.example.com/gitlab",
        _ token: @escaping @Sendable (Int) async throws -> TransportResponse
    ) -> (GitLabClient, ScriptedTransport) {
        let transport = ScriptedTransport { sent, count in
            sent.path.hasSuffix("/oauth/token") ? try await token(count) : .json(#"{"id":1}"#)
        }
        let client = GitLabClient.scripted(transport, base: base, credentials: .oauth(refresh)).with {
            $0.clock = clock
        }
        return (client, transport)
    }

    private static func grant(_ number: Int, refresh: Bool = true) -> TransportResponse {
        .json(
            #"{"access_token":"access-s3cret-\#(number)","token_type":"Bearer","expires_in":7200,"#
                + (refresh ? #""refresh_token":"refresh-s3cret-\#(number)","# : "")
                + #""scope":"api","created_at":1607635748}"#)
    }

    /// Not for each request, as a token with no life left would be.
    @Test(arguments: [0, -7_200]) func aGrantWithoutALifeIsNotRenewedAtOnce(seconds: Int) async throws {
        let (client, transport) = client(refresh(expiry: clock.date - 1)) { _ in
            .json(#"{"access_token":"access-s3cret-1","refresh_token":"r","expires_in":\#(seconds)}"#)
        }
        for _ in 0..<10 { _ = try await client.things.get(1) }
        #expect(transport.sent.filter { $0.path.hasSuffix("/oauth/token") }.count == 1)
    }

    @Test func aGoodTokenIsUsedAsItIs() async throws {
        for expiry in [clock.date + 3_600, nil] {
            let (client, transport) = client(refresh(expiry: expiry)) { _ in Self.grant(1) }
            _ = try await client.things.get(1)
            #expect(transport.sent.map { $0.field("authorization") } == ["Bearer access-s3cret-0"])
        }
        #expect(await store.stored.isEmpty)
    }

    @Test func anExpiredOneIsRenewedAndStored() async throws {
        let (client, transport) = client(refresh(expiry: clock.date - 1)) { Self.grant($0 + 1) }
        _ = try await client.things.get(1)
        let request = try #require(transport.sent.first)
        #expect(request.head.method == .post && request.head.authority == "gitlab.example.com")
        #expect(request.head.scheme == "https" && request.path == "/gitlab/oauth/token")
        #expect(request.field("content-type") == "application/x-www-form-urlencoded")
        #expect(request.field("authorization") == nil)
        #expect(
            String(decoding: request.body.bytes ?? [], as: UTF8.self)
                == "grant_type=refresh_token&refresh_token=refresh-s3cret-0&client_id=id-1"
                + "&client_secret=client%20s3cret%26&redirect_uri=https%3A%2F%2Fapp.example.com%2Fback")
        #expect(transport.sent.last?.field("authorization") == "Bearer access-s3cret-1")
        let first = OAuthTokens(
            accessToken: "access-s3cret-1", refreshToken: "refresh-s3cret-1", expiry: clock.date + 7_200)
        #expect(await store.stored == [first])
        // The next renewal is for the refresh token that came with this one.
        clock.advance(7_141)
        _ = try await client.things.get(1)
        let second = String(decoding: transport.sent[2].body.bytes ?? [], as: UTF8.self)
        #expect(second.contains("refresh_token=refresh-s3cret-1&"))
        #expect(await store.stored.map(\.refreshToken) == ["refresh-s3cret-1", "refresh-s3cret-3"])
    }

    @Test func atTheTopAndWithoutASecret() async throws {
        let (client, transport) = client(
            refresh(expiry: clock.date, secret: nil), base: "https://gitlab.example.com/api/v4"
        ) { _ in Self.grant(1, refresh: false) }
        _ = try await client.things.get(1)
        #expect(transport.sent.first?.path == "/oauth/token")
        #expect(!String(decoding: transport.sent[0].body.bytes ?? [], as: UTF8.self).contains("client_secret"))
        #expect(await store.stored.map(\.refreshToken) == ["refresh-s3cret-0"])
    }

    @Test func aRejectedRefreshTokenIsNotTriedAgain() async throws {
        let (client, transport) = client(refresh(expiry: clock.date)) { _ in
            .json(
                #"{"error":"invalid_grant","error_description":"The grant refresh-s3cret-0 is revoked."}"#, status: 400,
                ["X-Request-Id": "r-1"])
        }
        for _ in 0..<3 {
            let error = try await gitLabError { try await client.things.get(1) }
            #expect(error.kind == .credentials && error.status == 400 && error.code == "invalid_grant")
            #expect(error.requestID == "r-1" && error.path == "/gitlab/oauth/token")
            #expect(error.message.hasSuffix("invalid_grant: The grant [redacted] is revoked."), "\(error)")
            #expect(!"\(error)\(String(reflecting: error))".contains("s3cret"))
        }
        #expect(transport.sent.count == 1)
    }

    private enum Failure: CaseIterable {
        case proxy, redirect, empty, emptyToken, unreachable

        var response: TransportResponse {
            get throws {
                switch self {
                case .proxy: .response("<html>", status: 502)
                case .redirect: .response("", status: 302, ["Location": "https://evil.example.com/"])
                case .empty: .json("{}")
                case .emptyToken: .json(#"{"access_token":""}"#)
                case .unreachable: throw URLError(.cannotFindHost)
                }
            }
        }

        var expected: (kind: GitLabError.Kind, words: String) {
            switch self {
            case .proxy: (.credentials, "502 Bad Gateway")
            case .redirect: (.credentials, "302")
            case .empty, .emptyToken: (.credentials, "no access token")
            case .unreachable: (.transport, "no response")
            }
        }
    }

    @Test(arguments: Failure.allCases)
    private func otherFailuresAreTriedAgain(_ failure: Failure) async throws {
        let (kind, words) = failure.expected
        let (client, transport) = client(refresh(expiry: clock.date)) { count in
            count == 0 ? try failure.response : Self.grant(1)
        }
        let error = try await gitLabError { try await client.things.get(1) }
        #expect(error.kind == kind && error.message.contains(words), "\(error)")
        #expect(error.message.hasPrefix("the access token could not be renewed: "))
        #expect(transport.sent.map(\.path) == ["/gitlab/oauth/token"])
        _ = try await client.things.get(1)
        #expect(await store.stored.count == 1)
    }

    @Test func oneThatDoesNotAnswerIsGivenUp() async throws {
        let transport = ScriptedTransport { _, _ in
            try await Task.sleep(for: .seconds(600))
            return .json("{}")
        }
        let client = GitLabClient.scripted(transport, credentials: .oauth(refresh(expiry: .distantPast))).with {
            $0.timeouts.response = .milliseconds(20)
        }
        let error = try await gitLabError { try await client.things.get(1) }
        #expect(error.kind == .timeout && error.message.contains("0.02 s"), "\(error)")
    }

    /// A refresh token is valid for one renewal, also where two credentials share it.
    @Test func sharedByTwoClientsItRenewsOnce() async throws {
        let refresh = refresh(expiry: clock.date)
        let transport = ScriptedTransport { sent, count in
            guard sent.path.hasSuffix("/oauth/token") else { return .json(#"{"id":1}"#) }
            try await Task.sleep(for: .milliseconds(30))
            return Self.grant(1)
        }
        let clients = (0..<2).map { _ in
            GitLabClient.scripted(transport, credentials: .oauth(refresh)).with { $0.clock = clock }
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in clients { group.addTask { _ = try await client.things.get(1) } }
            try await group.waitForAll()
        }
        #expect(transport.sent.filter { $0.path.hasSuffix("/oauth/token") }.count == 1)
    }

    @Test func nothingOfItShows() throws {
        let tokens = OAuthTokens(accessToken: "a-s3cret", refreshToken: "r-s3cret", expiry: clock.date)
        let values: [Any] = [tokens, [tokens], refresh(expiry: nil), AccessToken("t-s3cret"), Optional(tokens) as Any]
        for value in values {
            var text = "\(value)" + String(reflecting: value) + String(describing: Mirror(reflecting: value).children)
            dump(value, to: &text)
            #expect(!text.contains("s3cret"), "\(text)")
        }
        let stored = try JSONEncoder().encode(tokens)
        #expect(try JSONDecoder().decode(OAuthTokens.self, from: stored) == tokens)
    }

    // MARK: - Storing

    private struct KeychainError: Error, CustomStringConvertible {
        let code: Int
        var description: String { "s3cret" }
    }

    /// Fails as often as configured.
    private actor FailingStore {
        private(set) var stored: [String] = []
        private(set) var calls = 0
        private var failures: Int

        init(failures: Int) { self.failures = failures }

        func store(_ tokens: OAuthTokens) throws {
            calls += 1
            if failures > 0 {
                failures -= 1
                throw KeychainError(code: calls)
            }
            stored.append(tokens.accessToken)
        }
    }

    private func refresh(expiry: Date?, _ store: FailingStore) -> OAuthRefresh {
        OAuthRefresh(
            clientID: "id-1",
            tokens: OAuthTokens(accessToken: "access-s3cret-0", refreshToken: "refresh-s3cret-0", expiry: expiry)
        ) { try await store.store($0) }
    }

    /// The call ends in time; the tokens are stored for later ones.
    @Test func aCallDoesNotOutlastItsTimeWhileTokensAreStored() async throws {
        let (stored, done) = AsyncStream<Void>.makeStream()
        let refresh = OAuthRefresh(
            clientID: "id-1",
            tokens: OAuthTokens(accessToken: "a-0", refreshToken: "r-0", expiry: .distantPast)
        ) { _ in for await _ in stored { break } }
        let transport = ScriptedTransport { sent, _ in
            sent.path.hasSuffix("/oauth/token") ? Self.grant(1) : .json(#"{"id":1}"#)
        }
        let client = GitLabClient.scripted(transport, credentials: .oauth(refresh))
        let error = try await gitLabError {
            try await client.with { $0.timeouts.call = .milliseconds(50) }.things.get(1)
        }
        #expect(error.kind == .timeout && (error.underlying as? TimeoutError)?.limit == .call, "\(error)")
        let waiting = (0..<100).map { _ in Task { try await client.things.get(1) } }
        for task in waiting[..<50] {
            task.cancel()
            await #expect(throws: CancellationError.self) { try await task.value }
        }
        done.yield()
        for task in waiting[50...] { _ = try await task.value }
        #expect(transport.sent.map(\.path).filter { $0.hasSuffix("/oauth/token") }.count == 1)
    }

    /// Also where the old token would still be valid: GitLab revokes it with the renewal.
    @Test(arguments: [-1.0, 0, 30]) func whatCouldNotBeStoredIsKeptAndStoredAgain(_ life: Double) async throws {
        let store = FailingStore(failures: 2)
        let refresh = refresh(expiry: clock.date + life, store)
        let (client, transport) = client(refresh) { Self.grant($0 + 1) }
        if life > 0 {
            _ = try await client.things.get(1)
            clock.advance(Int(life) - 1)
        }
        let before = transport.sent.count
        for call in 1...2 {
            let error = try await gitLabError { try await client.things.get(1) }
            #expect(error.kind == .tokenStorage && (error.underlying as? KeychainError)?.code == call, "\(error)")
            #expect(error.message.contains("KeychainError") && !"\(error)".contains("s3cret"), "\(error)")
            #expect(error.attempts == 0)
        }
        #expect(transport.sent.count == before + 1)
        #expect(await refresh.tokens.accessToken == "access-s3cret-\(before + 1)")
        _ = try await client.things.get(1)
        _ = try await client.things.get(1)
        #expect(await store.stored == ["access-s3cret-\(before + 1)"])
        #expect(await store.calls == 3)
        #expect(transport.sent.count == before + 3)
        #expect(transport.sent.last?.field("authorization") == "Bearer access-s3cret-\(before + 1)")
    }

    /// GitLab revoked the old token before its time: the rejected request fails, and the next one stores.
    @Test func afterARejectionToo() async throws {
        let store = FailingStore(failures: 1)
        let transport = ScriptedTransport { sent, count in
            if sent.path.hasSuffix("/oauth/token") { return Self.grant(1) }
            return sent.field("authorization") == "Bearer access-s3cret-1"
                ? .json(#"{"id":1}"#) : .json(#"{"error":"invalid_token","error_description":"Expired."}"#, status: 401)
        }
        let client = GitLabClient.scripted(
            transport, credentials: .oauth(refresh(expiry: clock.date + 3_600, store))
        ).with { $0.clock = clock }
        #expect(try await gitLabError { try await client.things.get(1) }.kind == .tokenStorage)
        _ = try await client.things.get(1)
        #expect(transport.sent.filter { $0.path.hasSuffix("/oauth/token") }.count == 1)
        #expect(await store.stored == ["access-s3cret-1"])
    }

    /// Tokens that were kept until they expired are stored, and then renewed.
    @Test func whatExpiredMeanwhileIsRenewedAfterStoring() async throws {
        let store = FailingStore(failures: 1)
        let (client, transport) = client(refresh(expiry: clock.date, store)) { Self.grant($0 + 1) }
        _ = try await gitLabError { try await client.things.get(1) }
        clock.advance(7_201)
        _ = try await client.things.get(1)
        #expect(await store.stored == ["access-s3cret-1", "access-s3cret-2"])
        #expect(transport.sent.map(\.path).filter { $0.hasSuffix("/oauth/token") }.count == 2)
    }

    @Test func allWhoWaitHearOfIt() async throws {
        let store = FailingStore(failures: 1)
        let (client, transport) = client(refresh(expiry: clock.date, store)) { count in
            try await Task.sleep(for: .milliseconds(30))
            return Self.grant(count + 1)
        }
        let kinds = await withTaskGroup(of: GitLabError.Kind?.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    do { _ = try await client.things.get(1) } catch { return (error as? GitLabError)?.kind }
                    return nil
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(kinds.contains(.tokenStorage))
        // One that came late may have had it stored already.
        if !kinds.contains(nil) { _ = try await client.things.get(1) }
        #expect(await store.stored == ["access-s3cret-1"])
        #expect(transport.sent.filter { $0.path.hasSuffix("/oauth/token") }.count == 1)
    }

    /// A session of an app as it is usually written: a class on the main actor whose method stores.
    @MainActor private final class Session {
        private(set) var stored: [String] = []

        func store(_ tokens: OAuthTokens) throws { stored.append(tokens.accessToken) }

        func client(_ transport: ScriptedTransport) -> GitLabClient {
            let tokens = OAuthTokens(accessToken: "a-0", refreshToken: "r-0", expiry: .distantPast)
            let refresh = OAuthRefresh(clientID: "id", tokens: tokens) { [weak self] in try await self?.store($0) }
            // The method itself will do too.
            _ = OAuthRefresh(clientID: "id", tokens: tokens, onRenewal: store)
            return GitLabClient.scripted(transport, credentials: .oauth(refresh))
        }
    }

    @MainActor @Test func aClassOnTheMainActorStores() async throws {
        let session = Session()
        let transport = ScriptedTransport { sent, _ in
            sent.path.hasSuffix("/oauth/token") ? Self.grant(1) : .json(#"{"id":1}"#)
        }
        _ = try await session.client(transport).things.get(1)
        #expect(session.stored == ["access-s3cret-1"])
    }
}
