// Renewing access tokens at GitLab's own /oauth/token.

import HTTPTypes

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A provider that renews OAuth access tokens with GitLab's refresh tokens.
///
/// ```swift
/// let refresh = OAuthRefresh(clientID: id, clientSecret: secret, tokens: stored) { renewed in
///     try await keychain.store(renewed)
/// }
/// let gitlab = GitLabClient(baseURL: url, credentials: .oauth(refresh))
/// ```
///
/// The request goes to `/oauth/token` of the client's own GitLab, over its transport, and follows no redirect. A
/// refresh token is valid once: each renewal returns a new one, so store the tokens that the closure receives before
/// the old ones are used again. Once GitLab has rejected the refresh token (`invalid_grant`), every request fails at
/// once with that error, of kind ``GitLabError/Kind/credentials``: the user has to sign in again.
///
/// If storing throws, the requests that wait fail with an error of kind ``GitLabError/Kind/tokenStorage``, whose
/// ``GitLabError/underlying`` error is that of the closure. The renewed tokens stay in ``tokens``. The next request
/// calls the closure with them again before anything is sent, without another renewal.
///
/// No description or error shows any of these.
///
/// Source: <https://docs.gitlab.com/api/oauth2/>
public actor OAuthRefresh: AccessTokenProvider {
    private let clientID: String
    private let clientSecret: String?
    private let redirectURI: String?
    private let onRenewal: @Sendable (OAuthTokens) async throws -> Void
    private var renewal: Task<AccessToken, any Error>?
    private var refusal: GitLabError?
    /// Whether the tokens come from a renewal, and the closure has not returned for them yet.
    private var isUnstored = false

    /// The latest tokens, whether they could be stored or not.
    public private(set) var tokens: OAuthTokens

    /// Creates a provider that renews these tokens.
    ///
    /// - Parameters:
    ///   - clientID: the application's id in GitLab.
    ///   - clientSecret: the application's secret; nil for one that is not confidential.
    ///   - redirectURI: the URI that the tokens were obtained with, if GitLab requires it.
    ///   - tokens: the tokens as they were stored last.
    ///   - onRenewal: stores new tokens. Requests wait until it returns, and fail if it throws; it is called with the
    ///     same tokens again for the next request.
    public init(
        clientID: String,
        clientSecret: String? = nil,
        redirectURI: String? = nil,
        tokens: OAuthTokens,
        onRenewal: @escaping @Sendable (OAuthTokens) async throws -> Void
    ) {
        self.clientID = clientID
        self.clientSecret = clientSecret
        self.redirectURI = redirectURI
        self.tokens = tokens
        self.onRenewal = onRenewal
    }

    /// Returns the stored token while it is valid, else a renewed one.
    ///
    /// - Throws: ``GitLabError`` of kind ``GitLabError/Kind/credentials`` if GitLab returns none, of kind
    ///   ``GitLabError/Kind/transport`` or ``GitLabError/Kind/timeout`` if it does not respond, of kind
    ///   ``GitLabError/Kind/tokenStorage`` if the tokens could not be stored.
    public func accessToken(for request: AccessTokenRequest) async throws -> AccessToken {
        if let refusal { throw refusal }
        if !isUnstored, isCurrent(for: request) { return current }
        // Several credentials may share this; the refresh token is valid for one renewal.
        if let renewal { return try await renewal.value }
        let renewal = Task { try await storeOrRenew(request) }
        self.renewal = renewal
        defer { self.renewal = nil }
        return try await renewal.value
    }

    private func storeOrRenew(_ request: AccessTokenRequest) async throws -> AccessToken {
        if isUnstored {
            try await store()
            if isCurrent(for: request) { return current }
        }
        tokens = try await renew(request)
        isUnstored = true
        try await store()
        return current
    }

    private func store() async throws {
        do {
            try await onRenewal(tokens)
        } catch {
            // The text of a foreign error may contain a secret.
            throw GitLabError(
                kind: .tokenStorage,
                message: "the access token was renewed, but storing it failed with \(type(of: error)); "
                    + "it is kept in memory, and the next request stores it again",
                underlying: error
            )
        }
        isUnstored = false
    }

    /// Returns whether the tokens are valid, and others than those that were tried.
    private func isCurrent(for request: AccessTokenRequest) -> Bool {
        let isGood = tokens.expiry.map { request.clock.date < $0 } ?? true
        return isGood && request.previous?.token != tokens.accessToken
    }

    private var current: AccessToken { AccessToken(tokens.accessToken, expiry: tokens.expiry) }

    private func renew(_ request: AccessTokenRequest) async throws -> OAuthTokens {
        let head = try self.head(request)
        let body = RequestBody(try self.form(head))
        let response: TransportResponse
        let bytes: [UInt8]
        do {
            (response, bytes) = try await Self.within(request) {
                let response = try await request.transport.send(head, body: body)
                return (response, try await response.body.prefix(upTo: ErrorResponse.longestBody))
            }
        } catch let error as GitLabError {
            throw error
        } catch {
            let reason = URLSessionFailure.text(for: error) ?? "\(error)"
            throw failure(.transport, "no response: \(reason)", head, request.fields.secrets)
        }
        let status = response.head.status
        guard (200..<300).contains(status.code) else {
            let said = ErrorResponse(body: bytes, contentType: response.head.headerFields[.contentType])
            var error = failure(
                .credentials, said.line(status: status.code, reason: StatusReason.text(for: status)), head,
                request.fields.secrets)
            error.status = status.code
            let secrets = secrets + request.fields.secrets
            error.code = said.code.map { SecretText.redacting($0, secrets).printable }
            error.requestID = response.head.headerFields[.requestID].map {
                SecretText.redacting($0, secrets).printable
            }
            error.retryAfter = RetryAfter.delay(response.head, now: request.clock.date)
            if said.code == "invalid_grant" { refusal = error }
            throw error
        }
        guard let granted = try? JSONDecoder().decode(Grant.self, from: Data(bytes)), !granted.access_token.isEmpty
        else {
            throw failure(.credentials, "the response contains no access token", head)
        }
        return OAuthTokens(
            accessToken: granted.access_token,
            refreshToken: granted.refresh_token ?? tokens.refreshToken,
            // A life of nothing says nothing about a token that was granted.
            expiry: granted.expires_in.flatMap { $0 > 0 ? request.clock.date + $0 : nil }
        )
    }

    /// The part of GitLab's response that is read.
    private struct Grant: Decodable {
        let access_token: String
        let refresh_token: String?
        let expires_in: Double?
    }

    private func head(_ request: AccessTokenRequest) throws -> HTTPRequest {
        let root: APIRoot
        do {
            root = try APIRoot(request.baseURL)
        } catch {
            throw GitLabError(kind: .invalidRequest, message: error.message)
        }
        var head = HTTPRequest(
            method: .post, scheme: root.origin.scheme, authority: root.origin.authority,
            path: root.relativeRoot + "/oauth/token")
        head.headerFields[.accept] = "application/json"
        head.headerFields[.contentType] = "application/x-www-form-urlencoded"
        head.headerFields.append(request.fields.userAgent)
        request.fields.add(to: &head)
        return head
    }

    private func form(_ head: HTTPRequest) throws -> [UInt8] {
        var form = ParameterEncoder(QueryPairs(.form))
        form.add("grant_type", "refresh_token")
        form.add("refresh_token", tokens.refreshToken)
        form.add("client_id", clientID)
        form.add("client_secret", clientSecret)
        form.add("redirect_uri", redirectURI)
        do {
            return Array(try form.text().utf8)
        } catch {
            throw failure(.invalidRequest, error.message, head)
        }
    }

    private func failure(
        _ kind: GitLabError.Kind, _ reason: String, _ head: HTTPRequest, _ others: [String] = []
    ) -> GitLabError {
        GitLabError(
            kind: kind,
            message: "the access token could not be renewed: \(SecretText.redacting(reason, secrets + others))",
            head: head
        )
    }

    private var secrets: [String] { [tokens.accessToken, tokens.refreshToken, clientSecret ?? "", clientID] }

    /// Runs the work with the timeout of a response.
    private static func within<Value: Sendable>(
        _ request: AccessTokenRequest,
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        guard let limit = request.timeouts.response else { return try await work() }
        return try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await request.clock.watch(until: request.clock.elapsed + limit)
                throw GitLabError(
                    kind: .timeout,
                    message: "the access token could not be renewed: no response within \(limit.inSeconds)")
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw CancellationError() }
            return first
        }
    }
}

extension OAuthRefresh: CustomStringConvertible, CustomReflectable {
    /// The name of the type.
    public nonisolated var description: String { "OAuthRefresh" }

    /// Nothing.
    public nonisolated var customMirror: Mirror { Mirror(self, children: []) }
}
