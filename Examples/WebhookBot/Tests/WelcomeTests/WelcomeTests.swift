// From the webhook's request to the comment, over sockets of this machine.

import FlyingFox
import Foundation
import GitLab
import GitLabWebhooks
import Testing
import Welcome

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@Suite(.timeLimit(.minutes(1))) struct WelcomeTests {
    @Test func aFirstMergeRequestGetsOneComment() async throws {
        try await withBot { bot in
            #expect(try await bot.send(Bot.opened, token: "wrong", key: "1") == 401)
            #expect(try await bot.send(Bot.opened, token: nil, key: "1") == 401)
            #expect(try await bot.send("{", key: "2") == 400)
            #expect(try await bot.send(#"{"object_kind":"tea_time"}"#, key: "3") == 202)
            #expect(try await bot.send(Bot.opened, key: "4") == 202)
            #expect(try await bot.send(Bot.opened, key: "4") == 200, "the same once more")
            var comments = bot.gitlab.comments.makeAsyncIterator()
            let comment = try #require(await comments.next())
            #expect(comment.path == "/api/v4/projects/tools%2Fcompiler/merge_requests/7/notes")
            #expect(comment.body == #"{"body":"Thanks for your first merge request @dana!"}"#)
            // Whatever came before would be first.
            #expect(try await bot.send(Bot.opened.replacingOccurrences(of: "@iid", with: "8"), key: "5") == 202)
            #expect(await comments.next() != nil)
            #expect(await bot.gitlab.count == 2)
        }
    }

    @Test func aBodyBeyondTheLimitIsRejected() async throws {
        try await withBot { bot in
            let body = #"{"object_kind":"\#(String(repeating: "a", count: 5 * 1_048_576))"}"#
            let status = try await bot.send(body, key: "1")
            #expect(status == 413)
        }
    }
}

/// Runs a test with a bot and a GitLab of its own.
private func withBot(_ test: (Bot) async throws -> Void) async throws {
    let gitlab = StubGitLab()
    let receiver = Receiver(secret: "s3cr3t")
    let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0))
    await server.appendRoute("POST /webhook", to: receiver)
    let stub = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0), handler: gitlab)
    let tasks = [Task { try await server.run() }, Task { try await stub.run() }]
    defer { for task in tasks { task.cancel() } }
    try await server.waitUntilListening()
    try await stub.waitUntilListening()
    let client = GitLabClient(baseURL: try await stub.url(), credentials: .personalAccessToken("glpat-stub"))
    let reacting = Task { await Welcome(client).react(to: receiver.events) { print("error: \($0)") } }
    defer { reacting.cancel() }
    try await test(Bot(url: try await server.url().appending(path: "webhook"), gitlab: gitlab))
}

/// The bot, as GitLab sees it.
private struct Bot {
    let url: URL
    let gitlab: StubGitLab

    static let opened = #"""
        {"object_kind":"merge_request","user":{"username":"dana","name":"Dana Doe"},
         "project":{"id":42,"name":"Compiler","path_with_namespace":"tools/compiler"},
         "object_attributes":{"id":99,"iid":7,"title":"Speed up the parser","target_branch":"main",
                              "source_branch":"faster-parser","action":"open","first_contribution":true}}
        """#

    /// Sends a request as GitLab does, and returns the status of the response.
    func send(_ body: String, token: String? = "s3cr3t", key: String) async throws -> Int? {
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.httpBody = Data(body.utf8)
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue("Merge Request Hook", forHTTPHeaderField: "X-Gitlab-Event")
        request.setValue(key, forHTTPHeaderField: "Idempotency-Key")
        if let token { request.setValue(token, forHTTPHeaderField: "X-Gitlab-Token") }
        let (_, response) = try await URLSession.shared.data(for: request)
        return (response as? HTTPURLResponse)?.statusCode
    }
}

/// A GitLab that takes comments.
private actor StubGitLab: HTTPHandler {
    struct Comment: Sendable {
        let path: String
        let body: String
    }

    nonisolated let comments: AsyncStream<Comment>
    private let continuation: AsyncStream<Comment>.Continuation
    private(set) var count = 0

    init() {
        (comments, continuation) = AsyncStream.makeStream()
    }

    func handleRequest(_ request: FlyingFox.HTTPRequest) async throws -> FlyingFox.HTTPResponse {
        guard request.method == .POST, request.headers[HTTPHeader("PRIVATE-TOKEN")] == "glpat-stub" else {
            return FlyingFox.HTTPResponse(statusCode: .unauthorized)
        }
        let body = String(decoding: try await request.bodyData, as: UTF8.self)
        count += 1
        continuation.yield(Comment(path: request.target.path(), body: body))
        return FlyingFox.HTTPResponse(
            statusCode: .created, headers: [.contentType: "application/json"],
            body: Data(#"{"id":1,"body":"Thanks!"}"#.utf8))
    }
}

extension HTTPServer {
    fileprivate func url() async throws -> URL {
        guard case .ip4(_, let port) = try #require(listeningAddress) else { throw URLError(.badURL) }
        return try #require(URL(string: "http://127.0.0.1:\(port)"))
    }
}
