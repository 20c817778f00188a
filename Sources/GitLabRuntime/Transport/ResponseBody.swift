// The body of a response, chunk by chunk as it comes.

/// The body of a response: chunks of bytes as they come, never an empty one.
///
/// It can be read once. Reading throws if the body breaks off, and `CancellationError` if the task is cancelled, so
/// that an end without an error always is the real end.
public struct ResponseBody: AsyncSequence, Sendable {
    private let start: @Sendable () -> Iterator
    /// All of it, if it is in memory.
    private let whole: [UInt8]?

    /// A body that is whole in memory.
    public init(_ bytes: [UInt8]) {
        whole = bytes
        start = {
            var rest: [UInt8]? = bytes
            return Iterator {
                defer { rest = nil }
                return rest
            }
        }
    }

    /// A body of these chunks.
    public init<Chunks: AsyncSequence & Sendable>(_ chunks: Chunks) where Chunks.Element == [UInt8] {
        whole = nil
        start = {
            var iterator = chunks.makeAsyncIterator()
            return Iterator { try await iterator.next() }
        }
    }

    /// Starts reading.
    public func makeAsyncIterator() -> Iterator {
        start()
    }

    /// Reads chunk by chunk.
    public struct Iterator: AsyncIteratorProtocol {
        private var nextChunk: () async throws -> [UInt8]?

        init(_ nextChunk: @escaping () async throws -> [UInt8]?) {
            self.nextChunk = nextChunk
        }

        /// The next chunk; nil at the end.
        public mutating func next() async throws -> [UInt8]? {
            while let chunk = try await nextChunk() {
                if !chunk.isEmpty { return chunk }
            }
            // A cancelled stream just ends: without this a cut body would look whole.
            try Task.checkCancellation()
            return nil
        }
    }

    /// The whole body.
    ///
    /// - Parameter limit: the most bytes to take.
    /// - Throws: ``TooLong`` if there are more; what reading throws.
    public func collect(upTo limit: Int) async throws -> [UInt8] {
        if let whole {
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

    /// The first bytes of the body, not more than the limit; the rest is left.
    func prefix(upTo limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await chunk in self {
            bytes.append(contentsOf: chunk.prefix(limit - bytes.count))
            if bytes.count == limit { break }
        }
        return bytes
    }

    /// The body has more bytes than were to be taken.
    public struct TooLong: Error, Sendable, CustomStringConvertible {
        /// The most bytes that were to be taken.
        public let limit: Int

        /// The limit in words.
        public var description: String { "the body is longer than \(limit) bytes" }
    }
}
