// The parts of a client.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The parts of a client. They never change; a client with another configuration has parts of its own.
final class ClientParts: Sendable {
    let baseURL: URL
    let credentials: Credentials
    let transport: any Transport
    let configuration: GitLabClient.Configuration
    let root: Result<APIRoot, ValidationError>
    let fields: Result<ClientFields, ValidationError>
    let state: ClientState
    let sendsCredentialsInClear: Bool
    /// Whether the body of a response can be read before the middleware has seen the response.
    let readsAhead: Bool

    init(
        baseURL: URL, credentials: Credentials, transport: any Transport, configuration: GitLabClient.Configuration
    ) {
        self.baseURL = baseURL
        self.credentials = credentials
        self.transport = transport
        self.configuration = configuration
        root = Result { () throws(ValidationError) in try APIRoot(baseURL) }
        sendsCredentialsInClear = Self.sendsInClear(credentials, to: root)
        fields = configuration.checkedFields
        readsAhead = configuration.middleware.allSatisfy { $0 is any ObservingMiddleware }
        state = ClientState()
    }

    /// Creates the same parts with another configuration.
    init(_ parts: ClientParts, configuration: GitLabClient.Configuration) {
        baseURL = parts.baseURL
        credentials = parts.credentials
        transport = parts.transport
        self.configuration = configuration
        fields =
            configuration.hasFields(of: parts.configuration) ? parts.fields : configuration.checkedFields
        readsAhead = configuration.middleware.allSatisfy { $0 is any ObservingMiddleware }
        root = parts.root
        sendsCredentialsInClear = parts.sendsCredentialsInClear
        state = parts.state
    }

    private static func sendsInClear(_ credentials: Credentials, to root: Result<APIRoot, ValidationError>) -> Bool {
        guard case .success(let root) = root, root.origin.scheme == "http", !root.origin.isLoopback else {
            return false
        }
        if case .none = credentials.kind { return false }
        return true
    }
}
