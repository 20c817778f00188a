// The pages of a list of known length, several fetched at the same time.

/// The pages of a list, several fetched at the same time and returned in order.
///
/// GitLab has to report the number of pages with the first one. Where it does not (above 10,000 items, or by keyset),
/// the pages are fetched one after another. When the count changes on the way, pages that have been added are fetched
/// too, and ``Page/end`` of the last page says if the items do not add up to it.
public struct ConcurrentPages<Request: OffsetPagedRequest>: AsyncSequence, Sendable {
    /// A page of the list.
    public typealias Element = Page<Request.Item>

    let list: PagedList<Request>
    let rate: FetchRate

    /// Starts at the first page.
    public func makeAsyncIterator() -> Iterator {
        Iterator(list, rate)
    }

    /// Goes through the pages of a list.
    public struct Iterator: AsyncIteratorProtocol {
        private let list: PagedList<Request>
        private var rate: FetchRate
        private let walk: PageWalk<Request>
        /// The pages that are being fetched, in order. Nothing is fetched before the first one has come.
        private var ahead = PagesAhead<Request>()
        /// The next page to fetch, and the last one that there is; nil while pages are fetched one after another.
        private var plan: (next: Int, last: Int)?
        private var hasBegun = false

        fileprivate init(_ list: PagedList<Request>, _ rate: FetchRate) {
            self.list = list
            self.rate = rate
            walk = PageWalk(list)
        }

        /// Returns the next page; nil after the last one, and after an error.
        ///
        /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
        public mutating func next() async throws -> Page<Request.Item>? {
            guard hasBegun else { return try await first() }
            do {
                // Behind the last known page, each page links to the next.
                guard let fetched = try await ahead.next() else { return try await walk.next() }
                let page = try walk.take(fetched)
                adapt(to: fetched.response)
                if walk.hasEnded { giveUp() } else { follow(page) }
                return page
            } catch {
                walk.end()
                giveUp()
                throw error
            }
        }

        private mutating func first() async throws -> Page<Request.Item>? {
            hasBegun = true
            guard let page = try await walk.next() else { return nil }
            guard !walk.hasEnded, let last = page.totalPages else { return page }
            plan = (page.number.following, last)
            fill()
            return page
        }

        /// Updates the plan with the number of pages that a page reports, and fetches more. A missing count (above
        /// 10,000 items) leaves the plan as it is.
        private mutating func follow(_ page: Page<Request.Item>) {
            if let last = page.totalPages { plan?.last = last }
            fill()
        }

        private mutating func giveUp() {
            plan = nil
            ahead = PagesAhead()
        }

        private mutating func fill() {
            let configuration = list.client.configuration
            while ahead.count < rate.concurrency, let (next, last) = plan, next <= last {
                let start = rate.start(at: configuration.clock.elapsed, configuration.rateLimit.maximumWait)
                ahead.fetch(next, of: list, at: start)
                plan?.next = next + 1
            }
        }

        private mutating func adapt(to response: ReceivedResponse) {
            let configuration = list.client.configuration
            let report =
                configuration.rateLimit.isRespected
                ? RateReport(response.head.headerFields, now: configuration.clock.date) : nil
            rate.adapt(
                attempts: response.attempts, underWay: ahead.count, report, at: configuration.clock.elapsed)
        }
    }
}

/// Pages that are being fetched, in order; cancelled when they are not needed.
private final class PagesAhead<Request: OffsetPagedRequest> {
    private var tasks: [Task<FetchedPage<Request>, any Error>] = []

    var count: Int { tasks.count }

    /// - Parameter start: when the request is sent; nil: at once.
    func fetch(_ number: Int, of list: PagedList<Request>, at start: Duration?) {
        tasks.append(
            Task {
                if let start { try await list.client.configuration.clock.sleep(until: start) }
                return try await FetchedPage(list, try list.head(of: .number(number)), number: number)
            }
        )
    }

    /// Returns the first of them; nil if there is none.
    func next() async throws -> FetchedPage<Request>? {
        guard !tasks.isEmpty else { return nil }
        let task = tasks.removeFirst()
        let others = tasks
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
            for other in others { other.cancel() }
        }
    }

    deinit { for task in tasks { task.cancel() } }
}
