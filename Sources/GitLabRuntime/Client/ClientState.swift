// The state that all copies of a client share.

/// The state that all copies of a client share, whatever their configuration.
final class ClientState: Sendable {
    let rateBudget = RateBudget()
}
