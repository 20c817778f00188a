// Whether a borrowed client would follow redirects by itself.

#if AsyncHTTPClient
import AsyncHTTPClient

enum RedirectCheck {
    /// Returns why a client cannot be used; nil if it can.
    ///
    /// AsyncHTTPClient neither shows its configuration nor lets a single request change it, so it is looked up in the
    /// mirror. Where that shows nothing, the client is not used: tokens would leak with the first redirect.
    static func objection(to client: HTTPClient) -> String? {
        guard let mode = Mirror(reflecting: client).descendant("configuration", "redirectConfiguration", "mode") else {
            return
                "it cannot be told whether the borrowed HTTPClient follows redirects: use a transport that owns its "
                + "client"
        }
        return "\(mode)" == "disallow"
            ? nil
            : "the borrowed HTTPClient follows redirects, and would take the token along: make it with "
                + "AsyncHTTPClientTransport.standardConfiguration"
    }
}
#endif
