// The body of a request: bytes and files in a row, opened only when they are sent.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The body of a request: bytes in memory and files on disk, one after the other.
///
/// A body is a value that can be sent any number of times, by a retry or after a redirect. Its files are opened each time
/// it is sent, with ``open()``, and never read into memory as a whole. Two bodies are equal if their bytes are, and
/// their files have the same URLs; what is in the files does not count.
public struct RequestBody: Sendable, Hashable {
    /// A part of a body.
    public enum Piece: Sendable, Hashable {
        /// These bytes.
        case bytes([UInt8])
        /// What the file at this URL holds when the body is sent. It has to be a regular file.
        case file(URL)
    }

    /// What the body is made of, in order; none means that there is no body.
    public let pieces: [Piece]

    /// A body of these bytes; without any there is no body.
    public init(_ bytes: [UInt8]) {
        self.init(pieces: [.bytes(bytes)])
    }

    /// A body of these pieces, one after the other.
    public init(pieces: [Piece]) {
        self.pieces = pieces.filter { piece in
            switch piece {
            case .bytes(let bytes): !bytes.isEmpty
            case .file: true
            }
        }
    }

    /// No body.
    public static let empty = RequestBody(pieces: [])

    /// Whether there is no body.
    public var isEmpty: Bool { pieces.isEmpty }

    /// The whole body, if none of it lies in files; nil otherwise.
    public var bytes: [UInt8]? {
        if pieces.count == 1, case .bytes(let bytes) = pieces[0] { return bytes }
        var whole: [UInt8] = []
        for piece in pieces {
            guard case .bytes(let bytes) = piece else { return nil }
            whole.append(contentsOf: bytes)
        }
        return whole
    }

    /// The bytes of the body, as the files are now; nil if there is one that can not be sent. The length that counts is
    /// that of the ``open()`` body.
    public var length: Int64? {
        var length: Int64 = 0
        for piece in pieces {
            switch piece {
            case .bytes(let bytes):
                length += Int64(bytes.count)
            case .file(let url):
                guard let file = try? ReadableFile(url) else { return nil }
                length += file.length
            }
        }
        return length
    }

    /// Opens the files of the body, takes their lengths, and gives its chunks to be sent.
    ///
    /// - Throws: ``GitLabError`` of kind ``GitLabError/Kind/file`` if a file is not there, is not a regular file, or can
    ///   not be read.
    public func open() throws -> OpenedRequestBody {
        try OpenedRequestBody(self)
    }
}
