// Adding credentials to a request: only to the configured origin, and obtained again if they were rejected.

import HTTPTypes

extension GitLabClient {
    /// Sends a request with credentials, and once more with fresh ones if GitLab rejects an access token that can be
    /// renewed. Nothing was done then, so this is safe for every method.
    ///
    /// - Parameters:
    ///   - head: the request without credentials. It gets some, and the fields of the configuration, only if it goes to
    ///     the configured origin.
    ///   - hasLeftOrigin: whether a redirect has led to another origin before.
    ///   - limits: how long the call may take, waiting for an access token included.
    ///   - send: hands a request to the transport.
    func authorizing(
        _ head: HTTPRequest,
        hasLeftOrigin: Bool,
        _ limits: TimeLimits,
        send: (HTTPRequest) async throws -> TransportResponse
    ) async throws -> TransportResponse {
        let home = try refusing(head) { () throws(ValidationError) -> Origin in try root.get().origin }
        guard !hasLeftOrigin, head.scheme == home.scheme, head.authority == home.authority else {
            return try await send(head)
        }
        var authorized = head
        try refusing(head) { () throws(ValidationError) -> Void in
            try parts.fields.get().add(to: &authorized)
            try placeSudo(in: &authorized)
            try credentials.place(in: &authorized)
        }
        guard case .oauth(let keeper) = credentials.kind else { return try await send(authorized) }

        let token = try await accessToken(of: keeper, head, limits)
        let response = try await send(try authorize(authorized, with: token))
        guard response.head.status.code == 401 else { return response }
        let (isRefused, whole) = await refusal(of: response)
        guard isRefused else { return whole }
        let fresh = try await accessToken(of: keeper, refused: token, head, limits)
        guard fresh.token != token.token else { return whole }
        return try await send(try authorize(authorized, with: fresh))
    }

    private func accessToken(
        of keeper: TokenCache, refused: AccessToken? = nil, _ head: HTTPRequest, _ limits: TimeLimits
    ) async throws -> AccessToken {
        do {
            return try await keeper.token(refused: refused, for: self, limits)
        } catch let error as TimeoutError {
            throw translated(error, "not sent", head: head)
        }
    }

    private func authorize(_ head: HTTPRequest, with token: AccessToken) throws -> HTTPRequest {
        var authorized = head
        try refusing(head) { () throws(ValidationError) -> Void in
            try credentials.place(token.token, of: .oauth, in: &authorized)
        }
        return authorized
    }

    /// Returns whether the response rejects the token and not the request; and the response, to be read once more.
    private func refusal(of response: TransportResponse) async -> (Bool, TransportResponse) {
        let bytes = (try? await response.body.prefix(upTo: Self.longestErrorBody)) ?? []
        let whole = TransportResponse(head: response.head, body: ResponseBody(bytes))
        let challenge = response.head.headerFields[.wwwAuthenticate] ?? ""
        let said = ErrorResponse(body: bytes, contentType: response.head.headerFields[.contentType])
        return (said.code == "invalid_token" || challenge.contains("invalid_token"), whole)
    }

    private func refusing<Value>(_ head: HTTPRequest, _ body: () throws(ValidationError) -> Value) throws -> Value {
        do {
            return try body()
        } catch {
            throw GitLabError(kind: .invalidRequest, message: error.message, head: head)
        }
    }
}
