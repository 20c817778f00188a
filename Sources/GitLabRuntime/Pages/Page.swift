// A page of a list.

import HTTPTypes

/// A page of a list, with GitLab's counts of the whole.
public struct Page<Item: Sendable>: Sendable {
    /// The items on this page.
    public let items: [Item]

    /// The number of the page, from 1; counted where GitLab does not send it (keyset pagination).
    public let number: Int

    /// The number of items that a full page has.
    public let perPage: Int

    /// The number of items in the whole list. nil above 10,000 items and with keyset pagination: GitLab does not count
    /// them then.
    public let total: Int?

    /// The number of pages; nil where ``total`` is.
    public let totalPages: Int?

    /// The number of the next page; nil on the last page, and with keyset pagination, where pages have no numbers
    /// (``isLast`` distinguishes the two).
    public let nextPage: Int?

    /// Whether no page comes after this one.
    public let isLast: Bool

    /// The cursor to resume the list after this page, with ``PagedList/resumed(from:)``; nil on the last page, and for
    /// a page that was fetched singly.
    public internal(set) var cursor: PageCursor?

    /// On the last page, how the list ended; nil on the others, and for a page that was fetched singly.
    public internal(set) var end: ListEnd?
}

extension Page {
    init(
        items: [Item],
        fields: HTTPFields,
        next: Result<NextPage?, ValidationError>,
        requestedNumber: Int,
        requestedSize: Int?
    ) {
        self.items = items
        number = fields.integer(.page) ?? requestedNumber
        perPage = fields.integer(.perPage) ?? requestedSize ?? 20
        total = fields.integer(.total)
        totalPages = fields.integer(.totalPages)
        nextPage = fields.integer(.nextPage) ?? (try? next.get())?.number
        isLast = next == .success(nil)
    }
}

extension Page: CustomStringConvertible {
    /// The numbers of the page and its first items, without secrets. It is for people and may change.
    public var description: String {
        ValueText.text(
            "Page",
            [
                ("number", number), ("perPage", perPage), ("total", total as Any), ("totalPages", totalPages as Any),
                ("nextPage", nextPage as Any), ("isLast", isLast), ("items", items),
            ])
    }
}
