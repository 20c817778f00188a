// The transport of clients that are created without one.

extension GitLabClient {
    /// Returns the transport of a client that is created without one: a ``URLSessionTransport`` with connections of its
    /// own. On Linux, with the trait `AsyncHTTPClient`, it is `AsyncHTTPClientTransport.shared`, whose connections all
    /// such clients share. Neither has to be shut down.
    public static func defaultTransport() -> any Transport {
        #if AsyncHTTPClient && os(Linux)
        AsyncHTTPClientTransport.shared
        #else
        URLSessionTransport()
        #endif
    }
}
