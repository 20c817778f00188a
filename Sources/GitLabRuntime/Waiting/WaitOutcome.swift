// Meaning of a state for those who wait.

/// Meaning of a state for those who wait: that they have to go on waiting, or how the wait ends.
public struct WaitOutcome: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case pending
        case ended
        /// It ended otherwise than hoped for; with GitLab's words.
        case failed(String?)
    }

    let kind: Kind
    /// The state in words, for errors.
    let state: String

    /// Creates the outcome that the value of a field means.
    ///
    /// - Parameters:
    ///   - value: the value; nil is a state of its own, in which the wait goes on.
    ///   - ends: the values that end the wait.
    ///   - fails: the values that end it with an error.
    ///   - message: GitLab's words about a failure.
    public init<Value: Equatable & CustomStringConvertible>(
        _ value: Value?, ends: [Value], fails: [Value] = [], message: String? = nil
    ) {
        state = Self.text(value)
        guard let value else {
            kind = .pending
            return
        }
        kind = fails.contains(value) ? .failed(message) : ends.contains(value) ? .ended : .pending
    }

    /// Creates the outcome that the value of a field means, where another field has a text if it failed.
    ///
    /// - Parameters:
    ///   - value: the value; nil is a state of its own, in which the wait goes on.
    ///   - ends: the values that end the wait.
    ///   - failure: GitLab's words about a failure; nil and an empty text if there is none.
    public init<Value: Equatable & CustomStringConvertible>(_ value: Value?, ends: [Value], failure: String?) {
        state = Self.text(value)
        guard let value, ends.contains(value) else {
            kind = .pending
            return
        }
        kind = failure.map { $0.isEmpty } ?? true ? .ended : .failed(failure)
    }

    /// Creates the outcome that the value of a field means, where the wait goes on for some values only.
    ///
    /// - Parameters:
    ///   - value: the value; nil is a state of its own, in which the wait goes on.
    ///   - pending: the values for which the wait goes on.
    public init<Value: Equatable & CustomStringConvertible>(_ value: Value?, whileIn pending: [Value]) {
        state = Self.text(value)
        kind = value.map { !pending.contains($0) } ?? false ? .ended : .pending
    }

    private static func text(_ value: (some CustomStringConvertible)?) -> String {
        value.map { "`\($0)`" } ?? "unknown"
    }
}
