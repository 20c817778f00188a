// Caching an access token, and renewing it once for all waiting requests.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The access token of all requests with the same credentials.
final class TokenCache: Sendable {
    private struct Waiting {
        let outcome: OneShot<AccessToken>
        /// Whether GitLab has rejected the token of this waiter.
        let needsAnother: Bool
    }

    private struct State {
        var current: AccessToken?
        /// When to renew the current token.
        var renewal: Date?
        var isRenewing = false
        var waiting: [Waiting] = []
        /// The latest first.
        var tokens: [String] = []
    }

    private let provider: any AccessTokenProvider
    private let state = Locked(State())

    init(_ provider: some AccessTokenProvider) {
        self.provider = provider
    }

    /// A token is renewed this long before it expires, or in the last tenth of its life if that is shorter.
    private static let margin = 60.0

    /// While the old token is valid, a failed renewal is not retried for this long.
    private static let pause = 5.0

    /// The current token and the last ones before it, which responses may still mention.
    var latestTokens: [String] { state.withLock { $0.tokens } }

    /// Returns a token to send.
    ///
    /// - Parameter refused: a token that GitLab has rejected. If the cache has another one, that is returned.
    /// - Throws: `CancellationError` if the task is cancelled, ``TimeoutError`` if the call has to be over, both at
    ///   once; the renewal continues for the others.
    func token(
        refused: AccessToken? = nil, for client: GitLabClient, _ limits: TimeLimits
    ) async throws -> AccessToken {
        let outcome = OneShot<AccessToken>()
        let (ready, begins): (AccessToken?, AccessTokenRequest?) = state.withLock { state in
            let now = client.configuration.clock.date
            let isRefused = refused != nil && refused?.token == state.current?.token
            if let current = state.current, !isRefused, state.renewal.map({ now < $0 }) ?? true {
                return (current, nil)
            }
            state.waiting.append(Waiting(outcome: outcome, needsAnother: isRefused))
            guard !state.isRenewing else { return (nil, nil) }
            state.isRenewing = true
            return (nil, tokenRequest(replacing: state.current, isRefused, for: client))
        }
        if let ready { return ready }
        if let begins {
            // A task of its own: cancelling the first request must not cancel it.
            Task.detached { await self.renew(begins) }
        }
        let deadline = limits.callEnd.map { end in
            limits.deadlines.arm(end) {
                outcome.settle(.failure(TimeoutError(limit: .call, duration: limits.timeouts.call ?? .zero)))
            }
        }
        defer { if let deadline { limits.deadlines.disarm(deadline) } }
        return try await withTaskCancellationHandler {
            try await outcome.value
        } onCancel: {
            outcome.settle(.failure(CancellationError()))
        }
    }

    private func tokenRequest(
        replacing previous: AccessToken?,
        _ wasRejected: Bool,
        for client: GitLabClient
    ) -> AccessTokenRequest {
        AccessTokenRequest(
            previous: previous,
            wasRejected: wasRejected,
            baseURL: client.baseURL,
            transport: client.transport,
            clock: client.configuration.clock,
            timeouts: client.configuration.timeouts,
            fields: (try? client.parts.fields.get()) ?? .standard
        )
    }

    private func renew(_ request: AccessTokenRequest) async {
        let renewed: Result<AccessToken, any Error>
        // The old token is invalid then, and waiting requests have to fail.
        var isNotStored = false
        do {
            renewed = .success(try await provider.accessToken(for: request))
        } catch {
            let failure = Self.failure(error)
            isNotStored = failure.kind == .tokenStorage
            renewed = .failure(failure)
        }
        let now = request.clock.date
        let settlements: [(OneShot<AccessToken>, Result<AccessToken, any Error>)] = state.withLock {
            [isNotStored] state in
            let waiting = state.waiting
            state.waiting = []
            state.isRenewing = false
            switch renewed {
            case .success(let token):
                state.current = token
                state.renewal = token.expiry.map { expiry in
                    expiry - min(Self.margin, max(expiry.timeIntervalSince(now), 0) / 10)
                }
                state.tokens = Array(([token.token] + state.tokens.filter { $0 != token.token }).prefix(4))
                return waiting.map { ($0.outcome, renewed) }
            case .failure:
                guard let current = state.current, !request.wasRejected, !isNotStored, let expiry = current.expiry,
                    now < expiry
                else {
                    return waiting.map { ($0.outcome, renewed) }
                }
                state.renewal = min(expiry, now + Self.pause)
                return waiting.map { ($0.outcome, $0.needsAnother ? renewed : .success(current)) }
            }
        }
        for (outcome, result) in settlements { outcome.settle(result) }
    }

    private static func failure(_ error: any Error) -> GitLabError {
        if let error = error as? GitLabError { return error }
        // The text of a foreign error may contain a secret.
        return GitLabError(
            kind: .credentials,
            message: "there is no access token: its provider failed with \(type(of: error))",
            underlying: error
        )
    }
}
