// Bytes that GitLab sends as text, in base64.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Decodes the content of files, which GitLab sends as text.
public enum EncodedContent {
    /// Returns the bytes that a text encodes.
    ///
    /// - Parameters:
    ///   - content: the text.
    ///   - encoding: `base64`, whose lines may be broken, or `text`, which stands for its own bytes in UTF-8.
    /// - Returns: the bytes; nil if there is no text, if it is not valid base64, or if the encoding is another one.
    public static func bytes(of content: String?, encoding: String?) -> [UInt8]? {
        guard let content else { return nil }
        switch encoding {
        case "base64": return base64(content)
        case "text": return Array(content.utf8)
        case _: return nil
        }
    }

    private static func base64(_ text: String) -> [UInt8]? {
        let characters = text.utf8.filter { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return Data(base64Encoded: Data(characters)).map { Array($0) }
    }
}
