// Each kind of credentials in its place, and nowhere else.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

/// All kinds of credentials with this secret, as they are sent.
struct CredentialsCase: Sendable, CustomTestStringConvertible {
    let name: String
    let credentials: Credentials
    /// The field and its value, or the parameter and its value.
    var field: (name: String, value: String)?
    var parameter: (name: String, value: String)?
    var testDescription: String { name }

    static let secret = "glpat-s3cret/+0123456789"

    static let inFields: [CredentialsCase] = [
        CredentialsCase(
            name: "personal", credentials: .personalAccessToken(secret), field: ("private-token", secret)),
        CredentialsCase(name: "project", credentials: .projectAccessToken(secret), field: ("private-token", secret)),
        CredentialsCase(name: "group", credentials: .groupAccessToken(secret), field: ("private-token", secret)),
        CredentialsCase(
            name: "impersonation", credentials: .impersonationToken(secret), field: ("private-token", secret)),
        CredentialsCase(
            name: "oauth", credentials: .oauth(accessToken: secret), field: ("authorization", "Bearer \(secret)")),
        CredentialsCase(
            name: "provider", credentials: .oauth(SteadyTokens(token: secret)),
            field: ("authorization", "Bearer \(secret)")),
        CredentialsCase(name: "job", credentials: .jobToken(secret), field: ("job-token", secret)),
        CredentialsCase(
            name: "cookie", credentials: .sessionCookie(secret), field: ("cookie", "_gitlab_session=\(secret)")),
    ]

    static let inQuery: [CredentialsCase] = inFields.dropLast().map { some in
        let parameter =
            switch some.name {
            case "oauth", "provider": "access_token"
            case "job": "job_token"
            default: "private_token"
            }
        return CredentialsCase(
            name: "\(some.name) in the query", credentials: some.credentials.sentInQuery(),
            parameter: (parameter, "glpat-s3cret%2F%2B0123456789"))
    }

    static let all = inFields + inQuery
}

/// A provider with one token.
struct SteadyTokens: AccessTokenProvider {
    let token: String
    func accessToken(for request: AccessTokenRequest) -> AccessToken { AccessToken(token) }
}

