// Behaviour of a borrowed client: following redirects, decoding content.

#if AsyncHTTPClient
import AsyncHTTPClient

enum BorrowedClient {
    /// Returns why a client cannot be used; nil if it can.
    ///
    /// AsyncHTTPClient neither shows its configuration nor lets a single request change it, so it is looked up in the
    /// mirror. Where that shows nothing, the client is not used: tokens would leak with the first redirect.
    static func objection(to client: HTTPClient) -> String? {
        guard let mode = Mirror(reflecting: client).descendant("configuration", "redirectConfiguration", "mode") else {
            return
                "it is unknown whether the borrowed HTTPClient follows redirects: use a transport that owns its "
                + "client"
        }
        return "\(mode)" == "disallow"
            ? nil
            : "the borrowed HTTPClient follows redirects, and would send the token along: create it with "
                + "AsyncHTTPClientTransport.standardConfiguration"
    }

    /// Returns whether a client decodes the content of responses.
    static func decodes(_ client: HTTPClient) -> Bool {
        guard let decompression = Mirror(reflecting: client).descendant("configuration", "decompression") else {
            return false
        }
        return "\(decompression)".hasPrefix("enabled")
    }
}
#endif
