// The pages of a list, one after another.

/// The pages of a list, fetched one after another as they are read, or one ahead with ``Paging/prefetches``.
public struct PageSequence<R: OffsetPagedRequest>: AsyncSequence, Sendable {
    /// A page of the list.
    public typealias Element = Page<R.Item>

    let list: PagedList<R>

    /// Starts at the first page.
    public func makeAsyncIterator() -> Iterator {
        Iterator(list)
    }

    /// Goes through the pages of a list.
    public struct Iterator: AsyncIteratorProtocol {
        private let prefetches: Bool
        private var walk: PageWalk<R>
        private var ahead: PageAhead<R>?

        init(_ list: PagedList<R>) {
            prefetches = list.client.configuration.pages.prefetches
            walk = PageWalk(list)
        }

        /// Returns the next page; nil after the last one, and after an error.
        ///
        /// A page whose next page cannot be followed is still returned; the next call throws the error.
        ///
        /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
        public mutating func next() async throws -> Page<R.Item>? {
            let page: Page<R.Item>?
            if let ahead {
                self.ahead = nil
                let result: Result<Page<R.Item>?, any Error>
                (result, walk) = await ahead.value
                page = try result.get()
            } else {
                page = try await walk.next()
            }
            if prefetches, page != nil, !walk.hasEnded { ahead = PageAhead(walk) }
            return page
        }
    }
}

/// The page after the one that is being used, fetched ahead. It is cancelled when it is not needed.
private final class PageAhead<R: OffsetPagedRequest>: Sendable {
    typealias Outcome = (Result<Page<R.Item>?, any Error>, PageWalk<R>)

    private let task: Task<Outcome, Never>

    init(_ walk: PageWalk<R>) {
        task = Task {
            var walk = walk
            do {
                let page = try await walk.next()
                return (.success(page), walk)
            } catch {
                return (.failure(error), walk)
            }
        }
    }

    deinit { task.cancel() }

    var value: Outcome {
        get async {
            await withTaskCancellationHandler {
                await task.value
            } onCancel: {
                task.cancel()
            }
        }
    }
}
