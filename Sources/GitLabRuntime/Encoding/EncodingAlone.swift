// The encoding alone, without a client and a request that is sent: for benchmarks, which are a package of their own.

import HTTPTypes

@_spi(Encoding)
extension GitLabClient {
    /// Returns the request as it is sent: without the copy that a ``PreparedRequest`` keeps for its description.
    public func encoded(_ request: some GitLabRequest) throws -> (head: HTTPRequest, body: RequestBody) {
        try encode(request)
    }
}

@_spi(Encoding)
extension EndpointRequest {
    /// Returns the query that this request sends, without its question mark; empty if it sends none.
    public func encodedQuery() throws -> String {
        var query = ParameterEncoder(QueryPairs(.query), taken: pathAttributes)
        addQuery(to: &query)
        return try query.text()
    }

    /// Returns the JSON body that this request sends; nil if it sends none.
    public func encodedJSON() throws -> [UInt8]? {
        let body = try bodyToSend(beside: pathAttributes).attributes
        return body.isEmpty ? nil : try JSONMembers.encode(body).bytes
    }
}
