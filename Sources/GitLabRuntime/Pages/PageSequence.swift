// The pages of a list, one after another.

/// The pages of a list, fetched one after another as they are read, or one ahead with ``Paging/prefetches``.
public struct PageSequence<Request: OffsetPagedRequest>: AsyncSequence, Sendable {
    /// A page of the list.
    public typealias Element = Page<Request.Item>

    let list: PagedList<Request>

    /// Starts at the first page.
    public func makeAsyncIterator() -> Iterator {
        Iterator(list)
    }

    /// Goes through the pages of a list.
    public struct Iterator: AsyncIteratorProtocol {
        private let prefetches: Bool
        private let walk: PageWalk<Request>
        private var ahead: PageAhead<Request>?

        init(_ list: PagedList<Request>) {
            prefetches = list.client.configuration.pages.prefetches
            walk = PageWalk(list)
        }

        /// Returns the next page; nil after the last one, and after an error.
        ///
        /// A page whose next page cannot be followed is still returned; the next call throws the error.
        ///
        /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
        public mutating func next() async throws -> Page<Request.Item>? {
            let page: Page<Request.Item>?
            if let ahead {
                self.ahead = nil
                page = try await ahead.page
            } else {
                page = try await walk.next()
            }
            if prefetches, page != nil, !walk.hasEnded { ahead = PageAhead(walk) }
            return page
        }
    }
}

/// The page after the one that is being used, fetched ahead. It is cancelled when it is not needed.
private final class PageAhead<Request: OffsetPagedRequest>: Sendable {
    private let task: Task<Page<Request.Item>?, any Error>

    init(_ walk: PageWalk<Request>) {
        task = Task { try await walk.next() }
    }

    deinit { task.cancel() }

    var page: Page<Request.Item>? {
        get async throws {
            try await withTaskCancellationHandler {
                try await task.value
            } onCancel: {
                task.cancel()
            }
        }
    }
}
