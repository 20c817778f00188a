// A page as it was received.

import HTTPTypes

/// A page as it was received, with the way to the next one.
struct FetchedPage<Request: OffsetPagedRequest>: Sendable {
    /// With the items that were not handed on while it arrived.
    let page: Page<Request.Item>
    /// How many items it has, and the last one.
    let count: Int
    let last: Request.Item?
    /// nil on the last page; why there is no way to the next one where there should be.
    let next: Result<NextPage?, ValidationError>
    let response: ReceivedResponse

    /// - Parameters:
    ///   - number: the number of the page, where the response does not say.
    ///   - arriving: hands on items while the page arrives; nil: none are handed on.
    init(
        _ list: PagedList<Request>, _ head: HTTPRequest, number: Int, _ arriving: ArrivingItems<Request.Item>? = nil
    ) async throws {
        let received: ReceivedResponse
        let items: [Request.Item]
        do {
            received = try await list.client.response(
                to: Call(list.request.documentedEndpoint, head, .empty, receiver: arriving))
            items =
                try arriving.map { try list.client.decode(received, from: $0) }
                ?? list.client.decode([Request.Item].self, from: received)
        } catch let error as GitLabError {
            throw error.redacting(secretsOf: list.request)
        }
        response = received
        let handedOn = arriving?.handedOn
        count = (handedOn?.count ?? 0) + items.count
        last = items.last ?? handedOn?.last
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
    func isNot(_ number: Int, after bytes: [UInt8]?) -> String? {
        if isNumbered, page.number != number { return "the server sent page \(page.number) instead of page \(number)" }
        if count > 0, bytes == response.bytes { return "the server sent the same page twice" }
        return nil
    }
}
