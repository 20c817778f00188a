// The body of a download, each chunk of which has to come in time.

/// A body whose reading fails when a chunk does not arrive within the limit. Only the waiting counts, so a reader may
/// be slow.
struct TimelyBody: AsyncSequence, Sendable {
    let body: ResponseBody
    let limits: TimeLimits

    func makeAsyncIterator() -> Iterator {
        Iterator(chunks: Chunks(body.makeAsyncIterator()), limits: limits)
    }

    struct Iterator: AsyncIteratorProtocol {
        /// nil once the body has ended or failed.
        private var chunks: Chunks?
        private let limits: TimeLimits

        fileprivate init(chunks: Chunks, limits: TimeLimits) {
            self.chunks = chunks
            self.limits = limits
        }

        mutating func next() async throws -> [UInt8]? {
            guard let chunks else { return nil }
            // Whatever happens to an abandoned read, these chunks are not read again.
            self.chunks = nil
            let chunk = try await limits.run(beginning: .body) { watch in
                TimeLimits.started { await watch.settle { .chunk(try await chunks.next()) } }
            }.chunk
            if chunk != nil { self.chunks = chunks }
            return chunk
        }
    }

    /// Lets one task after the other read: never two at the same time, as the next one begins after the last has ended.
    fileprivate final class Chunks: @unchecked Sendable {
        private var iterator: ResponseBody.Iterator

        init(_ iterator: ResponseBody.Iterator) {
            self.iterator = iterator
        }

        func next() async throws -> [UInt8]? {
            try await iterator.next()
        }
    }
}
