// One call of an operation: what stays the same over all its attempts.

import HTTPTypes

/// One call of an operation.
struct Call: Sendable {
    let endpoint: Endpoint
    let head: HTTPRequest
    let sending: Sending
}

/// How a request is sent, and with it where redirects may lead.
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

/// A request on its way.
struct Target: Sendable {
    var head: HTTPRequest
    /// Whether a redirect has led to another origin: from then on there are no credentials, not even back home.
    var hasLeftOrigin = false
}
