// The pages of a list, one after another.

import HTTPTypes

/// The pages of a list, fetched one after another as they are asked for.
public struct PageSequence<R: OffsetPagedRequest>: AsyncSequence, Sendable {
    /// A page of the list.
    public typealias Element = Page<R.Item>

    let client: GitLabClient
    let request: R

    /// Starts at the first page.
    public func makeAsyncIterator() -> Iterator {
        Iterator(client: client, request: request)
    }

    /// Goes through the pages of a list.
    public struct Iterator: AsyncIteratorProtocol {
        private enum State {
            case first
            case next(NextPage)
            /// There is a next page, and no way to it.
            case lost(GitLabError)
            case ended
        }

        private let client: GitLabClient
        private let request: R
        private var state = State.first
        private var number: Int
        /// Hashes of the queries that were sent, so that a long walk does not grow by all their texts.
        private var sent: Set<Int> = []

        init(client: GitLabClient, request: R) {
            self.client = client
            self.request = request
            number = request.page ?? 1
        }

        /// The next page; nil after the last one, and after an error.
        ///
        /// A page that names none that could follow is given back all the same; the error comes with the next call.
        ///
        /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
        public mutating func next() async throws -> Page<R.Item>? {
            let head: HTTPRequest
            switch state {
            case .ended: return nil
            case .lost(let error):
                state = .ended
                throw error
            case .first: head = try request(for: nil)
            case .next(let next): head = try request(for: next)
            }
            state = .ended
            sent.insert(Self.hash(URLText.split(head.path ?? "").query))
            let fetched = try await FetchedPage(request, head, number: number, from: client)
            number = fetched.page.number + 1
            state = stateAfter(fetched, head)
            return fetched.page
        }

        private func stateAfter(_ fetched: FetchedPage<R>, _ head: HTTPRequest) -> State {
            do throws(Refusal) {
                guard let next = try fetched.next.get() else { return .ended }
                if let problem = loop(from: fetched, to: next) { throw Refusal(problem) }
                return .next(next)
            } catch {
                return .lost(client.failure(.pageLoop, error.message, head, fetched.answer))
            }
        }

        private func request(for next: NextPage?) throws -> HTTPRequest {
            switch next {
            case nil:
                return try client.httpRequest(for: request).head
            case .number(let number):
                var request = request
                request.page = number
                return try client.httpRequest(for: request).head
            case .query(let query):
                var head = try client.httpRequest(for: request).head
                head.path = URLText.split(head.path ?? "").path + "?" + query
                return head
            }
        }

        /// Why following this page would never end; nil if there is nothing against it. Where pages have numbers, they
        /// must rise; where they have none, no query may come twice.
        private func loop(from fetched: FetchedPage<R>, to next: NextPage) -> String? {
            let isNumbered = fetched.answer.head.headerFields.integer(.page) != nil
            switch next {
            case .number(let number):
                guard number <= fetched.page.number else { return nil }
                return "the server names page \(number) as the one after page \(fetched.page.number)"
            case .query(let query):
                if isNumbered, let number = next.number, number <= fetched.page.number {
                    return "the server names page \(number) as the one after page \(fetched.page.number)"
                }
                guard sent.contains(Self.hash(query)) else { return nil }
                return "the server names a page as the next one that was read already"
            }
        }

        private static func hash(_ query: String?) -> Int {
            (query ?? "").hashValue
        }
    }
}

/// One page as it came, with the way to the next one.
struct FetchedPage<R: OffsetPagedRequest>: Sendable {
    let page: Page<R.Item>
    /// nil on the last page; why there is no way to the next one where there should be.
    let next: Result<NextPage?, Refusal>
    let answer: Answer

    /// - Parameter number: the number of the page, where the answer does not tell.
    init(_ request: R, _ head: HTTPRequest, number: Int, from client: GitLabClient) async throws {
        let call = Call(endpoint: request.endpoint, head: head, sending: .request(.empty))
        let answer = try await client.answer(to: call)
        self.answer = answer
        next = Result { () throws(Refusal) in try NextPage(answer.head.headerFields) }
        page = Page(
            items: try client.read([R.Item].self, from: answer, to: head),
            fields: answer.head.headerFields,
            next: next,
            requestedNumber: number,
            requestedSize: request.perPage
        )
    }
}
