// Receiving the body of a response while it arrives.

import HTTPTypes

/// Receives the body of a successful response piece by piece, before the call ends.
///
/// Each attempt of the call begins again from the first byte. Pieces of an attempt that has been given up are ignored.
protocol BodyReceiver: AnyObject, Sendable {
    /// Begins with the body of a response.
    ///
    /// - Returns: the number of this beginning, for what follows.
    func begin(_ head: HTTPResponse) -> Int

    /// Adds a piece. Returns false, and adds none of it, if the body would be longer than the limit.
    func append(_ piece: [UInt8], of beginning: Int, upTo limit: Int) -> Bool

    /// Returns all that was added.
    func bytes(of beginning: Int) -> [UInt8]
}

/// A middleware that leaves responses as they are, so that the bytes of the transport can be read ahead of it.
package protocol ObservingMiddleware: Middleware {}
