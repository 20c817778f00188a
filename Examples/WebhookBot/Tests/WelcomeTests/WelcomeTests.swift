// From the webhook's request to the comment in a GitLab in memory, over sockets of this machine.

import FlyingFox
import Foundation
import GitLab
import GitLabFakeServer
import GitLabTesting
import GitLabWebhooks
import Testing
import Welcome

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@Suite(.timeLimit(.minutes(1))) struct WelcomeTests {
    @Test func aFirstMergeRequestGetsOneComment() async throws {
        try await withBot { bot in
            #expect(try await bot.send(Bot.opened(7), token: "wrong", key: "1") == 401)
            #expect(try await bot.send(Bot.opened(7), token: nil, key: "1") == 401)
            #expect(try await bot.send("{", key: "2") == 400)
            #expect(try await bot.send(#"{"object_kind":"tea_time"}"#, key: "3") == 202)
            #expect(try await bot.send(Bot.opened(7), key: "4") == 202)
            #expect(try await bot.send(Bot.opened(7), key: "4") == 200, "the same once more")
            try await bot.waitForComment()
            #expect(try await bot.comments(on: 7) == ["Thanks for your first merge request @dana!"])
            // Whatever came before would be first.
            #expect(try await bot.send(Bot.opened(8), key: "5") == 202)
            try await bot.waitForComment()
            #expect(try await bot.comments(on: 8).count == 1)
            #expect(try await bot.comments(on: 7).count == 1)
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

/// Runs a test with a bot and a GitLab of its own, which has two merge requests.
private func withBot(_ test: (Bot) async throws -> Void) async throws {
    let memory = InMemoryGitLab(projects: ["tools/compiler"], requiredToken: "glpat-fake")
    try await memory.seed("/projects/1/merge_requests", #"[{"iid": 7, "title": "a"}, {"iid": 8, "title": "b"}]"#)
    let (requests, log) = AsyncStream.makeStream(of: LogEntry.self)
    let fake = try LoopbackGitLab(memory) { log.yield($0) }
    let receiver = Receiver(secret: "s3cr3t")
    let server = HTTPServer(address: try .inet(ip4: "127.0.0.1", port: 0))
    await server.appendRoute("POST /webhook", to: receiver)
    let tasks = [Task { try await server.run() }, Task { try await fake.run() }]
    defer { for task in tasks { task.cancel() } }
    try await server.waitUntilListening()
    let client = GitLabClient(baseURL: try await fake.url, credentials: .personalAccessToken("glpat-fake"))
    let reacting = Task { await Welcome(client).react(to: receiver.events) { print("error: \($0)") } }
    defer { reacting.cancel() }
    try await test(Bot(url: try await server.url().appending(path: "webhook"), gitlab: client, requests: requests))
}

/// The bot, as GitLab sees it.
private struct Bot {
    let url: URL
    let gitlab: GitLabClient
    /// What reaches GitLab.
    let requests: AsyncStream<LogEntry>

    /// The webhook of a merge request that has been opened.
    static func opened(_ iid: Int) -> String {
        #"""
        {"object_kind":"merge_request","user":{"username":"dana","name":"Dana Doe"},
         "project":{"id":42,"name":"Compiler","path_with_namespace":"tools/compiler"},
         "object_attributes":{"id":99,"iid":\#(iid),"title":"Speed up the parser","target_branch":"main",
                              "source_branch":"faster-parser","action":"open","first_contribution":true}}
        """#
    }

    /// Waits until a comment has reached GitLab.
    func waitForComment() async throws {
        let comment = await requests.first { $0.operation == "notes.create" }
        #expect(try #require(comment).status == 201)
    }

    /// The comments on a merge request, as GitLab lists them.
    func comments(on iid: Int) async throws -> [String] {
        try await gitlab.notes.list(on: .mergeRequest("tools/compiler", mergeRequestIID: iid)).all().compactMap(\.body)
    }

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

extension HTTPServer {
    fileprivate func url() async throws -> URL {
        guard case .ip4(_, let port) = try #require(listeningAddress) else { throw URLError(.badURL) }
        return try #require(URL(string: "http://127.0.0.1:\(port)"))
    }
}
