// Going through the pages of a list, one after the other.

import HTTPTypes

/// The position of a walk through a list. One task uses it at a time.
///
/// A class, so that the iterators that hold it are one reference, and copying them needs no code of their own.
final class PageWalk<Request: OffsetPagedRequest>: @unchecked Sendable {
    private enum State: Sendable {
        case first
        case next(NextPage)
        /// There is a next page, and no way to it.
        case lost(GitLabError)
        case ended
    }

    private let list: PagedList<Request>
    private var state = State.first
    private var number: Int
    /// The number of items received; nil in a walk that began in the middle, where the count says nothing.
    private var received: Int?
    /// Hashes of the queries that were sent, so that a long walk does not grow by all their texts.
    private var sent: Set<Int> = []
    private var last: (bytes: [UInt8], item: Request.Item?)?
    private var emptyInARow = 0
    private var hasTurnedToKeyset = false

    init(_ list: PagedList<Request>) {
        self.list = list
        number = list.request.page ?? 1
        received = number == 1 ? 0 : nil
        guard let cursor = list.cursor else { return }
        state = .next(cursor.next)
        number = cursor.number
        received = cursor.received
    }

    /// Continues behind the next page, which was fetched elsewhere.
    func take(_ fetched: FetchedPage<Request>) throws -> Page<Request.Item> {
        try check(fetched, number)
        return page(fetched)
    }

    /// Ends the walk.
    func end() { state = .ended }

    /// Ends the walk if the task is cancelled, and throws.
    func checkCancellation() throws {
        guard Task.isCancelled else { return }
        end()
        throw CancellationError()
    }

    /// Whether there is nothing more to ask the server for.
    var hasEnded: Bool {
        switch state {
        case .first, .next: false
        case .lost, .ended: true
        }
    }

    /// Returns the next page; nil after the last one, and after an error.
    ///
    /// - Parameter queue: receives items while the page arrives, which it has no more then; nil: the page has all.
    func next(handingOnTo queue: ItemQueue<Request.Item>? = nil) async throws -> Page<Request.Item>? {
        let next: NextPage?
        switch state {
        case .ended: return nil
        case .lost(let error):
            state = .ended
            throw error
        case .first: next = nil
        case .next(let page): next = page
        }
        state = .ended
        let fetched: FetchedPage<Request>
        do {
            fetched = try await fetch(next, queue)
        } catch let error as GitLabError where error.kind == .offsetLimit {
            fetched = try await fetch(try wayBeyondTheLimit(error), queue)
        }
        return page(fetched)
    }

    private func fetch(
        _ next: NextPage?, _ queue: ItemQueue<Request.Item>?
    ) async throws -> FetchedPage<Request> {
        let head = try list.head(of: next)
        sent.insert(Self.hash(URLText.split(head.path ?? "").query))
        let arriving = queue.map {
            ArrivingItems($0, page: next?.number ?? number, after: last?.bytes, list.client.tolerance)
        }
        let fetched = try await FetchedPage(list, head, number: number, arriving)
        try check(fetched, next?.number ?? number)
        return fetched
    }

    /// Throws if this is not the requested page.
    private func check(_ fetched: FetchedPage<Request>, _ number: Int) throws {
        guard let problem = fetched.isNot(number, after: last?.bytes) else { return }
        throw list.client.failure(.pageLoop, problem, fetched.response)
    }

    private func page(_ fetched: FetchedPage<Request>) -> Page<Request.Item> {
        received = received.map { $0 + fetched.count }
        emptyInARow = fetched.count == 0 ? emptyInARow + 1 : 0
        number = fetched.page.number.following
        last = (fetched.response.bytes, fetched.last)
        state = stateAfter(fetched)
        var page = fetched.page
        switch state {
        case .next(let next):
            page.cursor = list.cursor(at: next, number: number, received: received)
        case .lost:
            page.end = .cutOff
        case .ended, .first:
            page.end = .complete
            if let received, let total = page.total, received != total {
                page.end = .miscounted(received: received, total: total)
            }
        }
        return page
    }

    private func stateAfter(_ fetched: FetchedPage<Request>) -> State {
        do throws(ValidationError) {
            guard let next = try fetched.next.get() else { return .ended }
            if let problem = loop(from: fetched, to: next) { throw ValidationError(problem) }
            guard emptyInARow <= list.client.configuration.pages.maximumEmptyPages else {
                throw ValidationError("the server sent \(emptyInARow) empty pages in a row, and names another one")
            }
            return .next(next)
        } catch {
            return .lost(list.client.failure(.pageLoop, error.message, fetched.response))
        }
    }

    /// Behind the last page that GitLab sends by number, a list in the order of keyset pages continues by keyset.
    private func wayBeyondTheLimit(_ error: GitLabError) throws -> NextPage {
        var error = error
        guard let order = KeysetOrder.of(Request.self), !hasTurnedToKeyset else { throw error }
        let query = URLText.split(try list.head(of: nil).path ?? "").query ?? ""
        guard let item = last?.item, let rest = order.query(from: query, after: item) else {
            error.message += " `keyset()` requests keyset pages, which are ordered by `\(order.orderBy)`."
            throw error
        }
        hasTurnedToKeyset = true
        return .query(rest)
    }

    /// Returns why following this page would never end; nil if it can be followed. Where pages have numbers, they must
    /// rise; where they have none, no query may come twice.
    private func loop(from fetched: FetchedPage<Request>, to next: NextPage) -> String? {
        let number = fetched.page.number
        switch next {
        case .number(let following):
            guard following <= number else { return nil }
            return "the server names page \(following) as the one after page \(number)"
        case .query(let query):
            if fetched.isNumbered, let following = next.number, following <= number {
                return "the server names page \(following) as the one after page \(number)"
            }
            guard sent.contains(Self.hash(query)) else { return nil }
            return "the server names a page as the next one that was read already"
        }
    }

    private static func hash(_ query: String?) -> Int {
        (query ?? "").hashValue
    }
}
