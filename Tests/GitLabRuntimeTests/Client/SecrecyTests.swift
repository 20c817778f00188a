// No token in anything that can be printed.

import Foundation
import Testing

@testable import GitLabRuntime

@Suite struct SecrecyTests {
    private let token = "glpat-secret-0123456789"

    /// Everything that printing, describing and dumping shows of a value.
    private func shown(_ value: Any) -> String {
        var text = "\(value)"
        print(value, to: &text)
        debugPrint(value, to: &text)
        dump(value, to: &text)
        text += String(describing: value) + String(reflecting: value)
        let mirror = Mirror(reflecting: value)
        for child in mirror.children { text += "\(child.value)" + String(reflecting: child.value) }
        return text
    }

    @Test func credentialsAndWhatHoldsThem() {
        let credentials = Credentials.personalAccessToken(token)
        let client = GitLabClient.scripted(ScriptedTransport { _, _ in .json("{}") }, credentials: credentials)
        let list = client.things.list()
        let holders: [Any] = [
            credentials, [credentials], ["k": credentials], client, Optional(client) as Any, client.things, list,
            list.pages,
            list.makeAsyncIterator(), list.pages.makeAsyncIterator(), (client, 1),
        ]
        for holder in holders {
            #expect(!shown(holder).contains(token), "\(type(of: holder))")
        }
        #expect(shown(credentials).contains("personal access token"))
        #expect(shown(client).contains("https://gitlab.example.com/api/v4"))
    }

    @Test func inspectedRequests() throws {
        let client = GitLabClient.scripted(
            ScriptedTransport { _, _ in .json("{}") }, credentials: .personalAccessToken(token))
        let prepared = try client.httpRequest(for: EditThing(1) { $0.description = "x" })
        let (head, body) = (prepared.head, prepared.body)
        #expect(!shown(head).contains(token) && !shown(body).contains(token))
        #expect(!head.headerFields.contains { $0.value.contains(token) })
    }

    /// A server, or a transport, that repeats the token.
    @Test func errors() async throws {
        struct Talkative: Error, CustomStringConvertible { let description: String }
        let token = token
        let scripts: [@Sendable (ScriptedTransport.Sent, Int) async throws -> TransportResponse] = [
            { _, _ in .json(#"{"message":{"token":["\#(token) is wrong"]},"error":"\#(token)"}"#, status: 401) },
            { _, _ in .response("token \(token)", status: 500) },
            { sent, _ in throw Talkative(description: "failed: \(sent.head.headerFields)") },
            { _, _ in throw URLError(.badURL, userInfo: [NSURLErrorFailingURLErrorKey: "https://x/?t=\(token)"]) },
            { _, _ in .json(#"{"id":"\#(token)"}"#) },
            { _, _ in .json(#"{"id":1,"created_at":"\#(token)"}"#) },
            { _, _ in .response("", status: 302, ["Location": "https://\(token).example.com/\(token)"]) },
        ]
        for script in scripts {
            let client = GitLabClient.scripted(ScriptedTransport(script), credentials: .personalAccessToken(token))
            let error = try await gitLabError { try await client.things.get(1) }
            #expect(!shown(error).contains(token), "\(error)")
            #expect(!shown(error as any Error).contains(token))
            #expect(!(error as any Error).localizedDescription.contains(token))
        }
    }

    @Test func errorsShowTheirFacts() {
        let error = GitLabError(
            kind: .notFound, message: "404 Project Not Found", status: 404, method: "GET", path: "/api/v4/x")
        #expect(error.description == "404 Project Not Found (status 404, GET /api/v4/x)")
        #expect(error.localizedDescription == error.description)
        #expect(shown(error).contains("404 Project Not Found"))
        #expect(GitLabError(kind: .transport, message: "no response").description == "no response (transport)")
    }
}
