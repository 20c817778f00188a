// A list that GitLab sends page by page, as one sequence.

import HTTPTypes

/// A list that GitLab sends page by page.
///
/// Iterating returns all items; a page is fetched when its first item is read, so leaving a loop early fetches nothing
/// more. An item is returned as soon as it has arrived, while the rest of its page still does: <doc:ReadingLists> says
/// what follows for errors. ``pages`` returns page by page, ``page(_:)`` one page. Each iteration starts from the
/// beginning.
///
/// ```swift
/// for try await project in gitlab.projects.list({ $0.membership = true }) { … }
/// ```
///
/// The list ends where GitLab says that there is no next page, never before and never because a count is missing. If
/// the server's next page is one that was read already, iterating throws a ``GitLabError`` of kind
/// ``GitLabError/Kind/pageLoop`` after the items received. A request with ``OffsetPagedRequest/page`` set begins at
/// that page.
///
/// Source: <https://docs.gitlab.com/api/rest/#pagination>
public struct PagedList<Request: OffsetPagedRequest>: AsyncSequence, Sendable {
    /// An item of the list.
    public typealias Element = Request.Item

    let client: GitLabClient

    /// The request for the first page.
    public private(set) var request: Request

    /// How the list is walked, where that is not as usual.
    private var way: ListWay?

    var asksForKeyset: Bool { way?.asksForKeyset ?? false }
    var customKeyset: KeysetOrder? { way?.customKeyset }
    var cursor: PageCursor? { way?.cursor }

    init(client: GitLabClient, request: Request) {
        self.client = client
        self.request = request
    }

    /// Starts at the first page.
    public func makeAsyncIterator() -> Iterator {
        Iterator(self)
    }

    /// The pages of the list, fetched as they are read.
    public var pages: PageSequence<Request> {
        PageSequence(list: self)
    }

    /// Returns the pages of the list in order, several of them fetched at the same time where GitLab reports their
    /// number.
    ///
    /// - Parameter concurrency: the most pages that are being fetched or wait to be used.
    public func pages(concurrency: Int) -> ConcurrentPages<Request> {
        ConcurrentPages(list: self, rate: FetchRate(fixed: concurrency))
    }

    /// Returns the pages of the list in order, several of them fetched at the same time where GitLab reports their
    /// number: as many as the server and its rate limit allow.
    ///
    /// - Parameter concurrency: ``AdaptiveConcurrency/adaptive``, or another maximum.
    public func pages(concurrency: AdaptiveConcurrency) -> ConcurrentPages<Request> {
        ConcurrentPages(list: self, rate: FetchRate(concurrency))
    }

    /// Returns the list resumed from a cursor, which may come from another process.
    ///
    /// - Parameter cursor: ``Page/cursor`` of the last page that was used. It has to come from the same request;
    ///   otherwise iterating throws a ``GitLabError`` of kind ``GitLabError/Kind/invalidRequest``.
    public func resumed(from cursor: PageCursor) -> PagedList {
        var list = self
        list.way = ListWay(asksForKeyset: asksForKeyset, customKeyset: customKeyset, cursor: cursor)
        return list
    }

    /// Returns one page.
    ///
    /// - Parameter number: the number of the page, from 1. A page after the last one is empty.
    /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
    public func page(_ number: Int) async throws -> Page<Request.Item> {
        try await FetchedPage(self, try head(of: .number(number)), number: number).page
    }

    /// Goes through the items of a list.
    public struct Iterator: AsyncIteratorProtocol {
        private let walk: PageWalk<Request>
        private let prefetches: Bool
        /// The page whose items are being returned.
        private var page: ArrivingPage<Request>?
        private var items: IndexingIterator<[Request.Item]> = [].makeIterator()

        init(_ list: PagedList) {
            walk = PageWalk(list)
            prefetches = list.client.configuration.pages.prefetches
        }

        /// Returns the next item, as soon as it has arrived; nil at the end of the list.
        ///
        /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
        public mutating func next() async throws -> Request.Item? {
            if let item = items.next() { return item }
            while true {
                if let arrived = try await page?.next() {
                    items = arrived.makeIterator()
                    if let item = items.next() { return item }
                } else if let following = page?.following() {
                    page = following
                } else {
                    // Nothing else uses the walk.
                    guard !walk.hasEnded else { return try await walk.next()?.items.first }
                    try walk.checkCancellation()
                    page = ArrivingPage(walk, prefetches: prefetches)
                }
            }
        }
    }
}

extension PagedList {
    /// Returns the items of the list as an array.
    ///
    /// ```swift
    /// let newest = try await gitlab.projects.list { $0.orderBy = .createdAt }.all(limit: 500)
    /// ```
    ///
    /// The items are in memory together. Iterate instead to use them one by one, and to keep those that came before an
    /// error: when a page fails, this throws and returns none.
    ///
    /// - Parameter limit: The most items to return; nil for all of them. No page behind the one with the last of these
    ///   items is fetched, and none at all for a limit of 0 or less. The size of a page stays that of the request.
    /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
    public func all(limit: Int? = nil) async throws -> [Request.Item] {
        let limit = limit ?? .max
        var items: [Request.Item] = []
        // Not the sequence of pages, which may fetch one ahead.
        let walk = PageWalk(self)
        while items.count < limit, let page = try await walk.next() {
            items += page.items.prefix(limit - items.count)
        }
        return items
    }

