// Requests in the name of another user.

import HTTPTypes

extension GitLabClient {
    /// Returns a client that acts in the name of another user, as ``Configuration/sudo`` does.
    ///
    /// ```swift
    /// let projects = gitlab.sudo("alice").projects.list()
    /// ```
    ///
    /// The token must be an administrator's, and have the scope `sudo`: a personal access token or one of OAuth. With
    /// no credentials, a job token or a session cookie, which GitLab always rejects, requests throw a ``GitLabError``
    /// of kind ``GitLabError/Kind/invalidRequest`` and are not sent.
    ///
    /// Source: <https://docs.gitlab.com/api/rest/authentication/#sudo>
    ///
    /// - Parameter user: the user, or the id or username.
    public func sudo(_ user: some UserReference) -> GitLabClient {
        with { $0.sudo = IDOrPath(user) }
    }

    /// Names the other user in a request that goes to the configured origin.
    func placeSudo(in head: inout HTTPRequest) throws(ValidationError) {
        guard let user = configuration.sudo else { return }
        switch credentials.kind {
        case .token(.personal, _), .token(.impersonation, _), .token(.oauth, _), .token(.project, _), .token(.group, _),
            .oauth:
            break
        case .none, .token(.job, _), .sessionCookie:
            throw ValidationError(
                "sudo needs a personal access token or an OAuth token, and the client has \(withArticle)")
        }
        let text = user.description
        guard !text.isEmpty, text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else {
            throw ValidationError(
                "sudo takes the id or the username of a user, without spaces, line breaks and the like")
        }
        head.headerFields[.sudo] = text
    }

    private var withArticle: String {
        switch credentials.kind {
        case .none: credentials.name
        case .token, .oauth, .sessionCookie: "a \(credentials.name)"
        }
    }
}
