// The pieces of a body, read one after the other.

import Foundation

/// Reads the pieces of a body. Chunks are taken by one reader at a time.
final class RequestBodySource: @unchecked Sendable {
    private enum Part {
        case bytes(ArraySlice<UInt8>)
        case file(ReadableFile)
        case base64(Base64File)
    }

    let length: Int64

    private let observers: [@Sendable (TransferProgress) -> Void]

    // Guards `parts` and `taken`.
    private let lock = NSLock()
    /// The remaining parts, the next one last.
    private var parts: [Part]
    private var taken: Int64 = 0

    static let chunkLength = 128 * 1_024

    /// Opens all files, so that one that is missing is noticed before anything is sent.
    init(_ body: RequestBody, observers: [@Sendable (TransferProgress) -> Void] = []) throws {
        self.observers = observers
        var length: Int64 = 0
        var parts: [Part] = []
        for piece in body.pieces {
            switch piece {
            case .bytes(let bytes):
                length += Int64(bytes.count)
                parts.append(.bytes(bytes[...]))
            case .file(let url):
                let file = try Self.opened { () throws(ReadableFile.Failure) in try ReadableFile(url) }
                length += file.length
                parts.append(.file(file))
            case .base64(let url):
                let file = try Self.opened { () throws(ReadableFile.Failure) in try Base64File(url) }
                length += file.length
                parts.append(.base64(file))
            }
        }
        self.length = length
        self.parts = parts.reversed()
    }

    private static func opened<File>(_ open: () throws(ReadableFile.Failure) -> File) throws -> File {
        do throws(ReadableFile.Failure) {
            return try open()
        } catch {
            throw GitLabError(kind: .file, message: "nothing was sent: \(error)", underlying: error)
        }
    }

    func nextChunk() throws -> [UInt8]? {
        let (chunk, sent) = try lock.withLock { () -> ([UInt8]?, Int64) in
            let chunk = try takeChunk()
            taken += Int64(chunk?.count ?? 0)
            return (chunk, taken)
        }
        if chunk != nil {
            let progress = TransferProgress(completed: sent, total: length)
            for observer in observers { observer(progress) }
        }
        return chunk
    }

    private func takeChunk() throws -> [UInt8]? {
        while let part = parts.popLast() {
            switch part {
            case .bytes(let bytes):
                // Short bytes are not copied.
                if bytes.count <= Self.chunkLength { return Array(bytes) }
                parts.append(.bytes(bytes.dropFirst(Self.chunkLength)))
                return Array(bytes.prefix(Self.chunkLength))
            case .file, .base64:
                guard let chunk = try takeChunk(of: part) else { continue }
                parts.append(part)
                return chunk
            }
        }
        return nil
    }

    /// Returns the next chunk of a file; nil at its end.
    private func takeChunk(of part: Part) throws -> [UInt8]? {
        do {
            switch part {
            case .file(let file): return try file.nextChunk(upTo: Self.chunkLength)
            case .base64(let file): return try file.nextChunk(upTo: Self.chunkLength)
            case .bytes: return nil
            }
        } catch {
            parts = []
            throw GitLabError(kind: .file, message: "the body was not sent whole: \(error)", underlying: error)
        }
    }
}
