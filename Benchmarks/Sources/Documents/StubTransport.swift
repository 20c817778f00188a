// A transport with a fixed response.

import GitLab
import HTTPTypes

/// Responds to every request with 200 and the same JSON.
public struct StubTransport: Transport {
    private let bytes: [UInt8]

    public init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    public func send(_ request: HTTPRequest, body: RequestBody) async throws -> TransportResponse {
        TransportResponse(
            head: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]), body: ResponseBody(bytes)
        )
    }
}
