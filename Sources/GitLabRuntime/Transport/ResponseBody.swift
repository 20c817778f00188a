// The body of a response, chunk by chunk as it comes.

/// The body of a response: chunks of bytes as they come, never an empty one.
///
/// It can be read once. Reading throws if the body is incomplete, and `CancellationError` if the task is cancelled, so
/// that an end without an error always is the real end.
public struct ResponseBody: AsyncSequence, Sendable {
    private enum Source: Sendable {
        case whole([UInt8])
        case chunks(@Sendable () -> Iterator)
    }

    private let source: Source
    /// Receives the whole body without its chunks, where the transport can do that.
    private(set) var receiveAll: (@Sendable () async -> ReceivedBytes)?

    /// Creates a body in memory.
    public init(_ bytes: [UInt8]) {
        source = .whole(bytes)
    }

    /// Creates a body of these chunks.
    public init<Chunks: AsyncSequence & Sendable>(_ chunks: Chunks) where Chunks.Element == [UInt8] {
        source = .chunks {
            var iterator = chunks.makeAsyncIterator()
            return Iterator(.chunks { try await iterator.next() })
        }
    }

    /// Creates a body of these chunks, which can also be received at once.
    init<Chunks: AsyncSequence & Sendable>(
        _ chunks: Chunks, receivingAll: @escaping @Sendable () async -> ReceivedBytes
    ) where Chunks.Element == [UInt8] {
        self.init(chunks)
        receiveAll = receivingAll
    }

    /// The whole body, if it is in memory.
    var bytes: [UInt8]? {
        switch source {
        case .whole(let bytes): bytes
        case .chunks: nil
        }
    }

    /// Starts reading.
    public func makeAsyncIterator() -> Iterator {
        switch source {
        case .whole(let bytes): Iterator(.whole(bytes))
        case .chunks(let start): start()
        }
    }

    /// Reads chunk by chunk.
    public struct Iterator: AsyncIteratorProtocol {
        fileprivate enum Rest {
            case whole([UInt8])
            case chunks(() async throws -> [UInt8]?)
        }

        private var rest: Rest

        fileprivate init(_ rest: Rest) {
            self.rest = rest
        }

        /// Returns the next chunk; nil at the end.
        public mutating func next() async throws -> [UInt8]? {
            switch rest {
            case .whole(let bytes):
                rest = .whole([])
                if !bytes.isEmpty { return bytes }
            case .chunks(let nextChunk):
                while let chunk = try await nextChunk() {
                    if !chunk.isEmpty { return chunk }
                }
            }
            // A cancelled stream just ends: without this a truncated body would look complete.
            try Task.checkCancellation()
            return nil
        }
    }

    /// Returns the whole body.
    ///
    /// - Parameter limit: the most bytes to take.
    /// - Throws: ``TooLong`` if there are more; errors of reading.
    public func collect(upTo limit: Int) async throws -> [UInt8] {
        if case .whole(let whole) = source {
            guard whole.count <= limit else { throw TooLong(limit: limit) }
            return whole
        }
        var bytes: [UInt8] = []
        for try await chunk in self {
            guard chunk.count <= limit - bytes.count else { throw TooLong(limit: limit) }
            bytes.append(contentsOf: chunk)
        }
        return bytes
    }

    /// Returns the first bytes of the body, not more than the limit; the rest is left.
    func prefix(upTo limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await chunk in self {
            bytes.append(contentsOf: chunk.prefix(limit - bytes.count))
            if bytes.count == limit { break }
        }
        return bytes
    }

    /// The error for a body that is longer than the limit.
    public struct TooLong: Error, Sendable, CustomStringConvertible {
        /// The limit in bytes.
        public let limit: Int

        /// The limit in words.
        public var description: String { "the body is longer than \(limit) bytes" }
    }
}

/// The bytes of a body that has ended, and the error that it ended with.
struct ReceivedBytes: Sendable {
    let bytes: [UInt8]
    let error: (any Error)?
}
