// Random heads and bodies through the whole client: each call ends with a value or an error of the client, after a bounded
// number of requests and bytes, and shows no token.

import Foundation
import GitLab
import TestSeeds
import Testing

@Suite("Hostile responses") struct HostileResponseTests {
    private static let longestResponse = 100_000

    @Test func everyCallEndsAsItShould() async {
        var tally: [String: Int] = [:]
        for seed in Seeds(400) {
            for problem in await problems(seed: seed, &tally) { Issue.record("seed \(seed): \(problem)") }
        }
        let kinds = tally.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        print("hostile responses: \(kinds.map { "\($0.value) \($0.key)" }.joined(separator: ", "))")
        #expect(tally["value", default: 0] > 0 && tally.count > 6, "too few kinds of ends for this to show anything")
    }

    /// Returns what was wrong with a call.
    private func problems(seed: UInt64, _ tally: inout [String: Int]) async -> [String] {
        var random = SeededRandom(seed)
        let call = random.pick(HostileCall.all)
        let server = HostileServer(seed: random.next())
        let clock = RecordingClock()
        let findings = Findings()
        let gitlab = GitLabClient(
            baseURL: URL(string: "https://gitlab.example.com")!, credentials: credentials(&random), transport: server
        ).with {
            $0.clock = clock
            $0.maximumResponseSize = Self.longestResponse
            $0.pages.maximumEmptyPages = 5
            $0.unreadableContent = random.pick([.fail, .skipFields, .skipFieldsAndElements])
            if random.once(in: 2) { $0.unexpectedContent = { findings.add("\($0)") } }
        }
        var problems: [String] = []
        do {
            try await call.perform(gitlab)
            tally["value", default: 0] += 1
        } catch let error as GitLabError {
            tally["\(error.kind)", default: 0] += 1
            problems += shown(in: error)
        } catch {
            problems.append("it ended with \(type(of: error)): \(error)")
        }
        if server.requests > call.mostRequests { problems.append("\(server.requests) requests") }
        if clock.elapsed > .seconds(3_600) * server.requests { problems.append("it waited for \(clock.elapsed)") }
        for body in server.pulled where body.count > longest(body.status, of: call) + HostileChunks.longest {
            problems.append("\(body.count) bytes of a response with status \(body.status) were read")
        }
        for text in findings.all where text.contains(HostileServer.token) {
            problems.append("a finding shows a token: \(text)")
        }
        return problems.map { "\(call.name): \($0)" }
    }

    private func credentials(_ random: inout SeededRandom) -> Credentials {
        switch random.number(0...3) {
        case 0: .jobToken(HostileServer.token)
        case 1:
            .oauth(
                OAuthRefresh(
                    clientID: "id", clientSecret: HostileServer.refreshToken,
                    tokens: OAuthTokens(
                        accessToken: HostileServer.token, refreshToken: HostileServer.refreshToken,
                        expiry: random.once(in: 2) ? RecordingClock.start : nil)
                ) { _ in })
        case _: .personalAccessToken(HostileServer.token)
        }
    }

    private func longest(_ status: Int, of call: HostileCall) -> Int {
        guard (200..<300).contains(status) else { return 64 * 1_024 }
        switch call.name {
        case "saving", "resuming": return .max - HostileChunks.longest
        case "download": return HostileCall.longestDownload
        default: return Self.longestResponse
        }
    }

    /// Returns the texts of an error that show a secret, or something that a terminal would obey.
    private func shown(in error: GitLabError) -> [String] {
        var dumped = ""
        dump(error, to: &dumped)
        let texts = [
            error.description, error.debugDescription, error.localizedDescription, error.message, dumped,
            String(reflecting: error),
        ]
        // A refresh token is known where it is renewed, and sent nowhere else.
        let secrets = [HostileServer.token] + (error.kind == .credentials ? [HostileServer.refreshToken] : [])
        return texts.compactMap { text in
            if secrets.contains(where: text.contains) { return "an error shows a token: \(text)" }
            let isPlain = text.unicodeScalars.allSatisfy {
                $0 == "\n" || ($0.properties.generalCategory != .control && $0.properties.generalCategory != .format)
            }
            return isPlain ? nil : "an error holds control characters: \(text.debugDescription)"
        }
    }
}

/// Texts that were reported, from any thread.
private final class Findings: @unchecked Sendable {
    private let lock = NSLock()
    private var texts: [String] = []

    var all: [String] { lock.withLock { texts } }

    func add(_ text: String) { lock.withLock { texts.append(text) } }
}
