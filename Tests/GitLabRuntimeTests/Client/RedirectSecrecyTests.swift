// Not one byte of any credential for another origin, whatever redirects there, and none is lost at the configured
// origin.

import Foundation
import HTTPTypes
import Testing

@testable import GitLabRuntime

@Suite(.timeLimit(.minutes(5))) struct RedirectSecrecyTests {
    static let statuses = [301, 302, 303, 307, 308]

    enum Place: String, CaseIterable, Sendable {
        case home = "https://gitlab.example.com/api/v4/things/9"
        case otherHost = "https://evil.example.com/x"
        case subdomain = "https://sub.gitlab.example.com/x"
        case otherPort = "https://gitlab.example.com:8443/x"
        case withoutTLS = "http://gitlab.example.com/x"
        case withoutTLSElsewhere = "http://evil.example.com/x"
    }

    private func texts(_ sent: ScriptedTransport.Sent) -> String {
        "\(sent.path) \(sent.head.headerFields.map { "\($0.name): \($0.value)" }.joined(separator: " "))".lowercased()
    }

    private func isSecretive(_ text: String) -> Bool {
        ["s3cret", "token", "cookie", "sudo", "authorization", "alice"].contains { text.contains($0) }
    }

    /// Every kind of credentials, every status, every place, for a request and for a download.
    @Test(arguments: CredentialsCase.all) func byStatusAndPlace(_ some: CredentialsCase) async throws {
        let canSudo = !["job", "cookie"].contains { some.name.hasPrefix($0) }
        for status in Self.statuses {
            for place in Place.allCases {
                for isDownload in [false, true] {
                    let transport = ScriptedTransport { sent, count in
                        count == 0
                            ? .response("", status: status, ["Location": place.rawValue, "Set-Cookie": "a=s3cret"])
                            : .json(#"{"id":9}"#)
                    }
                    var client = GitLabClient.scripted(transport, credentials: some.credentials)
                    if canSudo { client = client.sudo("alice") }
                    var error: (any Error)?
                    do {
                        if isDownload {
                            _ = try await client.things.download(1)
                        } else {
                            _ = try await client.things.get(1)
                        }
                    } catch let thrown {
                        error = thrown
                    }
                    let what: Comment = "\(status) to \(place), download: \(isDownload)"
                    let isFollowed = place == .home || isDownload && place.rawValue.hasPrefix("https")
                    #expect(transport.sent.count == (isFollowed ? 2 : 1), what)
                    #expect(isSecretive(texts(transport.sent[0])), what)
                    guard isFollowed else {
                        #expect((error as? GitLabError)?.kind == .redirect, what)
                        #expect(!"\(String(describing: error))".contains("s3cret"), what)
                        continue
                    }
                    #expect(error == nil, what)
                    #expect(isSecretive(texts(transport.sent[1])) == (place == .home), what)
                    if place == .home { #expect(transport.sent[1].field("sudo") == (canSudo ? "alice" : nil), what) }
                }
            }
        }
    }

    /// The same over sockets: all bytes that the second server receives are searched.
    @Test func byteForByte() async throws {
        let other = try SocketServer { _ in
            [.send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\nConnection: close\r\n\r\n{\"id\":9}")]
        }
        defer { other.stop() }
        let home = try SocketServer { request in
            let words = request.line.split(separator: " ")
            let path = words[1].split(separator: "?")[0].split(separator: "/")
            guard path[2] == "things", path[3].count == 4, let status = Int(path[3].prefix(3)) else {
                return [.send("HTTP/1.1 200 OK\r\nContent-Length: 8\r\nConnection: close\r\n\r\n{\"id\":7}")]
            }
            let host = request.fields["host"] ?? ""
            let location =
                switch path[3].last {
                case "1": "http://\(host)/api/v4/home"
                case "2": "http://localhost:\(other.port)/x"
                default: "http://127.0.0.1:\(other.port)/x"
                }
            return [
                .send(
                    "HTTP/1.1 \(status) Moved\r\nLocation: \(location)\r\nSet-Cookie: a=s3cret\r\nContent-Length: 2\r\n"
                        + "Connection: close\r\n\r\n{}")
            ]
        }
        defer { home.stop() }
        let transport = URLSessionTransport()
        let base = try #require(URL(string: "http://127.0.0.1:\(home.port)"))
        var followed = 0
        for some in CredentialsCase.all {
            let client = GitLabClient(baseURL: base, credentials: some.credentials, transport: transport)
            for status in Self.statuses {
                let before = home.requests.count
                #expect(try await client.things.get("\(status)1").id == 7)
                let requests = home.requests[before...]
                #expect(requests.count == 2 && requests.allSatisfy { isSecretive($0.text) })
                for place in ["2", "3"] {
                    let error = try await gitLabError { try await client.things.get("\(status)\(place)") }
                    #expect(error.kind == .redirect && !"\(error)".contains("s3cret"))
                    _ = try await client.things.download("\(status)\(place)").bytes(upTo: 100)
                    followed += 1
                }
            }
        }
        #expect(followed == CredentialsCase.all.count * 10 && other.requests.count == followed)
        for request in other.requests { #expect(!isSecretive(request.text), "\(request.text)") }
    }

    @Test(arguments: CredentialsCase.inQuery) func aTokenThatIsRepeatedIsNotHandedOn(_ some: CredentialsCase)
        async throws
    {
        for location in [
            "https://storage.example.com/x?", "https://storage.example.com/", "https://storage.example.com/x?a=b&",
        ] {
            let transport = ScriptedTransport { sent, count in
                count == 0 ? .response("", status: 302, ["Location": location + sent.query]) : .response("content")
            }
            let client = GitLabClient.scripted(transport, credentials: some.credentials)
            let error = try await gitLabError { try await client.things.download(1) }
            #expect(error.kind == .redirect && transport.sent.count == 1 && !"\(error)".contains("s3cret"), "\(error)")
            #expect(error.message.contains("credentials"))
        }
    }

    @Test(arguments: CredentialsCase.inQuery) func atHomeItIsNotDoubled(_ some: CredentialsCase) async throws {
        let (name, value) = try #require(some.parameter)
        let transport = ScriptedTransport { sent, count in
            count == 0
                ? .response("", status: 301, ["Location": "/api/v4/things/2?\(sent.query)&a=b"]) : .json(#"{"id":2}"#)
        }
        let client = GitLabClient.scripted(transport, credentials: some.credentials)
        #expect(try await client.things.get("a/b").id == 2)
        #expect(transport.sent.last?.path == "/api/v4/things/2?a=b&\(name)=\(value)")
    }

    @Test(arguments: statuses) func writesAreNotTurnedIntoReading(status: Int) async throws {
        let transport = ScriptedTransport { _, _ in .response("", status: status, ["Location": "/api/v4/things/2"]) }
        let client = GitLabClient.scripted(transport)
        for error in [
            try await gitLabError { try await client.send(EditThing(1) { $0.visibility = .public }) },
            try await gitLabError { try await client.send(StarThing(id: 1)) },
            try await gitLabError { try await client.send(DeleteThing(1)) },
        ] {
            #expect(error.kind == .redirect)
        }
        #expect(transport.sent.map(\.head.method) == [.put, .post, .delete])
    }

    @Test func theWayOutIsNamed() async throws {
        let transport = ScriptedTransport { _, _ in
            .response("", status: 301, ["Location": "https://gitlab.example.com/api/v4/things/1"])
        }
        let client = GitLabClient.scripted(transport, base: "http://gitlab.example.com")
        let error = try await gitLabError { try await client.things.get(1) }
        #expect(error.message.contains("https://gitlab.example.com") && error.message.contains("base URL"))
    }
}

extension SocketServer.Request {
    /// All that was received, in lower case, without the port of the host.
    fileprivate var text: String { String(decoding: raw, as: UTF8.self).lowercased() }
}
