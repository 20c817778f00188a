// The transports that everything here goes over.

import GitLabRuntime

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

#if AsyncHTTPClient
import GitLabAsyncHTTPClient
#endif

enum FaultTransport: String, Sendable, CaseIterable {
    case urlSession
    #if AsyncHTTPClient
    case asyncHTTPClient
    #endif

    func canBeAsked(_ fault: Fault) -> Bool {
        switch self {
        #if canImport(FoundationNetworking)
        case .urlSession: fault.foundationProblem == nil
        #else
        case .urlSession: true
        #endif
        #if AsyncHTTPClient
        case .asyncHTTPClient: true
        #endif
        }
    }

    func make() -> any Transport {
        switch self {
        case .urlSession: URLSessionTransport()
        #if AsyncHTTPClient
        case .asyncHTTPClient: AsyncHTTPClientTransport.shared
        #endif
        }
    }
}
