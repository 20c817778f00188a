// Lists of requests.

extension GitLabClient {
    /// Returns the list of a request: all its items, page by page as they are needed, or single pages.
    ///
    /// Nothing is sent before the first item is read.
    public func pages<Request: OffsetPagedRequest>(_ request: Request) -> PagedList<Request> {
        PagedList(client: self, request: request)
    }
}
