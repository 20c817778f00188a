// A file that is sent as Base64.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An open file whose content is read as Base64 (RFC 4648, section 4, with padding).
final class Base64File {
    private let file: ReadableFile
    private var encoder = Base64Encoder()

    /// The length of the text.
    var length: Int64 { (file.length + 2) / 3 * 4 }

    init(_ url: URL) throws(ReadableFile.Failure) {
        file = try ReadableFile(url)
    }

    /// Returns the next part of the text; nil at its end.
    ///
    /// - Throws: ``ReadableFile/Failure`` if the file has changed since it was opened.
    func nextChunk(upTo limit: Int) throws(ReadableFile.Failure) -> [UInt8]? {
        while let chunk = try file.nextChunk(upTo: limit / 4 * 3) {
            let text = encoder.encode(chunk)
            if !text.isEmpty { return text }
        }
        let text = encoder.finish()
        return text.isEmpty ? nil : text
    }
}

/// Encodes bytes that come in chunks of any length.
struct Base64Encoder {
    /// The bytes behind the last three that were encoded together.
    private var rest: [UInt8] = []

    /// Returns the text of the bytes so far that has not been returned, without its end.
    mutating func encode(_ chunk: [UInt8]) -> [UInt8] {
        rest += chunk
        let whole = rest.count / 3 * 3
        defer { rest.removeFirst(whole) }
        return [UInt8](Data(rest[..<whole]).base64EncodedData())
    }

    /// Returns the end of the text.
    mutating func finish() -> [UInt8] {
        defer { rest = [] }
        return [UInt8](Data(rest).base64EncodedData())
    }
}
