// The encoding of the content of a response, such as gzip.

import HTTPTypes

extension HTTPResponse {
    /// The encoding that the content still has; nil if it has none. A transport that decodes the content removes the field.
    var contentEncoding: String? {
        guard let encoding = headerFields[.contentEncoding]?.lowercased(), !encoding.isEmpty, encoding != "identity"
        else { return nil }
        return String(encoding.prefix(40))
    }

    /// Removes the field of an encoding that has been decoded, and the length, which is that of the encoded content.
    ///
    /// - Parameter decoded: the encodings that the transport decodes.
    package mutating func removeEncoding(decoded: Set<String>) {
        guard let contentEncoding, decoded.contains(contentEncoding) else { return }
        headerFields[.contentEncoding] = nil
        headerFields[.contentLength] = nil
    }
}
