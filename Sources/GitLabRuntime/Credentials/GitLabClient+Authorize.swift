// Adding credentials to a request: only to the configured origin, and obtained again if they were rejected.

import HTTPTypes

/// A request with its credentials.
struct AuthorizedRequest {
    var head: HTTPRequest
    /// The access token in it, if it is one that can be renewed.
    var token: AccessToken?
}

extension GitLabClient {
    /// Adds the credentials, and the fields of the configuration, to a request that goes to the configured origin and
    /// has not left it before.
    ///
    /// - Parameters:
    ///   - limits: how long the call may take, waiting for an access token included.
    ///   - rejected: an access token that GitLab has rejected.
    func authorize(
        _ request: OutgoingRequest, _ limits: TimeLimits, rejected: AccessToken? = nil
    ) async throws -> AuthorizedRequest {
        var authorized = AuthorizedRequest(head: request.head)
        guard try place(in: &authorized.head, hasLeftOrigin: request.hasLeftOrigin),
            case .oauth(let cache) = credentials.kind
        else { return authorized }
        let token: AccessToken
        do {
            token = try await cache.token(refused: rejected, for: self, limits)
        } catch let error as TimeoutError {
            throw translated(error, "not sent", head: request.head)
        }
        do {
            try credentials.place(token.token, of: .oauth, in: &authorized.head)
        } catch {
            throw GitLabError(kind: .invalidRequest, message: error.message, head: request.head)
        }
        authorized.token = token
        return authorized
    }

    /// Adds what does not have to be obtained first. Returns whether the request may have credentials.
    private func place(in head: inout HTTPRequest, hasLeftOrigin: Bool) throws -> Bool {
        do {
            let home = try root.get().origin
            guard !hasLeftOrigin, head.scheme == home.scheme, head.authority == home.authority else { return false }
            try parts.fields.get().add(to: &head)
            try placeSudo(in: &head)
            try credentials.place(in: &head)
            return true
        } catch {
            throw GitLabError(kind: .invalidRequest, message: error.message, head: head)
        }
    }

    /// Returns whether the response rejects the token and not the request; and the response, to be read once more.
    func rejection(of response: TransportResponse) async -> (Bool, TransportResponse) {
        let bytes = (try? await response.body.prefix(upTo: ErrorResponse.longestBody)) ?? []
        let whole = TransportResponse(head: response.head, body: ResponseBody(bytes))
        let challenge = response.head.headerFields[.wwwAuthenticate] ?? ""
        let said = ErrorResponse(body: bytes, contentType: response.head.headerFields[.contentType])
        return (said.code == "invalid_token" || challenge.contains("invalid_token"), whole)
    }
}
