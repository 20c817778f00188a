// A client from environment variables, as CI/CD jobs and shells set them.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension GitLabClient {
    /// Creates a client for the GitLab and with the token that the environment names. Nothing else reads the
    /// environment.
    ///
    /// The token: `GITLAB_TOKEN`, a personal, project or group access token; without it `CI_JOB_TOKEN`, which every
    /// CI/CD job has.
    ///
    /// The URL of GitLab: the argument `baseURL`; without it `GITLAB_URL`, then `CI_API_V4_URL` and `CI_SERVER_URL`,
    /// which every CI/CD job has. A job token goes only to the GitLab that the job's two variables name: for another
    /// one, `GITLAB_TOKEN` has to be set.
    ///
    /// A variable that is empty counts as not set.
    ///
    /// - Parameters:
    ///   - environment: the variables; those of the process by default.
    ///   - baseURL: the URL of GitLab, for programs that know it.
    ///   - transport: the transport of requests; ``defaultTransport()`` by default.
    ///   - configuration: retries, limits, middleware.
    /// - Throws: ``GitLabError`` of kind ``GitLabError/Kind/configuration`` that names the missing variables, or the one
    ///   that cannot be used. It shows no value.
    public static func fromEnvironment(
        _ environment: [String: String] = ProcessInfo.processInfo.environment,
        baseURL: URL? = nil,
        transport: @autoclosure () -> any Transport = GitLabClient.defaultTransport(),
        configuration: Configuration = Configuration()
    ) throws -> GitLabClient {
        // A value that was copied by hand often ends in a space or a line break.
        let variables = environment.compactMapValues { value in
            let begun = value.drop(while: \.isWhitespace)
            return begun.lastIndex { !$0.isWhitespace }.map { String(begun[...$0]) }
        }
        func server(in names: [String]) throws -> URL? {
            try names.first { variables[$0] != nil }.flatMap { name in
                try variables[name].map { try url($0, from: name) }
            }
        }
        guard let address = try baseURL ?? server(in: ["GITLAB_URL"] + jobServerNames) else {
            throw missing(
                "no base URL is configured: set `GITLAB_URL`, or pass a base URL; jobs have `CI_API_V4_URL`")
        }
        let credentials: Credentials
        if let token = variables["GITLAB_TOKEN"] {
            credentials = .personalAccessToken(token)
        } else if let token = variables["CI_JOB_TOKEN"] {
            let jobServer = try server(in: jobServerNames).flatMap { try? APIRoot($0) }
            guard let server = try? APIRoot(address), server == jobServer else {
                throw missing(
                    "there is no token for this GitLab: set `GITLAB_TOKEN`; `CI_JOB_TOKEN` is for the one of the job")
            }
            credentials = .jobToken(token)
        } else {
            throw missing("there is no token: set `GITLAB_TOKEN`; jobs have `CI_JOB_TOKEN`")
        }
        return GitLabClient(
            baseURL: address, credentials: credentials, transport: transport(), configuration: configuration)
    }

    private static let jobServerNames = ["CI_API_V4_URL", "CI_SERVER_URL"]

    private static func url(_ text: String, from name: String) throws -> URL {
        guard let url = URL(string: text) else {
            throw unusable(name, "it is not a URL that begins with https:// or http:// and names a host")
        }
        do {
            _ = try APIRoot(url)
        } catch {
            throw unusable(name, error.message)
        }
        return url
    }

    private static func unusable(_ name: String, _ reason: String) -> GitLabError {
        GitLabError(kind: .configuration, message: "the environment variable `\(name)` cannot be used: \(reason)")
    }

    private static func missing(_ what: String) -> GitLabError {
        GitLabError(kind: .configuration, message: "no client from the environment: \(what)")
    }
}
