// A file as the value of an attribute.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A file to upload, from memory or from disk.
///
/// ```swift
/// FileUpload(at: URL(fileURLWithPath: "export.tar.gz"))
/// FileUpload(filename: "logo.png", contentType: "image/png", bytes: bytes)
/// ```
///
/// A file on disk is never in memory as a whole if it is long. It is opened when the request is sent (again for each
/// retry), and its length then is the length that is sent; if it changes meanwhile, the request fails instead of
/// leaving a truncated file with GitLab. One that is missing, is a folder, or cannot be read is rejected when the
/// request is built.
///
/// The name is what GitLab sees and stores. A name that GitLab's two multipart parsers would read differently (one with
/// a slash, a control character, `; name=`, or percent escapes throughout) is rejected when the request is built.
///
/// Two uploads are equal if name, media type and content are; of content on disk, only the URL is compared.
public struct FileUpload: Sendable, Hashable {
    /// Where the content is.
    public enum Content: Sendable, Hashable {
        /// In memory.
        case bytes([UInt8])
        /// In the file at this URL.
        case file(URL)
    }

    /// The name of the file, without folders.
    public var filename: String

    /// The media type, such as `image/png`. nil: `application/octet-stream` is sent.
    public var contentType: String?

    /// Where the content is.
    public var content: Content

    /// Creates a file of these bytes.
    public init(filename: String, contentType: String? = nil, bytes: [UInt8]) {
        self.filename = filename
        self.contentType = contentType
        content = .bytes(bytes)
    }

    /// Creates a file on disk.
    ///
    /// - Parameters:
    ///   - file: a file URL. Nothing is read yet.
    ///   - filename: the name that is sent to GitLab; nil for that on disk.
    ///   - contentType: the media type; nil: `application/octet-stream` is sent.
    public init(at file: URL, filename: String? = nil, contentType: String? = nil) {
        self.filename = filename ?? file.lastPathComponent
        self.contentType = contentType
        content = .file(file)
    }
}

extension FileUpload {
    /// The content, if it is in memory; nil for a file on disk.
    public var bytes: [UInt8]? {
        switch content {
        case .bytes(let bytes): bytes
        case .file: nil
        }
    }
}

extension FileUpload: CustomStringConvertible {
    /// Name, media type, and size or place.
    public var description: String {
        let place =
            switch content {
            case .bytes(let bytes): "\(bytes.count) bytes"
            case .file(let url): "at \(url.path)"
            }
        return "\(filename) (\(contentType ?? "application/octet-stream"), \(place))"
    }
}

extension FileUpload: ParameterEncodable {
    /// The file.
    public var parameterValue: ParameterValue { .file(self) }
}
