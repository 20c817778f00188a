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
        /// The number of the renewal under way; nil while there is none.
        var underWay: Int?
        var lastNumber = 0
        var task: Task<Void, Never>?
        var waiting: [Waiting] = []
        /// The latest first.
        var tokens: [String] = []

        mutating func keep(_ token: AccessToken, at now: Date) {
            current = token
            renewal = token.expiry.map { expiry in
                let life = max(expiry.timeIntervalSince(now), 0)
                // Also one that has expired already is not renewed for each request.
                return max(expiry - min(TokenCache.margin, life / 10), now + TokenCache.pause)
            }
            tokens = Array(([token.token] + tokens.filter { $0 != token.token }).prefix(4))
        }
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
        let (ready, begins): (AccessToken?, (request: AccessTokenRequest, number: Int)?) = state.withLock { state in
            let now = client.configuration.clock.date
            let isRefused = refused != nil && refused?.token == state.current?.token
            if let current = state.current, !isRefused, state.renewal.map({ now < $0 }) ?? true {
                return (current, nil)
            }
            state.waiting.append(Waiting(outcome: outcome, needsAnother: isRefused))
            guard state.underWay == nil else { return (nil, nil) }
            state.lastNumber += 1
            state.underWay = state.lastNumber
            return (nil, (tokenRequest(replacing: state.current, isRefused, for: client), state.lastNumber))
        }
        if let ready { return ready }
        if let begins { start(begins.request, number: begins.number, limits) }
        let deadline = limits.end.map { end in
            limits.deadlines.arm(end) { outcome.settle(.failure(limits.endLimit)) }
        }
        defer { if let deadline { limits.deadlines.disarm(deadline) } }
        return try await withTaskCancellationHandler {
            try await outcome.value
        } onCancel: {
            outcome.settle(.failure(CancellationError()))
        }
    }

    /// Renews the token in a task of its own: cancelling the first request must not cancel it. A provider that takes
    /// longer than the call of the first request may take is given up, so that a later request tries again.
    private func start(_ request: AccessTokenRequest, number: Int, _ limits: TimeLimits) {
        let deadline = limits.end.map { end in
            limits.deadlines.arm(end) {
                self.state.withLock { $0.task }?.cancel()
                self.settle(.failure(limits.endLimit), of: request, number: number)
            }
        }
        let task = Task.detached {
            let result = await self.renewed(request)
            if let deadline { limits.deadlines.disarm(deadline) }
            self.settle(result, of: request, number: number)
        }
        state.withLock { state in if state.underWay == number { state.task = task } }
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

    private func renewed(_ request: AccessTokenRequest) async -> Result<AccessToken, any Error> {
        do {
            return .success(try await provider.accessToken(for: request))
        } catch {
            return .failure(Self.failure(error))
        }
    }

    /// Hands a result over to the requests that wait for it. Of a renewal that was given up only a token counts.
    private func settle(_ renewed: Result<AccessToken, any Error>, of request: AccessTokenRequest, number: Int) {
        let now = request.clock.date
        let settlements: [(OneShot<AccessToken>, Result<AccessToken, any Error>)] = state.withLock { state in
            let isUnderWay = state.underWay == number
            if case .success(let token) = renewed { state.keep(token, at: now) }
            guard isUnderWay else { return [] }
            let waiting = state.waiting
            state.waiting = []
            state.underWay = nil
            state.task = nil
            // After a failure the old token may still be valid, unless the new one is and could not be stored.
            guard case .failure(let error) = renewed, let current = state.current, !request.wasRejected,
                (error as? GitLabError)?.kind != .tokenStorage, let expiry = current.expiry, now < expiry
            else { return waiting.map { ($0.outcome, renewed) } }
            state.renewal = min(expiry, now + Self.pause)
            return waiting.map { ($0.outcome, $0.needsAnother ? renewed : .success(current)) }
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
