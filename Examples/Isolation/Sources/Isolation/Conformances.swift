// Middleware, credentials and observers that an actor, the main actor and a value provide.

import Foundation
import GitLab

nonisolated func useConformances() async throws {
    let counter = Counter()
    let tokens = await Session()
    var gitlab = GitLabClient(
        baseURL: URL(string: "https://gitlab.test")!, credentials: .oauth(tokens), transport: scriptedGitLab()
    ).with {
        $0.middleware = [counter, Stamp()]
        $0.uploadProgress = { progress in Task { await counter.note(progress) } }
    }
    let banner = await Banner()
    gitlab = gitlab.with { $0.middleware.append(banner) }
    try await gitlab.uploads.create(42, file: FileUpload(filename: "a.txt", bytes: [1, 2, 3]))
    expect(await counter.requests == 1)
    expect(await tokens.asked == 1)

    _ = Credentials.oauth(await Session.refresh())
}

/// Middleware that is an actor.
actor Counter: Middleware {
    init() {}

    private(set) var requests = 0
    private(set) var latest: TransferProgress?

    func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse {
        requests += 1
        return try await next(request)
    }

    func note(_ progress: TransferProgress) { latest = progress }
}

/// Middleware that is a value.
nonisolated struct Stamp: Middleware {
    func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse {
        var request = request
        request.head.headerFields[.acceptLanguage] = "en"
        return try await next(request)
    }
}

/// Middleware that belongs to the main actor.
@MainActor
final class Banner: Middleware {
    private var latest = ""

    init() {}

    func intercept(_ request: OutgoingRequest, next: Next) async throws -> TransportResponse {
        latest = request.operation
        return try await next(request)
    }
}

/// A sign-in on the main actor that returns tokens.
@MainActor
final class Session: AccessTokenProvider {
    private(set) var asked = 0
    private var stored: [OAuthTokens] = []

    init() {}

    func accessToken(for request: AccessTokenRequest) async throws -> AccessToken {
        asked += 1
        return AccessToken("secret-\(asked)")
    }

    func store(_ tokens: OAuthTokens) { stored.append(tokens) }

    static func refresh() -> OAuthRefresh {
        let session = Session()
        return OAuthRefresh(
            clientID: "id", tokens: OAuthTokens(accessToken: "a", refreshToken: "b", expiry: nil)
        ) { renewed in
            await session.store(renewed)
        }
    }
}
