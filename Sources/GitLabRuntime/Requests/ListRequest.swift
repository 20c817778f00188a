// Requests whose response is an array, and those whose response comes page by page.

/// A request whose response is an array.
public protocol ListRequest: GitLabRequest where Response == [Item] {
    /// The elements of the array.
    associatedtype Item: Decodable & Sendable
}

/// A list that GitLab cuts into pages, chosen by `page` and `per_page`, which ``EndpointRequest/addQuery(to:)`` has to
/// add.
///
/// Source: <https://docs.gitlab.com/api/rest/#pagination>
public protocol OffsetPagedRequest: ListRequest {
    /// The number of the page, from 1. nil: the first.
    var page: Int? { get set }

    /// The number of items on a page, up to 100. nil: GitLab's default, 20.
    var perPage: Int? { get set }
}
