// Parameters as they are written down.

extension Parameters: ExpressibleByDictionaryLiteral {
    /// Named values in the order in which they are written, such as `["state": "opened", "labels": ["a", "b"]]`. nil is
    /// not sent; ``ParameterValue/null`` is sent as null.
    public init(dictionaryLiteral pairs: (String, (any ParameterEncodable)?)...) {
        self.init()
        for case (let name, let value?) in pairs { add(name, value: value.parameterValue) }
    }
}
