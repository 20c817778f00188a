// What all copies of a client share.

/// What all copies of a client share, whatever their configuration.
final class ClientState: Sendable {
    let rateBudget = RateBudget()
}
