// The body of a request: bytes and files in a row, opened only when they are sent.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The body of a request: bytes in memory and files on disk, one after the other.
///
/// A body is a value that can be sent any number of times, by a retry or after a redirect. Its files are opened each
/// time it is sent, with ``open(reporting:)``, and never read into memory as a whole. Two bodies are equal if their
/// bytes are, and their files have the same URLs; neither the content of the files nor the observers of the progress
/// count.
public struct RequestBody: Sendable, Hashable {
    /// A part of a body.
    public enum Piece: Sendable, Hashable {
        /// These bytes.
        case bytes([UInt8])
        /// The content of the file at this URL when the body is sent. It has to be a regular file.
        case file(URL)
        /// The content of the file at this URL, as Base64.
        case base64(URL)
    }

    /// The pieces of the body, in order; none means that there is no body.
    public let pieces: [Piece]

    private var observers: [@Sendable (TransferProgress) -> Void] = []

    /// Creates a body of these bytes; without any there is no body.
    public init(_ bytes: [UInt8]) {
        self.init(pieces: [.bytes(bytes)])
    }

    /// Creates a body of these pieces, one after the other.
    public init(pieces: [Piece]) {
        self.pieces = pieces.filter { piece in
            switch piece {
            case .bytes(let bytes): !bytes.isEmpty
            case .file, .base64: true
            }
        }
    }

    /// No body.
    public static let empty = RequestBody(pieces: [])

    /// Whether there is no body.
    public var isEmpty: Bool { pieces.isEmpty }

    /// The whole body, if none of it is in files; nil otherwise.
    public var bytes: [UInt8]? {
        if pieces.count == 1, case .bytes(let bytes) = pieces[0] { return bytes }
        var whole: [UInt8] = []
        for piece in pieces {
            guard case .bytes(let bytes) = piece else { return nil }
            whole.append(contentsOf: bytes)
        }
        return whole
    }

    /// Whether none of it is in files, and nobody observes the progress: it is sent at once.
    var goesOutAtOnce: Bool {
        guard observers.isEmpty else { return false }
        return pieces.allSatisfy { piece in
            switch piece {
            case .bytes: true
            case .file, .base64: false
            }
        }
    }

    /// The bytes of the body, as the files are now; nil if there is one that cannot be sent. The length that counts is
    /// that of the ``open(reporting:)`` body.
    public var length: Int64? {
        var length: Int64 = 0
        for piece in pieces {
            switch piece {
            case .bytes(let bytes):
                length += Int64(bytes.count)
            case .file(let url):
                guard let file = try? ReadableFile(url) else { return nil }
                length += file.length
            case .base64(let url):
                guard let file = try? Base64File(url) else { return nil }
                length += file.length
            }
        }
        return length
    }

    /// Opens the files of the body, reads their lengths, and returns its chunks.
    ///
    /// - Parameter reporting: whether taking a chunk counts as sending it. A transport that knows better when bytes have
    ///   been sent passes false and calls ``report(sent:of:)`` itself.
    /// - Throws: ``GitLabError`` of kind ``GitLabError/Kind/file`` if a file is missing, is not a regular file, or
    ///   cannot be read.
    public func open(reporting: Bool = true) throws -> OpenedRequestBody {
        try OpenedRequestBody(self, observers: reporting ? observers : [])
    }
}

extension RequestBody {
    /// The body as text, for inspection: bytes that are not UTF-8 are repaired, and a file on disk is shown by its name and
    /// its length in bytes.
    ///
    /// It shows everything that is sent, secrets too.
    public var text: String {
        var text = ""
        for piece in pieces {
            switch piece {
            case .bytes(let bytes):
                text += String(decoding: bytes, as: UTF8.self)
            case .file(let url), .base64(let url):
                let length = (try? ReadableFile(url)).map { "\($0.length) bytes" } ?? "not readable"
                text += "[\(url.lastPathComponent), \(length)]"
            }
        }
        return text
    }
}

extension RequestBody: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The length in bytes of what is in memory, and the number of files on disk. The content may be secret; ``text``
    /// shows it.
    public var description: String {
        var bytes = 0
        var files = 0
        for piece in pieces {
            switch piece {
            case .bytes(let piece): bytes += piece.count
            case .file, .base64: files += 1
            }
        }
        return "RequestBody(\(bytes) bytes\(files == 0 ? "" : files == 1 ? " and a file" : " and \(files) files"))"
    }

    /// The same as ``description``.
    public var debugDescription: String { description }

    /// Nothing besides the description.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension RequestBody {
    /// Returns the same body with one more observer of its progress each time it is sent.
    ///
    /// - Parameter observer: is called while the body is sent and has to return soon.
    public func reporting(to observer: @escaping @Sendable (TransferProgress) -> Void) -> RequestBody {
        var body = self
        body.observers.append(observer)
        return body
    }

    /// Whether anybody observes the progress.
    public var isObserved: Bool { !observers.isEmpty }

    /// Reports the progress to the observers.
    public func report(sent: Int64, of total: Int64) {
        let progress = TransferProgress(completed: sent, total: total)
        for observer in observers { observer(progress) }
    }

    /// Returns whether both have the same pieces.
    public static func == (one: RequestBody, other: RequestBody) -> Bool {
        one.pieces == other.pieces
    }

    /// Hashes the pieces.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(pieces)
    }
}