@Suite struct CredentialsTests {
    private func client(
        _ credentials: Credentials,
        _ script: @escaping @Sendable (ScriptedTransport.Sent, Int) async throws -> TransportResponse = { _, _ in
            .json(#"{"id":1}"#)
        }
    ) -> (GitLabClient, ScriptedTransport) {
        let transport = ScriptedTransport(script)
        return (GitLabClient.scripted(transport, credentials: credentials), transport)
    }

    private static let fields: Set = ["private-token", "job-token", "authorization", "cookie", "sudo"]

    @Test(arguments: CredentialsCase.inFields) func eachHasItsField(_ some: CredentialsCase) async throws {
        let (client, transport) = client(some.credentials)
        _ = try await client.things.get(1)
        let head = try #require(transport.sent.first?.head)
        let carried = head.headerFields.filter { Self.fields.contains($0.name.canonicalName) }
        #expect(carried.map(\.name.canonicalName) == [some.field?.name])
        #expect(carried.map(\.value) == [some.field?.value])
        #expect(carried.allSatisfy { $0.indexingStrategy == .disallow })
        #expect(head.path == "/api/v4/things/1")
    }

    @Test(arguments: CredentialsCase.inQuery) func eachHasItsParameter(_ some: CredentialsCase) async throws {
        let (client, transport) = client(some.credentials) { sent, _ in
            .json(sent.path.contains("/things/1") ? #"{"id":1}"# : "[]")
        }
        let (name, value) = try #require(some.parameter)
        _ = try await client.things.get(1)
        _ = try await client.things.list { $0.topic = ["a"] }.page(2)
        _ = try await client.send(EditThing(1) { $0.visibility = .public })
        #expect(
            transport.sent.map(\.path) == [
                "/api/v4/things/1?\(name)=\(value)", "/api/v4/things?topic=a&page=2&\(name)=\(value)",
                "/api/v4/things/1?\(name)=\(value)",
            ])
        for sent in transport.sent {
            #expect(!sent.head.headerFields.contains { Self.fields.contains($0.name.canonicalName) })
        }
        let preview = try client.httpRequest(for: GetThing(1)).head
        #expect(preview.path == "/api/v4/things/1")
    }

    @Test func noneIsNothing() async throws {
        let (client, transport) = client(.none)
        _ = try await client.things.get(1)
        #expect(transport.sent[0].head.headerFields.map(\.name.canonicalName).sorted() == ["accept", "user-agent"])
        #expect(transport.sent[0].path == "/api/v4/things/1")
    }

    private static let bad = ["", "glpat-a\n", "glpat\r\nX-Evil: 1", "glpat\0x", "gl pat", "glpät", "a\tb", "a\u{7F}"]

    @Test(arguments: bad) func badSecretsAreRejectedAndNotShown(secret: String) async throws {
        let all: [Credentials] = [
            .personalAccessToken(secret), .projectAccessToken(secret), .groupAccessToken(secret),
            .impersonationToken(secret), .oauth(accessToken: secret), .oauth(SteadyTokens(token: secret)),
            .jobToken(secret), .sessionCookie(secret), .personalAccessToken(secret).sentInQuery(),
            .oauth(SteadyTokens(token: secret)).sentInQuery(),
        ]
        for credentials in all {
            let (client, transport) = client(credentials)
            let error = try await gitLabError { try await client.things.get(1) }
            #expect(error.kind == .invalidRequest && error.message.contains("the \(name(credentials)) "), "\(error)")
            #expect(secret.isEmpty || !"\(error)".contains(secret))
            #expect(transport.sent.isEmpty)
        }
    }

    private func name(_ credentials: Credentials) -> String {
        credentials.name.replacing("renewed ", with: "")
    }

    @Test(arguments: ["a;b", "a,b", "a\"b", #"a\b"#]) func aCookieHoldsNothingThatEndsIt(value: String) async throws {
        let (client, transport) = client(.sessionCookie(value))
        let error = try await gitLabError { try await client.things.get(1) }
        #expect(error.kind == .invalidRequest && transport.sent.isEmpty && !"\(error)".contains(value))
    }

    @Test func aCookieHasNoParameter() async throws {
        let (client, transport) = client(.sessionCookie("abc").sentInQuery())
        let error = try await gitLabError { try await client.things.get(1) }
        #expect(error.kind == .invalidRequest && error.message.contains("query") && transport.sent.isEmpty)
    }

    /// An attribute of the request's own wins over the credentials, once.
    @Test func aParameterThatIsThereIsNotDoubled() async throws {
        let (client, transport) = client(Credentials.jobToken("job-1").sentInQuery())
        let request = try CustomRequest(.get, "/things", query: ["job_token": "job-2", "a": "b"])
        _ = try await client.send(request)
        #expect(transport.sent.map(\.path) == ["/api/v4/things?job_token=job-2&a=b"])
    }

    /// Middleware may send a request elsewhere; credentials are not sent along.
    @Test(arguments: ["authority", "port", "scheme"]) func middlewareCannotTakeThemElsewhere(what: String) async throws
    {
        struct Detour: Middleware {
            let what: String
            func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse {
                var request = request
                switch what {
                case "authority": request.head.authority = "evil.example.com"
                case "port": request.head.authority = "gitlab.example.com:8443"
                default: request.head.scheme = "http"
                }
                return try await next(request)
            }
        }
        for some in CredentialsCase.all {
            let (client, transport) = client(some.credentials)
            _ = try await client.with { $0.middleware = [Detour(what: what)] }.things.get(1)
            let sent = try #require(transport.sent.first)
            #expect(!"\(sent.path) \(sent.head.headerFields.map(\.value))".contains("s3cret"))
            #expect(!sent.head.headerFields.contains { Self.fields.contains($0.name.canonicalName) })
        }
    }

    /// GitLab repeats all parameters in its links, the token among them.
    @Test(arguments: CredentialsCase.inQuery) func linksNeitherLeakNorDoubleIt(_ some: CredentialsCase) async throws {
        let (name, value) = try #require(some.parameter)
        let (client, transport) = client(some.credentials) { sent, count in
            guard count < 3 else { return .json(#"[{"id":4}]"#) }
            let link = "https://other.example.com/api/v4/things?\(name)=\(value)&page=\(count + 2)"
            return .json("[{\"id\":\(count)}]", ["Link": "<\(link)>; rel=\"next\""])
        }
        var iterator = client.things.list().makeAsyncIterator()
        var count = 0
        while try await iterator.next() != nil {
            count += 1
            #expect(!"\(iterator)".contains("s3cret"))
        }
        #expect(count == 4 && transport.sent.count == 4)
        #expect(transport.sent.last?.path == "/api/v4/things?page=4&\(name)=\(value)")
        for sent in transport.sent {
            #expect(sent.query.components(separatedBy: "\(name)=").count == 2, "\(sent.path)")
            #expect(sent.head.authority == "gitlab.example.com")
        }
    }

    @Test(arguments: CredentialsCase.all) func theyShowNowhere(_ some: CredentialsCase) async throws {
        let (client, _) = client(some.credentials) { sent, _ in
            struct Talkative: Error { let url: String }
            throw Talkative(url: "https://gitlab.example.com\(sent.path) \(sent.head.headerFields)")
        }
        // Once, so that a provider has been called.
        let error = try await gitLabError { try await client.things.get(1) }
        for text in [
            "\(error)", String(reflecting: error), "\(client)", String(reflecting: client.credentials),
            "\(client.credentials)", dumped(client), dumped(client.credentials), dumped(error),
        ] {
            #expect(!text.contains("s3cret"), "\(text)")
        }
        if some.parameter != nil { #expect(error.underlying.map { "\($0)" }?.contains("s3cret") == false) }
    }

    private func dumped(_ value: some Any) -> String {
        var text = ""
        dump(value, to: &text)
        return text
    }

    @Test(arguments: [
        ("http://gitlab.example.com", true), ("https://gitlab.example.com", false), ("http://localhost:3000", false),
        ("http://gdk.localhost", false), ("http://127.0.0.1:8080", false), ("http://[::1]", false),
        ("http://127.0.0.1.example.com", true), ("http://10.0.0.1", true),
    ])
    func withoutTLSItIsSaid(base: String, isInClear: Bool) async throws {
        let transport = ScriptedTransport { _, _ in .json("{}") }
        let client = GitLabClient.scripted(transport, base: base)
        #expect(client.sendsCredentialsInClear == isInClear)
        #expect("\(client)".contains("credentials without TLS") == isInClear)
        #expect(!GitLabClient.scripted(transport, base: base, credentials: .none).sendsCredentialsInClear)
    }
}
