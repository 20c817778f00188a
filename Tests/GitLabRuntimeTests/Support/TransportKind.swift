// The transports that every test of transports runs on.

import GitLabRuntime
import Testing

#if AsyncHTTPClient
import GitLabAsyncHTTPClient
#endif

enum TransportKind: String, Codable, CaseIterable, CustomTestStringConvertible {
    case urlSession
    #if AsyncHTTPClient
    case asyncHTTPClient
    #endif

    /// A transport with connections of its own.
    func make() -> any Transport {
        switch self {
        case .urlSession: URLSessionTransport()
        #if AsyncHTTPClient
        case .asyncHTTPClient: AsyncHTTPClientTransport()
        #endif
        }
    }

    var testDescription: String {
        switch self {
        case .urlSession: "URLSession"
        #if AsyncHTTPClient
        case .asyncHTTPClient: "AsyncHTTPClient"
        #endif
        }
    }
}
