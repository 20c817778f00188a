// Calls of any endpoint in one line.

extension GitLabClient {
    /// Gets the response of any endpoint.
    ///
    /// ```swift
    /// let issues = try await gitlab.get("/projects/:id/issues", path: ["id": "group/demo"], query: ["state": "opened"])
    /// print(issues[0]["title"]?.stringValue ?? "none")
    /// ```
    ///
    /// It is short for a ``CustomRequest``, which explains the path template. ``pages(_:of:)`` reads a whole list; this
    /// reads its first page.
    ///
    /// - Parameters:
    ///   - template: The path below `/api/v4`, with `:name` in place of a value of `path`.
    ///   - path: The values for the placeholders; they are percent-encoded.
    ///   - query: The attributes.
    ///   - type: The type to decode, ``JSONValue`` by default.
    /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
    public nonisolated(nonsending) func get<Value: Decodable & Sendable>(
        _ template: String,
        path: KeyValuePairs<String, any IDOrPathConvertible> = [:],
        query: Parameters = [:],
        as type: Value.Type = JSONValue.self
    ) async throws -> Value {
        try await send(CustomRequest(.get, template, path: path, query: query), as: type)
    }

    /// Posts attributes to any endpoint, which usually creates something.
    ///
    /// ```swift
    /// let issue = try await gitlab.post(
    ///     "/projects/:id/issues", path: ["id": 42], body: ["title": "Crash", "labels": ["bug"]])
    /// print(issue["iid"]?.intValue ?? 0)
    /// ```
    ///
    /// It is never retried after a failure that leaves open whether it was done.
    ///
    /// - Parameters:
    ///   - template: The path below `/api/v4`, with `:name` in place of a value of `path`.
    ///   - path: The values for the placeholders; they are percent-encoded.
    ///   - body: The attributes, sent as JSON, or as multipart if there is a ``FileUpload`` among them.
    ///   - type: The type to decode, ``JSONValue`` by default; it is null for an empty response.
    /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
    @discardableResult
    public nonisolated(nonsending) func post<Value: Decodable & Sendable>(
        _ template: String,
        path: KeyValuePairs<String, any IDOrPathConvertible> = [:],
        body: Parameters = [:],
        as type: Value.Type = JSONValue.self
    ) async throws -> Value {
        try await send(CustomRequest(.post, template, path: path, body: body), as: type)
    }

    /// Posts a value to any endpoint as a JSON object, as ``post(_:path:body:as:)`` does with attributes.
    ///
    /// - Parameters:
    ///   - template: The path below `/api/v4`, with `:name` in place of a value of `path`.
    ///   - path: The values for the placeholders; they are percent-encoded.
    ///   - json: The value; members that it encodes as null are sent as null.
    ///   - type: The type to decode, ``JSONValue`` by default; it is null for an empty response.
    /// - Throws: ``GitLabError``, of kind ``GitLabError/Kind/invalidRequest`` if the value is not encoded as an object;
    ///   `CancellationError` if the task is cancelled.
    @discardableResult
    public nonisolated(nonsending) func post<Value: Decodable & Sendable>(
        _ template: String,
        path: KeyValuePairs<String, any IDOrPathConvertible> = [:],
        json: some Encodable,
        as type: Value.Type = JSONValue.self
    ) async throws -> Value {
        try await send(CustomRequest(.post, template, path: path, json: json), as: type)
    }

    /// Puts attributes to any endpoint, which usually changes something.
    ///
    /// - Parameters:
    ///   - template: The path below `/api/v4`, with `:name` in place of a value of `path`.
    ///   - path: The values for the placeholders; they are percent-encoded.
    ///   - body: The attributes, sent as JSON, or as multipart if there is a ``FileUpload`` among them.
    ///   - type: The type to decode, ``JSONValue`` by default; it is null for an empty response.
    /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
    @discardableResult
    public nonisolated(nonsending) func put<Value: Decodable & Sendable>(
        _ template: String,
        path: KeyValuePairs<String, any IDOrPathConvertible> = [:],
        body: Parameters = [:],
        as type: Value.Type = JSONValue.self
    ) async throws -> Value {
        try await send(CustomRequest(.put, template, path: path, body: body), as: type)
    }

    /// Puts a value to any endpoint as a JSON object, as ``put(_:path:body:as:)`` does with attributes.
    ///
    /// - Parameters:
    ///   - template: The path below `/api/v4`, with `:name` in place of a value of `path`.
    ///   - path: The values for the placeholders; they are percent-encoded.
    ///   - json: The value; members that it encodes as null are sent as null.
    ///   - type: The type to decode, ``JSONValue`` by default; it is null for an empty response.
    /// - Throws: ``GitLabError``, of kind ``GitLabError/Kind/invalidRequest`` if the value is not encoded as an object;
    ///   `CancellationError` if the task is cancelled.
    @discardableResult
    public nonisolated(nonsending) func put<Value: Decodable & Sendable>(
        _ template: String,
        path: KeyValuePairs<String, any IDOrPathConvertible> = [:],
        json: some Encodable,
        as type: Value.Type = JSONValue.self
    ) async throws -> Value {
        try await send(CustomRequest(.put, template, path: path, json: json), as: type)
    }

    /// Sends a DELETE to any endpoint.
    ///
    /// - Parameters:
    ///   - template: The path below `/api/v4`, with `:name` in place of a value of `path`.
    ///   - path: The values for the placeholders; they are percent-encoded.
    ///   - query: The attributes.
    ///   - type: The type to decode, ``JSONValue`` by default; it is null for an empty response.
    /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
    @discardableResult
    public nonisolated(nonsending) func delete<Value: Decodable & Sendable>(
        _ template: String,
        path: KeyValuePairs<String, any IDOrPathConvertible> = [:],
        query: Parameters = [:],
        as type: Value.Type = JSONValue.self
    ) async throws -> Value {
        try await send(CustomRequest(.delete, template, path: path, query: query), as: type)
    }
}
