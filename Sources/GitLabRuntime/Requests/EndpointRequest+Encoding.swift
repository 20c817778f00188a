// The encoding of a request alone, without a client: for benchmarks and fuzzers, which are packages of their own.

extension EndpointRequest {
    /// The query that this request sends, without its question mark; empty if it sends none.
    @_spi(Encoding)
    public func encodedQuery() throws -> String {
        var query = ParameterEncoder(QueryPairs(.query), taken: pathAttributes)
        addQuery(to: &query)
        return try query.text()
    }

    /// The JSON body that this request sends; nil if it sends none.
    @_spi(Encoding)
    public func encodedJSON() throws -> [UInt8]? {
        var body = ParameterEncoder(JSONMembers(), taken: pathAttributes)
        addBody(to: &body)
        return try body.json()
    }
}
