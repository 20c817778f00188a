// Requests whose response is a file.

/// A request whose response is a file, to be sent with ``GitLabClient/download(_:)-(Request)``: an archive, an export, an
/// image.
///
/// The file may come from another host than GitLab, such as an object storage to which GitLab redirects. That host does
/// not get the credentials.
public protocol DownloadRequest: EndpointRequest {}
