// The security schemes: those of the client's credentials.

import SpecSyntax

struct SecurityScheme {
    private enum Kind {
        case apiKey(place: String, name: String)
        case bearer
    }

    private let name: String
    private let about: String
    private let kind: Kind

    private static let all = [
        SecurityScheme(
            name: "privateToken", about: "A personal, project, group or impersonation access token.",
            kind: .apiKey(place: "header", name: "PRIVATE-TOKEN")),
        SecurityScheme(
            name: "bearer", about: "An OAuth 2.0 access token; personal, project and group access tokens too.",
            kind: .bearer),
        SecurityScheme(
            name: "jobToken", about: "The token of a CI/CD job; only some operations take it.",
            kind: .apiKey(place: "header", name: "JOB-TOKEN")),
        SecurityScheme(
            name: "sessionCookie", about: "The session of a browser; for reading only.",
            kind: .apiKey(place: "cookie", name: "_gitlab_session")),
        SecurityScheme(
            name: "privateTokenInQuery",
            about: "The same as privateToken. URLs end up in logs: prefer the header field.",
            kind: .apiKey(place: "query", name: "private_token")),
        SecurityScheme(
            name: "accessTokenInQuery", about: "The same as bearer. URLs end up in logs: prefer the header field.",
            kind: .apiKey(place: "query", name: "access_token")),
        SecurityScheme(
            name: "jobTokenInQuery", about: "The same as jobToken. URLs end up in logs: prefer the header field.",
            kind: .apiKey(place: "query", name: "job_token")),
    ]

    /// None of them, for what is public, or any one.
    static var requirements: [JSONText] {
        [.object([])]
            + all.map { scheme in
                var members = Members()
                members[scheme.name] = .array([])
                return members.json
            }
    }

    static var components: Members {
        var components = Members()
        for scheme in all {
            var members = Members()
            switch scheme.kind {
            case .apiKey(let place, let name):
                members["type"] = "apiKey"
                members["in"] = .string(place)
                members["name"] = .string(name)
            case .bearer:
                members["type"] = "http"
                members["scheme"] = "bearer"
            }
            members["description"] = .string(scheme.about)
            components[scheme.name] = members.json
        }
        return components
    }
}
