// Sending custom requests, and reading raw responses.

import HTTPTypes

/// A successful response as it was received.
public struct RawResponse: Sendable {
    /// The status, a 2xx one.
    public let status: Int

    /// The header fields.
    public let fields: HTTPFields

    /// The body.
    public let bytes: [UInt8]

    /// The body as text; bytes that are not UTF-8 are repaired.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension RawResponse: CustomStringConvertible, CustomReflectable {
    /// Status and length, because the content may be secret.
    public var description: String { "RawResponse(status \(status), \(bytes.count) bytes)" }

    /// Nothing besides the description.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension GitLabClient {
    /// Sends a custom request and reads the response as a type of one's own.
    ///
    /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
    public func send<Value: Decodable & Sendable>(_ request: CustomRequest, as type: Value.Type) async throws -> Value {
        try await value(of: request, as: type)
    }

    /// Sends any request and returns the successful response as it was received.
    ///
    /// - Throws: ``GitLabError``, for a status that is no success too; `CancellationError` if the task is cancelled.
    public func raw(_ request: some GitLabRequest) async throws -> RawResponse {
        do {
            let (head, body) = try encode(request)
            let response = try await response(to: Call(request.documentedEndpoint, head, body))
            return RawResponse(
                status: response.head.status.code, fields: response.head.headerFields, bytes: response.bytes)
        } catch let error as GitLabError {
            throw error.redacting(secretsOf: request)
        }
    }

    /// Returns the list of a custom request, page by page as they are needed.
    ///
    /// Nothing is sent before the first item is read. `page` and `per_page` in the query of the request say where it
    /// begins and how many items a page has.
    public func pages<Item: Decodable & Sendable>(
        _ request: CustomRequest,
        of item: Item.Type = JSONValue.self
    ) -> PagedList<CustomListRequest<Item>> {
        pages(CustomListRequest<Item>(request))
    }

    /// Sends a custom request whose response is a file.
    ///
    /// - Throws: ``GitLabError``; `CancellationError` if the task is cancelled.
    public func download(_ request: CustomRequest) async throws -> Download {
        try await start(CustomDownload(request: request))
    }
}

private struct CustomDownload: DownloadRequest {
    static let endpoint = CustomRequest.endpoint
    let request: CustomRequest
    var endpoint: Endpoint { request.endpoint }
    func addPath(to path: inout PathAttributes) { request.addPath(to: &path) }
    func addQuery(to query: inout ParameterEncoder) { request.addQuery(to: &query) }
    func addHeaders(to headers: inout ParameterEncoder) { request.addHeaders(to: &headers) }
    func addBody(to body: inout ParameterEncoder) { request.addBody(to: &body) }
}
