// The names of secrets, which no description of a request shows.

import GitLab

/// The names of attributes whose values are secret.
///
/// A recorded request does not know which operation it is for, so a name is secret here if it is in any.
enum SecretNames {
    /// The names of credentials in a query or in a form.
    private static let credentials: Set<String> = [
        "private_token", "access_token", "job_token", "deploy_token", "refresh_token", "client_secret", "password",
        "feed_token", "rss_token", "trigger_token",
    ]

    /// The attributes that the spec makes secret. A test compares them with it.
    static let attributes: Set<String> = [
        "auth_password", "import_url", "import_url_password", "invite_token", "job_token", "key", "runners_token",
        "secret", "secret_access_key", "signing_token", "token", "url", "value",
    ]

    private static let hidden = JSONValue.string("[redacted]")

    private static func isSecret(_ name: String) -> Bool {
        credentials.contains(name) || attributes.contains(name)
    }

    /// Returns the value without secrets, at any depth. Null is no secret.
    static func redacting(_ value: JSONValue) -> JSONValue {
        switch value {
        case .object(let members):
            .object(
                members.reduce(into: [:]) { result, member in
                    let isHidden = isSecret(member.key.lowercased()) && member.value != .null
                    result[member.key] = isHidden ? hidden : redacting(member.value)
                })
        case .array(let elements): .array(elements.map(redacting))
        case .null, .bool, .integer, .double, .string: value
        }
    }

    /// Returns the path without the secret of an upload: `/projects/:id/uploads/:secret/:filename`.
    static func redacting(path: String) -> String {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false)
        for index in parts.indices.dropLast(2) where parts[index] == "uploads" && !parts[index + 1].hasPrefix(":") {
            parts[index + 1] = "[redacted]"
        }
        return parts.joined(separator: "/")
    }
}
