// A list from any endpoint, page by page.

/// The list that a ``CustomRequest`` asks for, as ``GitLabClient/pages(_:of:)`` walks it.
public struct CustomListRequest<Item: Decodable & Sendable>: OffsetPagedRequest {
    /// The endpoint of all custom lists where one name is needed.
    public static var endpoint: Endpoint { CustomRequest.endpoint }

    /// The request without page and size.
    public let request: CustomRequest

    /// The number of the page, from 1.
    public var page: Int?

    /// The number of items on a page.
    public var perPage: Int?

    /// Creates a list; `page` and `per_page` of the request's query become those of the list.
    init(_ request: CustomRequest) {
        self.request = request
        page = Self.number("page", in: request)
        perPage = Self.number("per_page", in: request)
    }

    /// Method and path of the request.
    public var endpoint: Endpoint { request.endpoint }

    /// Returns the values for the placeholders of the path.
    public func addPath(to path: inout PathAttributes) { request.addPath(to: &path) }

    /// Adds the attributes that are sent in the query.
    public func addQuery(to query: inout ParameterEncoder) {
        for pair in request.query.pairs where pair.name != "page" && pair.name != "per_page" {
            query.add(pair.name, value: pair.value)
        }
        query.add("page", page)
        query.add("per_page", perPage)
    }

    /// Adds the attributes that are sent as header fields.
    public func addHeaders(to headers: inout ParameterEncoder) { request.addHeaders(to: &headers) }

    /// Adds the attributes of the request's body. A GET has none, so that walking the list throws if there are any.
    public func addBody(to body: inout ParameterEncoder) { request.addBody(to: &body) }

    private static func number(_ name: String, in request: CustomRequest) -> Int? {
        request.query[name]?.scalarText.flatMap { Int($0) }
    }
}

extension CustomListRequest: SecretiveRequest {}
