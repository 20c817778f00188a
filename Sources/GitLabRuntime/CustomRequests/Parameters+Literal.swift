// Parameters from literals and from other values.

extension Parameters: ExpressibleByDictionaryLiteral {
    /// Creates parameters in the order in which they are written, such as `["state": "opened", "labels": ["a", "b"]]`.
    /// nil is not sent; ``ParameterValue/null`` is sent as null.
    public init(dictionaryLiteral pairs: (String, (any ParameterEncodable)?)...) {
        self.init()
        for case (let name, let value?) in pairs { add(name, value: value.parameterValue) }
    }
}

extension Parameters {
    /// Creates parameters from the members of a dictionary, sorted by name.
    public init(_ values: [String: any ParameterEncodable]) {
        self.init(sortedByName: values.map { ($0.key, $0.value.parameterValue) })
    }

    /// Creates parameters from a value that is encoded as a JSON object, sorted by name.
    ///
    /// Members that the value leaves out are not sent; those that it encodes as null are sent as null. Dates are
    /// written as GitLab reads them.
    ///
    /// - Throws: ``GitLabError`` of kind ``GitLabError/Kind/invalidRequest`` if the value is encoded as anything but an
    ///   object; errors of ``JSONValue/init(encoding:)``.
    public init(encoding value: some Encodable) throws {
        guard let members = try JSONValue(encoding: value).objectValue else {
            throw GitLabError(
                kind: .invalidRequest,
                message: "attributes have names: `\(type(of: value))` is not encoded as a JSON object")
        }
        self.init(members)
    }

    /// The value of this name; nil if there is none. Assigning sets it in its place, or behind the others if it is new.
    ///
    /// Assigning nil removes the value, so that it is not sent; assign ``ParameterValue/null`` to send null.
    ///
    /// ```swift
    /// request.query["state"] = "opened"
    /// request.query["labels"] = ["bug", "docs"]
    /// request.body["due_date"] = ParameterValue.null
    /// ```
    @_disfavoredOverload
    public subscript(name: String) -> (any ParameterEncodable)? {
        get { pairs.last { $0.name == name }?.value }
        set { set(name, newValue?.parameterValue) }
    }
}
