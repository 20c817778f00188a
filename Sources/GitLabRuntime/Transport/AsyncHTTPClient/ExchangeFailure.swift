// AsyncHTTPClient's and NIO's errors in words, and their meaning for retries.

#if AsyncHTTPClient
import AsyncHTTPClient
import NIOCore
import NIOPosix
import NIOSSL

enum ExchangeFailure {
    /// Returns the error as the client understands it. Descriptions of foreign errors are used only where they hold no
    /// URL.
    static func translated(_ error: any Error) -> any Error {
        switch error {
        case is CancellationError, is GitLabError, is TransportError:
            return error
        case let error as HTTPClientError:
            return error == .cancelled ? CancellationError() : translated(error)
        case is NIOConnectionError:
            let isUnknown = (error as? NIOConnectionError)?.connectionErrors.isEmpty ?? false
            let reason = isUnknown ? "there is no host of this name" : "the host does not accept the connection"
            return TransportError(.notSent, reason, underlying: error)
        case is NIOSSLError, is BoringSSLError, is NIOSSLExtraError:
            return TransportError(.permanent, tlsReason("\(error)"), underlying: error)
        case let error as ChannelError:
            if case .connectTimeout = error {
                return TransportError(.notSent, "the host does not respond", underlying: error)
            }
            return TransportError(.interrupted, "the connection was lost", underlying: error)
        case let error as IOError:
            if error.errnoCode == ECONNREFUSED || error.errnoCode == EHOSTUNREACH || error.errnoCode == ENETUNREACH {
                return TransportError(.notSent, "the host does not accept the connection", underlying: error)
            }
            return TransportError(.interrupted, "the connection was lost", underlying: error)
        default:
            // Errors of the parser, above all.
            return TransportError(
                .interrupted, "the response is not an HTTP response (\(type(of: error)))", underlying: error)
        }
    }

    private static func translated(_ error: HTTPClientError) -> TransportError {
        switch error {
        case .connectTimeout, .getConnectionFromPoolTimeout:
            TransportError(.notSent, "the host does not respond", underlying: error)
        case .remoteConnectionClosed, .requestStreamCancelled, .uncleanShutdown:
            TransportError(.interrupted, "the connection was lost", underlying: error)
        case .tlsHandshakeTimeout:
            TransportError(.notSent, "no secure connection could be made in time", underlying: error)
        case .alreadyShutdown:
            TransportError(.permanent, "the transport has been shut down", underlying: error)
        case .readTimeout, .writeTimeout, .deadlineExceeded:
            TransportError(.interrupted, "it took too long", underlying: error)
        case .proxyAuthenticationRequired, .invalidProxyResponse, .httpProxyHandshakeTimeout, .socksHandshakeTimeout:
            TransportError(.notSent, "the proxy does not let it through (\(error))", underlying: error)
        case .invalidURL, .emptyHost, .emptyScheme:
            TransportError(.permanent, "the URL is not one that can be called", underlying: error)
        default:
            TransportError(.interrupted, "\(error)", underlying: error)
        }
    }

    private static func tlsReason(_ text: String) -> String {
        if text.contains("CERTIFICATE_VERIFY_FAILED") || text.contains("unableToValidateCertificate")
            || text.contains("failedToValidateHostname")
        {
            return "the certificate of the host is not trusted"
        }
        return "no secure connection could be made"
    }
}
#endif