    /// Returns the first item of the list; nil if the list is empty.
    ///
    /// A request that says neither where it begins nor how many items a page has fetches a page of one item.
    ///
    /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
    public func first() async throws -> Request.Item? {
        if cursor == nil, request.page == nil, request.perPage == nil {
            var request = request
            request.perPage = 1
            let walk = PageWalk(PagedList(self, request: request))
            guard let page = try await walk.next() else { return nil }
            // A page may be empty although others follow; those are not fetched one item at a time.
            if let item = page.items.first { return item }
            if page.isLast { return nil }
        }
        let walk = PageWalk(self)
        while let page = try await walk.next() {
            if let item = page.items.first { return item }
        }
        return nil
    }

    private init(_ list: PagedList, request: Request) {
        self = list
        self.request = request
    }
}

extension PagedList where Request: KeysetPagedRequest {
    /// Returns the list by keyset, in the order of GitLab's keyset pages (``KeysetPagedRequest/keyset``).
    ///
    /// Keyset pages have no limit of 50,000 items, stay fast, and return each item once even if others are created or
    /// deleted meanwhile. They have no numbers and no totals. A request with another order, or with the number of a
    /// page, is rejected when iterating begins.
    public func keyset() -> PagedList {
        var list = self
        list.way = ListWay(asksForKeyset: true, customKeyset: customKeyset, cursor: cursor)
        return list
    }
}

extension PagedList {
    /// Returns the list of a custom request by keyset.
    ///
    /// ```swift
    /// for try await user in gitlab.pages(request, of: JSONValue.self).keyset(orderBy: "id") { print(user) }
    /// ```
    ///
    /// GitLab has keyset pages for some lists only and ignores the attribute for others: the pages then come by number.
    ///
    /// - Parameter orderBy: The attribute that GitLab's documentation names for keyset pages of this list, mostly `id`.
    ///   The order is descending unless the query of the request has `sort`. A request with another order, or with the
    ///   number of a page, is rejected when iterating begins.
    public func keyset<Item>(orderBy: String) -> PagedList where Request == CustomListRequest<Item> {
        var list = self
        list.way = ListWay(asksForKeyset: true, customKeyset: KeysetOrder(orderBy), cursor: cursor)
        return list
    }
}

extension PagedList {
    /// Returns the request for a page; nil: for the first one.
    func head(of page: NextPage?) throws -> HTTPRequest {
        switch page {
        case nil:
            return try headOfFirst()
        case .number(let number):
            try checkCursor()
            var request = request
            request.page = number
            return try client.encode(request).head
        case .query(let query):
            try checkCursor()
            var head = try client.encode(request).head
            head.path = URLText.split(head.path ?? "").path + "?" + query
            return head
        }
    }

    /// Returns the cursor of a walk at this page.
    func cursor(at next: NextPage, number: Int, received: Int?) -> PageCursor? {
        guard let list = try? fingerprint() else { return nil }
        return PageCursor(operation: request.endpoint.name, list: list, next: next, number: number, received: received)
    }

    private func headOfFirst() throws -> HTTPRequest {
        var head = try client.encode(request).head
        guard let order = customKeyset ?? KeysetOrder.of(Request.self) else { return head }
        let (path, query) = URLText.split(head.path ?? "")
        let isPreferred =
            client.configuration.pages.prefersKeyset && request.page == nil && order.isAskedFor(by: query ?? "")
        guard asksForKeyset || isPreferred else { return head }
        do throws(ValidationError) {
            head.path = try path + "?" + order.query(from: query ?? "")
        } catch {
            throw GitLabError(kind: .invalidRequest, message: error.message, head: head)
        }
        return head
    }

    private func checkCursor() throws {
        guard let cursor else { return }
        guard cursor.operation == request.endpoint.name, cursor.list == (try fingerprint()) else {
            throw GitLabError(
                kind: .invalidRequest,
                message: "the cursor belongs to another list (\(cursor.operation)) or to other filters",
                method: request.endpoint.method.rawValue,
                path: request.documentedEndpoint.pathTemplate
            )
        }
    }

    /// Returns the fingerprint of the list, for any base URL and any first page.
    private func fingerprint() throws -> String {
        var request = request
        request.page = nil
        let target = try client.encode(request).head.path ?? ""
        let root = (try? client.root.get().path) ?? ""
        let keyset = asksForKeyset ? "keyset " + (customKeyset.map { $0.orderBy + " " } ?? "") : ""
        return PageCursor.fingerprint(keyset + target.dropFirst(root.count))
    }
}

/// How a list is walked. One reference, so that copying a list needs little code.
private final class ListWay: Sendable {
    let asksForKeyset: Bool
    /// The order of keyset pages, where the type of the request does not say it.
    let customKeyset: KeysetOrder?
    let cursor: PageCursor?

    init(asksForKeyset: Bool, customKeyset: KeysetOrder?, cursor: PageCursor?) {
        self.asksForKeyset = asksForKeyset
        self.customKeyset = customKeyset
        self.cursor = cursor
    }
}

extension PagedList: CustomStringConvertible {
    /// The request of the list, without secrets. It is for people and may change.
    public var description: String { "PagedList(\(ValueText.text(of: request)))" }
}
