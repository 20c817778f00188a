// A page as it was received.

import HTTPTypes

/// A page as it was received, with the way to the next one.
struct FetchedPage<R: OffsetPagedRequest>: Sendable {
    let page: Page<R.Item>
    /// nil on the last page; why there is no way to the next one where there should be.
    let next: Result<NextPage?, ValidationError>
    let head: HTTPRequest
    let response: ReceivedResponse

    /// - Parameter number: the number of the page, where the response does not say.
    init(_ list: PagedList<R>, _ head: HTTPRequest, number: Int) async throws {
        let call = Call(endpoint: list.request.endpoint, head: head, sending: .request(.empty))
        let (response, items) = try await list.client.hidingSecrets(of: list.request) {
            let response = try await list.client.response(to: call)
            return (response, try list.client.read([R.Item].self, from: response, to: head))
        }
        self.head = head
        self.response = response
        next = Result { () throws(ValidationError) in try NextPage(response.head.headerFields) }
        page = Page(
            items: items,
            fields: response.head.headerFields,
            next: next,
            requestedNumber: number,
            requestedSize: list.request.perPage
        )
    }

    /// Whether the server gave the page a number.
    var isNumbered: Bool { response.head.headerFields.integer(.page) != nil }

    /// Returns why this is not the requested page; nil if it is.
    func isNot(_ number: Int, after last: [UInt8]?) -> String? {
        if isNumbered, page.number != number { return "the server sent page \(page.number) instead of page \(number)" }
        if !page.items.isEmpty, last == response.bytes { return "the server sent the same page twice" }
        return nil
    }
}
