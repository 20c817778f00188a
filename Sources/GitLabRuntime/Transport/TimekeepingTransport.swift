// Transports that keep the timeout of a response themselves.

import HTTPTypes

/// A transport that times out by itself if no response comes in time.
///
/// For others the client runs each request in a task of its own, which it can cancel. Waking the caller after that
/// takes longer than anything else that the client does.
package protocol TimekeepingTransport: Transport {
    /// Sends a request whose body is in memory, as ``Transport/send(_:body:)`` does. It has to return as soon as the
    /// task is cancelled.
    ///
    /// - Parameter limit: how long to wait for the head of the response, by the real clock; nil: as long as it takes.
    /// - Throws: ``ResponseOverdue`` when the limit has passed; and as ``Transport/send(_:body:)``.
    func send(_ request: HTTPRequest, body: RequestBody, within limit: Duration?) async throws -> TransportResponse
}

/// The error for a response that does not come within the limit.
package struct ResponseOverdue: Error {
    package init() {}
}
