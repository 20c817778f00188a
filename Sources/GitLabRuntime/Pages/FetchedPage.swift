// A page as it was received.

import HTTPTypes

/// A page as it was received, with the way to the next one.
struct FetchedPage<Request: OffsetPagedRequest>: Sendable {
    let page: Page<Request.Item>
    /// nil on the last page; why there is no way to the next one where there should be.
    let next: Result<NextPage?, ValidationError>
    let response: ReceivedResponse

    /// - Parameter number: the number of the page, where the response does not say.
    init(_ list: PagedList<Request>, _ head: HTTPRequest, number: Int) async throws {
        let received: ReceivedResponse
        let items: [Request.Item]
        do {
            received = try await list.client.response(to: Call(list.request.documentedEndpoint, head, .empty))
            items = try list.client.decode([Request.Item].self, from: received)
        } catch let error as GitLabError {
            throw error.redacting(secretsOf: list.request)
        }
        response = received
        next = Result { () throws(ValidationError) in try NextPage(received.head.headerFields) }
        page = Page(
            items: items,
            fields: received.head.headerFields,
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
