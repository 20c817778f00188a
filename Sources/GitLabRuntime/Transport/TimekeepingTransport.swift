// Transports that keep the limit of time of a response themselves.

import HTTPTypes

/// A transport that gives up by itself if no response comes in time.
///
/// For others the client runs each request in a task of its own, which it can break off. To wake the caller after that
/// takes longer than anything else that the client does.
package protocol TimekeepingTransport: Transport {
    /// Sends a request whose body is in memory, as ``Transport/send(_:body:)`` does. It has to come back as soon as the
    /// task is cancelled.
    ///
    /// - Parameter limit: how long to wait for the head of the response, by the real clock; nil: as long as it takes.
    /// - Throws: ``ResponseOverdue`` when the limit has passed; and as ``Transport/send(_:body:)``.
    func send(_ request: HTTPRequest, body: RequestBody, within limit: Duration?) async throws -> TransportResponse
}

/// No response has come within the limit.
package struct ResponseOverdue: Error {
    package init() {}
}
