// URLSession's errors in words: on Linux they describe themselves by number only.

import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

enum URLSessionFailure {
    static func isCancellation(_ error: any Error) -> Bool {
        (error as? URLError)?.code == .cancelled
    }

    /// Returns what is known about a request that failed with this error; nil if the error is neither one of URLSession
    /// nor of a file.
    static func kind(_ error: any Error) -> TransportError.Kind? {
        if error is POSIXError { return .permanent }
        guard let code = (error as? URLError)?.code else { return nil }
        if securityProblem(error) != nil { return .permanent }
        return switch code {
        case .cannotFindHost, .dnsLookupFailed, .cannotConnectToHost, .notConnectedToInternet: .notSent
        case .badURL, .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasUnknownRoot,
            .serverCertificateHasBadDate, .serverCertificateNotYetValid, .clientCertificateRejected,
            .clientCertificateRequired:
            .permanent
        // On Linux, "unsupported URL" is a response that is not HTTP.
        default: .interrupted
        }
    }

    /// Returns the reason; nil if the error is not one of URLSession. The error's own description contains the URL, so
    /// it is not used.
    static func text(for error: any Error) -> String? {
        guard let code = (error as? URLError)?.code else { return nil }
        let words: String? =
            switch code {
            case .badURL: "the URL is not one that can be called"
            case .timedOut: "it took too long"
            case .cannotFindHost, .dnsLookupFailed: "there is no host of this name"
            case .cannotConnectToHost: "the host does not accept the connection"
            case .networkConnectionLost: "the connection was lost"
            case .notConnectedToInternet: "there is no network"
            case .unsupportedURL, .badServerResponse, .cannotParseResponse, .zeroByteResource:
                "the response is not an HTTP response"
            case .secureConnectionFailed: "no secure connection could be made"
            case .serverCertificateUntrusted, .serverCertificateHasUnknownRoot, .serverCertificateHasBadDate,
                .serverCertificateNotYetValid:
                "the certificate of the host is not trusted"
            case .clientCertificateRejected, .clientCertificateRequired: "the host wants another client certificate"
            default: securityProblem(error)
            }
        return [words, "URLError \(code.rawValue)"].compactMap(\.self).joined(separator: ", ")
    }

    /// Returns the problem with TLS, in the words of libcurl: on Linux such an error has no code of its own. They name
    /// certificates, never a URL.
    private static func securityProblem(_ error: any Error) -> String? {
        guard let error = error as? URLError, error.code == .unknown,
            let words = error.errorUserInfo[NSLocalizedDescriptionKey] as? String,
            words.hasPrefix("SSL") || words.hasPrefix("TLS")
        else { return nil }
        return words
    }
}
