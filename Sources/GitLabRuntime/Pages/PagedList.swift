// A list that GitLab answers page by page, as one sequence.

/// A list that GitLab answers page by page.
///
/// Iterating gives all items; a page is fetched when the first item of it is asked for, so breaking off a loop fetches
/// nothing more. ``pages`` gives page by page, ``page(_:)`` one page. Each iteration starts anew.
///
/// ```swift
/// for try await project in gitlab.projects.list({ $0.membership = true }) { … }
/// ```
///
/// The list ends where GitLab says that there is no next page, never before and never because a count is missing. If
/// the server's next page is one that was read already, iterating throws a ``GitLabError`` of kind
/// ``GitLabError/Kind/pageLoop`` after the items that came. A request with ``OffsetPagedRequest/page`` set begins at that page.
///
/// Source: <https://docs.gitlab.com/api/rest/#pagination>
public struct PagedList<R: OffsetPagedRequest>: AsyncSequence, Sendable {
    /// An item of the list.
    public typealias Element = R.Item

    let client: GitLabClient

    /// The request for the first page.
    public let request: R

    /// Starts at the first page.
    public func makeAsyncIterator() -> Iterator {
        Iterator(pages: pages.makeAsyncIterator())
    }

    /// The list page by page, fetched as they are asked for.
    public var pages: PageSequence<R> {
        PageSequence(client: client, request: request)
    }

    /// One page.
    ///
    /// - Parameter number: the number of the page, from 1. A page after the last one is empty.
    /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
    public func page(_ number: Int) async throws -> Page<R.Item> {
        var request = request
        request.page = number
        let head = try client.httpRequest(for: request).head
        return try await FetchedPage(request, head, number: number, from: client).page
    }

    /// Goes through the items of a list.
    public struct Iterator: AsyncIteratorProtocol {
        var pages: PageSequence<R>.Iterator
        private var items: IndexingIterator<[R.Item]> = [].makeIterator()

        init(pages: PageSequence<R>.Iterator) {
            self.pages = pages
        }

        /// The next item; nil at the end of the list.
        public mutating func next() async throws -> R.Item? {
            while true {
                if let item = items.next() { return item }
                guard let page = try await pages.next() else { return nil }
                items = page.items.makeIterator()
            }
        }
    }
}
