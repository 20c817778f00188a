// Bodies between our bytes and NIO's buffers, both ways.

#if AsyncHTTPClient
import AsyncHTTPClient
import NIOCore

/// A body that is sent: the next chunk is read when the connection takes it.
struct SentChunks: AsyncSequence, Sendable {
    let body: OpenedRequestBody
    /// The observer of its progress.
    let activity: TransportActivity?

    func makeAsyncIterator() -> Iterator { Iterator(chunks: body.makeAsyncIterator(), activity: activity) }

    struct Iterator: AsyncIteratorProtocol {
        let chunks: OpenedRequestBody.Iterator
        let activity: TransportActivity?

        func next() async throws -> NIOCore.ByteBuffer? {
            activity?.recordProgress()
            return try await chunks.next().map { NIOCore.ByteBuffer(bytes: $0) }
        }
    }
}

/// A body that is received: the connection is read as this is.
struct ReceivedChunks: AsyncSequence, Sendable {
    let body: HTTPClientResponse.Body
    let expected: Int64?
    /// Retained until the body is read: releasing it ends its connections.
    let transport: AsyncHTTPClientTransport

    func makeAsyncIterator() -> Iterator {
        Iterator(buffers: body.makeAsyncIterator(), expected: expected, transport: transport)
    }

    struct Iterator: AsyncIteratorProtocol {
        var buffers: HTTPClientResponse.Body.AsyncIterator
        let expected: Int64?
        let transport: AsyncHTTPClientTransport
        var received: Int64 = 0

        mutating func next() async throws -> [UInt8]? {
            let buffer: NIOCore.ByteBuffer?
            do {
                buffer = try await buffers.next()
            } catch {
                throw ExchangeFailure.translated(error)
            }
            guard let buffer else {
                if let expected, received < expected {
                    throw TransportError(.interrupted, "\(received) of \(expected) bytes came")
                }
                return nil
            }
            received += Int64(buffer.readableBytes)
            return Array(buffer.readableBytesView)
        }
    }
}
#endif
