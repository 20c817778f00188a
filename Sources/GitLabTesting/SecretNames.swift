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
        "akismet_api_key", "approval_password", "asset_proxy_secret_key", "auth_password", "cube_api_key",
        "eks_secret_access_key", "elasticsearch_aws_secret_access_key", "elasticsearch_password", "elasticsearch_url",
        "external_auth_client_cert", "external_auth_client_key", "external_auth_client_key_pass",
        "external_pipeline_validation_service_token", "import_url", "import_url_password", "invite_token",
        "job_token", "key", "license", "mailgun_signing_key", "password",
        "product_analytics_configurator_connection_string", "properties", "raw_metadata", "recaptcha_private_key",
        "runners_token", "secret", "secret_access_key", "secret_detection_service_auth_token",
        "secret_detection_token_revocation_token", "sentry_dsn", "shared_secret", "signing_token", "slack_app_secret",
        "slack_app_signing_secret", "slack_app_verification_token", "spam_check_api_key",
        "static_objects_external_storage_auth_token", "token", "url", "value", "webhook",
    ]

    /// The ends of other names whose values are secret, such as `incoming_email_token` and `X-Amz-Signature`.
    private static let endings = [
        "token", "secret", "password", "passphrase", "private_key", "access_key", "signature", "credential",
    ]

    /// The names with such an end whose values are public: where the next page begins.
    private static let places: Set<String> = ["page_token", "next_page_token"]

    /// The text in the place of a secret.
    static let redaction = "[redacted]"

    private static let redacted = JSONValue.string(redaction)

    /// Returns whether values of this name are secret, whatever its case.
    static func isSecret(_ name: String) -> Bool {
        attributes.contains(name.lowercased()) || isCredential(name)
    }

    /// Returns whether values of this name are credentials, which are secret in any text: not the `url` of a hook.
    static func isCredential(_ name: String) -> Bool {
        let name = name.lowercased()
        if credentials.contains(name) { return true }
        return endings.contains { name.hasSuffix($0) } && !places.contains(name)
    }

    /// Returns whether a value is no secret, whatever its name is: null, or a flag, such as `license=true` in a query.
    private static func isPublic(_ value: JSONValue) -> Bool {
        switch value {
        case .null, .bool, "true", "false": true
        case .integer, .double, .string, .array, .object: false
        }
    }

    /// Returns the value without secrets, at any depth.
    static func redacting(
        _ value: JSONValue, where isSecret: (String) -> Bool = Self.isSecret
    ) -> JSONValue {
        switch value {
        case .object(let members):
            .object(
                members.reduce(into: [:]) { result, member in
                    let isHidden = isSecret(member.key) && !isPublic(member.value)
                    result[member.key] = isHidden ? redacted : redacting(member.value, where: isSecret)
                })
        case .array(let elements): .array(elements.map { redacting($0, where: isSecret) })
        case .null, .bool, .integer, .double, .string: value
        }
    }

    /// Returns the path without the secret of an upload: `/projects/:id/uploads/:secret/:filename`.
    static func redacting(path: String) -> String {
        var parts = path.split(separator: "/", omittingEmptySubsequences: false)
        for index in parts.indices.dropLast(2) where parts[index] == "uploads" && !parts[index + 1].hasPrefix(":") {
            parts[index + 1] = Substring(redaction)
        }
        return parts.joined(separator: "/")
    }
}
