// Copies of parts of a document with something else in them, for what is known beyond it.

extension OpenAPIDocument {
    /// The document with other operations and schemas.
    public func replacing(operations: [OpenAPIOperation], schemas: [NamedSchema]) -> OpenAPIDocument {
        OpenAPIDocument(version: version, title: title, operations: operations, schemas: schemas)
    }
}

extension OpenAPIOperation {
    /// The operation with another type of the content of its success.
    public func returning(_ schema: OpenAPISchema) -> OpenAPIOperation {
        guard let status = success?.status else { return self }
        return OpenAPIOperation(
            method: method, path: path, operationID: operationID, summaryVerb: summaryVerb, tags: tags,
            isDeprecated: isDeprecated, attributes: attributes, isMultipart: isMultipart,
            responses: responses.map { response in
                guard response.status == status else { return response }
                return OpenAPIResponse(
                    status: status, range: response.range, schema: schema, isBinary: response.isBinary)
            })
    }
}

extension OpenAPISchema {
    /// The type, or null where it has not been before.
    public var orNull: OpenAPISchema {
        OpenAPISchema(
            kind, at: range, values: values, isNullable: true, isDeprecated: isDeprecated, defaultValue: defaultValue,
            minimum: minimum, maximum: maximum, maximumLength: maximumLength)
    }
}
