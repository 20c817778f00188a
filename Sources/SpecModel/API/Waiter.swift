// Waiting for a state, following a download that grows, and conditions on the present state.

import SpecSyntax

/// A way to wait until a thing has a state, by requesting it again and again: `waitUntilFinished`.
public struct Waiter: Sendable {
    /// The word behind `waitUntil`, with a small letter: `finished`.
    public let name: Located<String>
    public let about: Located<String>
    /// The field of the response with the state.
    public let field: Located<String>
    /// The values that end the wait; empty if ``pending`` says it.
    public let ends: [Located<String>]
    /// The only values for which the wait goes on; empty if ``ends`` says it.
    public let pending: [Located<String>]
    /// The values that end the wait with an error.
    public let fails: [Located<String>]
    /// The field with the server's words about a failure.
    public let message: Located<String>?
    /// The field that has a text if it has failed.
    public let failure: Located<String>?
    /// Boolean attributes of the query that the state needs.
    public let with: [Located<String>]
}

extension Waiter {
    /// The method that returns the last state: `waitUntilFinished`.
    public var waitMethod: String { "waitUntil" + name.value.capitalised }
    /// The method that returns all states: `statesUntilFinished`.
    public var statesMethod: String { "statesUntil" + name.value.capitalised }
}

extension Operation {
    /// The method that follows its download: `followLog` for `downloadLog`.
    public var followMethod: String { "follow" + name.value.dropFirst("download".count) }
}

/// How a download that grows is followed: by parts, until a waiter of its resource says that it is complete.
public struct Follower: Sendable {
    /// The operation with the waiter, and the waiter: `get.finished`.
    public let until: Located<String>
    /// The attribute with the position to begin at.
    public let offset: Located<String>
    /// The attribute with the most bytes to send.
    public let limit: Located<String>

    /// The operation with the waiter.
    public var operation: String { String(until.value.prefix { $0 != "." }) }
    /// The name of the waiter.
    public var waiter: String { String(until.value.drop { $0 != "." }.dropFirst()) }
}

/// An attribute that names a state which the thing must still have.
public struct Precondition: Sendable {
    /// The attribute, of the request or of a hash in it.
    public let attribute: Located<String>
    /// The status of the response if the thing has another state.
    public let status: Int
    /// Words of the message, where other failures have the same status.
    public let words: String?
}
