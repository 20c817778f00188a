// The user agent and the header fields of a configuration: their values, their targets, and rejected names.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite(.timeLimit(.minutes(5))) struct ClientFieldsTests {
    private static let secrets = ["CF-Access-Client-Id": "proxy-id-1", "CF-Access-Client-Secret": "proxy-s3cret-1"]

    private func transport() -> ScriptedTransport { ScriptedTransport { _, _ in .json(#"{"id":1}"#) } }

    @Test(arguments: [
        ("gitlab-swift", "gitlab-swift"), ("", "gitlab-swift"), ("triage-bot/2.1", "triage-bot/2.1 gitlab-swift"),
        ("gitlab-swift-bot", "gitlab-swift-bot gitlab-swift"), ("bot gitlab-swift/1", "bot gitlab-swift/1"),
    ])
    func theApplicationIsNamedFirst(_ given: String, _ sent: String) async throws {
        let transport = transport()
        let client = GitLabClient.scripted(transport).with { $0.userAgent = given }
        _ = try await client.things.get(1)
        _ = try await client.with { $0.sudo = 42 }.things.get(1)
        #expect(transport.sent.map { $0.field("user-agent") } == [sent, sent])
    }

    @Test func fieldsAreSentWithEachRequest() async throws {
        let transport = transport()
        let client = GitLabClient(
            baseURL: URL(string: "https://gitlab.example.com")!, credentials: .personalAccessToken("glpat-1"),
            transport: transport, configuration: .init(headerFields: Self.secrets))
        _ = try await client.things.get(1)
        _ = try await client.things.download(1)
        for sent in transport.sent {
            #expect(sent.field("cf-access-client-secret") == "proxy-s3cret-1")
            #expect(sent.field("cf-access-client-id") == "proxy-id-1" && sent.field("private-token") == "glpat-1")
        }
        #expect(transport.sent.count == 2)
    }

    private struct Setting: Middleware {
        func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse {
            var request = request
            #expect(!"\(request.head.headerFields)".contains("proxy-"))
            request.head.headerFields[HTTPField.Name("CF-Access-Client-Id")!] = "mine"
            return try await next(request)
        }
    }

    @Test func whatAMiddlewareSetsWins() async throws {
        let transport = transport()
        let client = GitLabClient.scripted(transport).with {
            $0.headerFields = Self.secrets
            $0.middleware = [Setting()]
        }
        _ = try await client.things.get(1)
        #expect(transport.sent.map { $0.field("cf-access-client-id") } == ["mine"])
        #expect(transport.sent.map { $0.field("cf-access-client-secret") } == ["proxy-s3cret-1"])
    }

    @Test(arguments: RedirectSecrecyTests.Place.allCases)
    func noOtherOriginGetsThem(_ place: RedirectSecrecyTests.Place) async throws {
        let transport = ScriptedTransport { _, count in
            switch count {
            case 0: .response("", status: 302, ["Location": place.rawValue])
            // Back home: not even then.
            case 1 where place != .home:
                .response("", status: 302, ["Location": "https://gitlab.example.com/api/v4/things/1"])
            default: .json(#"{"id":9}"#)
            }
        }
        let client = GitLabClient.scripted(transport).with { $0.headerFields = Self.secrets }
        _ = try? await client.things.download(1)
        #expect(transport.sent.first?.field("cf-access-client-secret") == "proxy-s3cret-1")
        for sent in transport.sent.dropFirst() {
            let expected = place == .home ? "proxy-s3cret-1" : nil
            #expect(sent.field("cf-access-client-secret") == expected, "\(place)")
            #expect(place == .home || !"\(sent.head)\(sent.head.headerFields)".contains("proxy-"))
        }
        #expect(transport.sent.count > 1 || !place.rawValue.hasPrefix("https"))
    }

    private struct Elsewhere: Middleware {
        func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse {
            var request = request
            request.head.authority = "evil.example.com"
            return try await next(request)
        }
    }

    @Test func aMiddlewareThatGoesElsewhereTakesNoneAlong() async throws {
        let transport = transport()
        let client = GitLabClient.scripted(transport).with {
            $0.headerFields = Self.secrets
            $0.middleware = [Elsewhere()]
        }
        _ = try await client.things.get(1)
        #expect(transport.sent.map { $0.field("cf-access-client-secret") } == [nil])
    }

    @Test func renewingATokenHasThem() async throws {
        let transport = ScriptedTransport { sent, _ in
            sent.path.hasSuffix("/oauth/token") ? .json(#"{"access_token":"a-1"}"#) : .json(#"{"id":1}"#)
        }
        let refresh = OAuthRefresh(
            clientID: "id", tokens: OAuthTokens(accessToken: "a-0", refreshToken: "r-0", expiry: .distantPast)
        ) { _ in }
        let client = GitLabClient.scripted(transport, credentials: .oauth(refresh)).with {
            $0.userAgent = "triage-bot/2.1"
            $0.headerFields = Self.secrets
        }
        _ = try await client.things.get(1)
        #expect(
            transport.sent.map { $0.field("user-agent") } == Array(repeating: "triage-bot/2.1 gitlab-swift", count: 2))
        #expect(transport.sent.allSatisfy { $0.field("cf-access-client-secret") == "proxy-s3cret-1" })
    }

    @Test(arguments: [
        "Authorization", "authorization", "PRIVATE-TOKEN", "Private-Token", "JOB-TOKEN", "Deploy-Token", "Cookie",
    ])
    func credentialsAreRejected(_ name: String) async throws {
        let transport = transport()
        let client = GitLabClient.scripted(transport).with { $0.headerFields[name] = "glpat-s3cret" }
        let error = try await gitLabError { try await client.things.get(1) }
        #expect(error.kind == .invalidRequest && transport.sent.isEmpty && error.attempts == 0)
        #expect(error.message.contains("`\(name)`") && error.message.contains("`credentials`"), "\(error)")
        #expect(!"\(error)".contains("s3cret"))
    }

    @Test(arguments: [
        "Host", "Content-Length", "Content-Type", "Transfer-Encoding", "Connection", "Accept", "Accept-Encoding",
        "User-Agent", "Sudo", "Range", "If-Range", "If-None-Match", "Proxy-Authorization", "Proxy-Connection",
        "HTTP2-Settings", "", "X A", "X\r\nY",
    ])
    func namesOfTheClientAreRejected(_ name: String) async throws {
        let client = GitLabClient.scripted(transport()).with { $0.headerFields[name] = "a" }
        let error = try await gitLabError { try await client.things.get(1) }
        #expect(error.kind == .invalidRequest && error.message.contains("`headerFields`"), "\(error)")
        #expect(throws: GitLabError.self) { try client.httpRequest(for: GetThing(1)) }
    }

    @Test(arguments: ["a\r\nX-Evil: 1", "a\n", "\r", "a\0b", "a\u{7F}", " a", "a "])
    func textsThatAreNoValueAreRejected(_ text: String) async throws {
        for change: @Sendable (inout GitLabClient.Configuration) -> Void in [
            { $0.headerFields["X-A"] = text }, { $0.userAgent = text },
        ] {
            let transport = transport()
            let error = try await gitLabError {
                try await GitLabClient.scripted(transport).with(change).things.get(1)
            }
            #expect(error.kind == .invalidRequest && transport.sent.isEmpty && error.message.contains("cannot be sent"))
        }
    }

    @Test func aNameTwiceIsRejected() async throws {
        let client = GitLabClient.scripted(transport()).with { $0.headerFields = ["X-A": "1", "x-a": "2"] }
        #expect(try await gitLabError { try await client.things.get(1) }.message.contains("twice"))
    }

    @Test func noValueShows() async throws {
        struct Talkative: Error, CustomStringConvertible { let description: String }
        let configuration = GitLabClient.Configuration(headerFields: Self.secrets)
        let client = GitLabClient(baseURL: URL(string: "https://gitlab.example.com")!, configuration: configuration)
        let request = AccessTokenRequest(
            previous: nil, wasRejected: false, baseURL: client.baseURL, transport: client.transport,
            clock: configuration.clock, timeouts: configuration.timeouts, fields: try client.parts.fields.get())
        for value in [configuration, client, request, Optional(configuration) as Any] as [Any] {
            var text = "\(value)" + String(reflecting: value) + String(describing: Mirror(reflecting: value).children)
            dump(value, to: &text)
            #expect(!text.contains("s3cret"), "\(type(of: value))")
        }
        #expect(request.headerFields == Self.secrets && request.userAgent == "gitlab-swift")
        let talkative = ScriptedTransport { sent, count in
            if count == 0 { throw Talkative(description: "failed: \(sent.head.headerFields)") }
            return .json(#"{"message":"no \#(sent.field("cf-access-client-secret") ?? "")"}"#, status: 403)
        }
        for _ in 0..<2 {
            let error = try await gitLabError {
                try await GitLabClient.scripted(talkative).with { $0.headerFields = Self.secrets }.things.get(1)
            }
            #expect(!"\(error)".contains("proxy-s3cret"), "\(error)")
        }
    }
}
