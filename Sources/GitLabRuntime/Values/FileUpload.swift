// A file as the value of an attribute.

/// A file to upload.
///
/// The name is what GitLab sees and stores. A name that GitLab's two multipart parsers would read differently (one with
/// a slash, a control character, `; name=`, or percent escapes throughout) is refused when the request is built.
public struct FileUpload: Sendable, Hashable {
    /// The name of the file, without folders.
    public var filename: String

    /// The media type, such as `image/png`. nil: `application/octet-stream` is sent.
    public var contentType: String?

    /// The content.
    public var bytes: [UInt8]

    /// A file of these bytes.
    public init(filename: String, contentType: String? = nil, bytes: [UInt8]) {
        self.filename = filename
        self.contentType = contentType
        self.bytes = bytes
    }
}

extension FileUpload: CustomStringConvertible {
    /// Name, media type and size.
    public var description: String {
        "\(filename) (\(contentType ?? "application/octet-stream"), \(bytes.count) bytes)"
    }
}

extension FileUpload: ParameterEncodable {
    /// The file.
    public var parameterValue: ParameterValue { .file(self) }
}
