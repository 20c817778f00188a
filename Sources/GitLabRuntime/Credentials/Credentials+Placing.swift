// Putting a secret into a request, as a header field or into the query.

import HTTPTypes

extension Credentials {
    /// The names of parameters for secrets in a query.
    static let queryNames = ["private_token", "access_token", "job_token"]

    /// Adds a secret that does not have to be obtained first to a request that goes to the configured origin.
    func place(in head: inout HTTPRequest) throws(ValidationError) {
        switch kind {
        case .none, .oauth: break
        case .token(let kind, let token): try place(token, of: kind, in: &head)
        case .sessionCookie(let value):
            guard placement == .header else { throw ValidationError("a session cookie cannot be sent in the query") }
            try Self.check(value, name, forbidding: "\",;\\")
            head.headerFields.setSecret("_gitlab_session=\(value)", for: .cookie)
        }
    }

    /// Adds a token to a request that goes to the configured origin.
    func place(_ token: String, of kind: TokenKind, in head: inout HTTPRequest) throws(ValidationError) {
        try Self.check(token, kind.name)
        switch placement {
        case .header:
            switch kind {
            case .personal, .project, .group, .impersonation: head.headerFields.setSecret(token, for: .privateToken)
            case .oauth: head.headerFields.setSecret("Bearer \(token)", for: .authorization)
            case .job: head.headerFields.setSecret(token, for: .jobToken)
            }
        case .query:
            let name =
                switch kind {
                case .personal, .project, .group, .impersonation: "private_token"
                case .oauth: "access_token"
                case .job: "job_token"
                }
            head.path = QueryText.adding(name, token, to: head.path ?? "/")
        }
    }

    /// Throws for a secret that would break the request, or cannot be one of GitLab's, without showing it.
    private static func check(_ secret: String, _ name: String, forbidding others: String = "") throws(ValidationError)
    {
        guard !secret.isEmpty else { throw ValidationError("the \(name) is empty") }
        let isSound = secret.withBytes { secret in secret.allSatisfy { $0 > 0x20 && $0 < 0x7F } }
        guard isSound, others.isEmpty || !secret.contains(where: others.contains) else {
            throw ValidationError("the \(name) contains a line break, a space or another invalid character")
        }
    }
}
