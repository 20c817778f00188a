// Requests that are answered with a file.

/// A request that GitLab responds with a file, to be sent with ``GitLabClient/download(_:)-(R)``: an archive, an export, an
/// image.
///
/// The file may come from another host than GitLab, such as an object storage, to which GitLab redirects then. That
/// host is not given the credentials.
public protocol DownloadRequest: EndpointRequest {}
