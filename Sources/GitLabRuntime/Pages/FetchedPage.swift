// One page as it came.

import HTTPTypes

/// One page as it came, with the way to the next one.
struct FetchedPage<R: OffsetPagedRequest>: Sendable {
    let page: Page<R.Item>
    /// nil on the last page; why there is no way to the next one where there should be.
    let next: Result<NextPage?, Refusal>
    let head: HTTPRequest
    let answer: Answer

    /// - Parameter number: the number of the page, where the answer does not tell.
    init(_ list: PagedList<R>, _ head: HTTPRequest, number: Int) async throws {
        let call = Call(endpoint: list.request.endpoint, head: head, sending: .request(.empty))
        let (answer, items) = try await list.client.hidingSecrets(of: list.request) {
            let answer = try await list.client.answer(to: call)
            return (answer, try list.client.read([R.Item].self, from: answer, to: head))
        }
        self.head = head
        self.answer = answer
        next = Result { () throws(Refusal) in try NextPage(answer.head.headerFields) }
        page = Page(
            items: items,
            fields: answer.head.headerFields,
            next: next,
            requestedNumber: number,
            requestedSize: list.request.perPage
        )
    }

    /// Whether the server gave the page a number.
    var isNumbered: Bool { answer.head.headerFields.integer(.page) != nil }

    /// Why this is not the page that was asked for; nil if it is.
    func isNot(_ number: Int, after last: [UInt8]?) -> String? {
        if isNumbered, page.number != number { return "the server sent page \(page.number) instead of page \(number)" }
        if !page.items.isEmpty, last == answer.bytes { return "the server sent the same page twice" }
        return nil
    }
}
