// A body that is being sent: its exact length, and its chunks.

/// A body whose files are open: a length that can be announced, and chunks that can be read once.
///
/// Either all of the announced bytes come, or reading throws: a file that is changed while it is sent never makes a
/// body that is shorter or longer than announced. The files are closed when the body has been read or is released.
public struct OpenedRequestBody: AsyncSequence, Sendable {
    /// A chunk of the body, never an empty one.
    public typealias Element = [UInt8]

    /// The bytes that will come.
    public let length: Int64

    private let source: RequestBodySource

    init(_ body: RequestBody, observers: [@Sendable (TransferProgress) -> Void]) throws {
        source = try RequestBodySource(body, observers: observers)
        length = source.length
    }

    /// Starts reading; a second reader continues where the first one is.
    public func makeAsyncIterator() -> Iterator {
        Iterator(source: source)
    }

    /// Reads chunk by chunk.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate let source: RequestBodySource

        /// Returns the next chunk; nil at the end.
        ///
        /// - Throws: ``GitLabError`` of kind ``GitLabError/Kind/file`` if a file cannot be read or has changed since it
        ///   was opened; `CancellationError` if the task is cancelled.
        public func next() async throws -> [UInt8]? {
            try Task.checkCancellation()
            return try source.nextChunk()
        }
    }
}

extension OpenedRequestBody {
    /// Returns the next chunk, for a transport that is called for it; nil at the end.
    ///
    /// - Throws: ``GitLabError`` of kind ``GitLabError/Kind/file`` if a file cannot be read or has changed since it was
    ///   opened.
    public func nextChunk() throws -> [UInt8]? {
        try source.nextChunk()
    }
}
