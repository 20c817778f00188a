// A response in memory.

import HTTPTypes

/// A response in memory, with the request that it belongs to.
struct ReceivedResponse: Sendable {
    let request: HTTPRequest
    let head: HTTPResponse
    /// The whole body; of an unsuccessful response the beginning.
    let bytes: [UInt8]
    /// How often the request was sent before this response; 0 if that is not known.
    var attempts = 0
}
