// Lists that GitLab also pages by keyset: from the last item seen, instead of by page numbers.

/// A list that GitLab also pages by keyset, in one order.
///
/// Source: <https://docs.gitlab.com/api/rest/#keyset-based-pagination>
public protocol KeysetPagedRequest: OffsetPagedRequest {
    /// The order in which the list comes by keyset.
    static var keyset: KeysetOrder { get }
}

/// The order in which a list comes by keyset, by the names of its attributes.
public struct KeysetOrder: Sendable, Hashable {
    /// The value of `order_by`, such as `id`.
    public let orderBy: String

    /// The attribute that leaves out all up to a value of the order, such as `id_after`; nil if the list has none.
    public let after: String?

    /// The attribute that leaves out all from a value of the order on, such as `id_before`; nil if the list has none.
    public let before: String?

    /// Creates an order.
    public init(_ orderBy: String, after: String? = nil, before: String? = nil) {
        self.orderBy = orderBy
        self.after = after
        self.before = before
    }
}

extension KeysetOrder {
    /// Returns the order of a type of request; nil if its lists do not come by keyset.
    static func of(_ request: any OffsetPagedRequest.Type) -> KeysetOrder? {
        (request as? any KeysetPagedRequest.Type)?.keyset
    }

    /// Returns whether a query has this order.
    func isAskedFor(by query: String) -> Bool {
        QueryText.value(of: "order_by", in: query) == orderBy
    }

    /// Returns the query for the first page by keyset. It adds the order of keyset pages, descending unless the query
    /// has `sort`.
    func query(from query: String) throws(ValidationError) -> String {
        if let asked = QueryText.value(of: "order_by", in: query), asked != orderBy {
            throw ValidationError(
                "keyset pages are ordered by `\(orderBy)` only: leave out `order_by`, or do not use keyset")
        }
        guard QueryText.value(of: "page", in: query) == nil else {
            throw ValidationError("keyset pages have no numbers: leave out `page`, or do not use keyset")
        }
        return QueryText.setting("pagination", "keyset", in: QueryText.completing(query, orderBy))
    }

    /// Returns the query for the items after an item, of a list in this order; nil if there is none.
    func query(from query: String, after item: Any) -> String? {
        guard isAskedFor(by: query), orderBy == "id", let item = item as? any Identifiable, let id = item.id as? Int
        else { return nil }
        let rises = QueryText.value(of: "sort", in: query) == "asc"
        guard let bound = rises ? after : before else { return nil }
        let whole = QueryText.completing(QueryText.removing(names: ["page"], from: query), orderBy)
        return QueryText.setting(bound, "\(id)", in: QueryText.setting("pagination", "keyset", in: whole))
    }
}

extension QueryText {
    /// Returns the query with order and direction, as they are, or with GitLab's defaults.
    fileprivate static func completing(_ query: String, _ orderBy: String) -> String {
        let ordered = value(of: "order_by", in: query) == nil ? setting("order_by", orderBy, in: query) : query
        return value(of: "sort", in: ordered) == nil ? setting("sort", "desc", in: ordered) : ordered
    }
}
