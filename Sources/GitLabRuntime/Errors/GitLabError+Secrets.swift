// Errors about a request with secrets: GitLab repeats values in its messages, and paths contain them.

extension GitLabError {
    /// Returns the error without the secrets of the request that it is about.
    func redacting(secretsOf request: some EndpointRequest) -> GitLabError {
        redacting(SecretText.secrets(in: request))
    }

    /// Returns the error without these texts.
    func redacting(_ secrets: [String]) -> GitLabError {
        guard !secrets.isEmpty else { return self }
        // They may stand in the message as they are printed.
        let secrets = secrets + secrets.map(\.printable)
        var error = self
        error.message = SecretText.redacting(message, secrets)
        error.fieldMessages = fieldMessages.mapValues { $0.map { SecretText.redacting($0, secrets) } }
        error.path = path.map { SecretText.redacting($0, secrets) }
        return error
    }
}
