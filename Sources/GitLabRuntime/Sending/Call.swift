// One call of an operation: the part that is the same for all its attempts.

import HTTPTypes

/// One call of an operation.
struct Call: Sendable {
    let endpoint: Endpoint
    let head: HTTPRequest
    private(set) var sending: Sending
    /// Receives the body of the response while it arrives.
    let receiver: (any BodyReceiver)?

    /// Adds an observer of the progress of the body.
    mutating func report(to observer: @escaping @Sendable (TransferProgress) -> Void) {
        if case .request(let body) = sending { sending = .request(body.reporting(to: observer)) }
    }
}

extension Call {
    /// A call whose response is read whole.
    init(_ endpoint: Endpoint, _ head: HTTPRequest, _ body: RequestBody, receiver: (any BodyReceiver)? = nil) {
        self.init(endpoint: endpoint, head: head, sending: .request(body), receiver: receiver)
    }

    /// A call whose response may be longer than memory.
    init(downloading head: HTTPRequest, _ endpoint: Endpoint) {
        self.init(endpoint: endpoint, head: head, sending: .download, receiver: nil)
    }
}

/// How a request is sent, which decides on the targets of redirects.
enum Sending: Sendable {
    /// With a body; the response is read whole.
    case request(RequestBody)
    /// Without a body; the response may be longer than memory.
    case download
}

/// A successful response, and its request after all redirects.
struct Exchanged: Sendable {
    let response: TransportResponse
    let target: Target
    /// How often the request was sent, redirects aside.
    let attempts: Int
}

/// A request that is being sent.
struct Target: Sendable {
    var head: HTTPRequest
    /// Whether a redirect has led to another origin: from then on no credentials are sent, not even to the configured
    /// origin.
    var hasLeftOrigin = false
}
