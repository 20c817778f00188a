// Errors about a request with secrets: GitLab repeats values in its messages, and paths contain them.

extension GitLabClient {
    /// Runs a closure that sends a request, and redacts the secrets of the request in its errors.
    func hidingSecrets<Result>(of request: some EndpointRequest, _ body: () async throws -> Result) async throws
        -> Result
    {
        do {
            return try await body()
        } catch let error as GitLabError {
            throw error.hiding(SecretText.secrets(in: request))
        }
    }
}

extension GitLabError {
    /// Returns the error without these texts.
    func hiding(_ secrets: [String]) -> GitLabError {
        guard !secrets.isEmpty else { return self }
        var error = self
        error.message = SecretText.redacting(message, secrets)
        error.fieldMessages = fieldMessages.mapValues { $0.map { SecretText.redacting($0, secrets) } }
        error.path = path.map { SecretText.redacting($0, secrets) }
        return error
    }
}
