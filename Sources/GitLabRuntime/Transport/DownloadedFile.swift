// A body that is received into a temporary file.

import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// A temporary file without a name: the system frees it once it has been read to its end or is let go of, whatever
/// happens to the process. It is written first and read afterwards.
final class DownloadedFile: AsyncSequence, @unchecked Sendable {
    // Guards all that follows.
    private let lock = NSLock()
    /// nil once it is closed.
    private var descriptor: Int32?
    private var written: Int64 = 0
    private var read: Int64 = 0

    private static let chunkLength = 128 * 1_024

    /// Creates the file, and takes its name away.
    init() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("gitlab-\(UUID().uuidString)").path
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure() }
        unlink(path)
        self.descriptor = descriptor
    }

    deinit { end() }

    /// The bytes that were written.
    var length: Int64 { lock.withLock { written } }

    func write(_ data: Data) throws {
        try lock.withLock {
            guard let descriptor else { return }
            try data.withUnsafeBytes { bytes in
                var rest = bytes[...]
                while !rest.isEmpty {
                    let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress
                    let count = pwrite(descriptor, start, rest.count, off_t(written))
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else { throw Self.failure() }
                    written += Int64(count)
                    rest = rest.dropFirst(count)
                }
            }
        }
    }

    func makeAsyncIterator() -> Iterator { Iterator(file: self) }

    struct Iterator: AsyncIteratorProtocol {
        let file: DownloadedFile

        func next() async throws -> [UInt8]? {
            do {
                try Task.checkCancellation()
                if let chunk = try file.readChunk() { return chunk }
                file.end()
                return nil
            } catch {
                file.end()
                throw error
            }
        }
    }

    private func readChunk() throws -> [UInt8]? {
        try lock.withLock { () -> [UInt8]? in
            guard let descriptor else { return nil }
            let chunk = try [UInt8](unsafeUninitializedCapacity: Self.chunkLength) { buffer, count in
                var result = 0
                repeat {
                    result = pread(descriptor, buffer.baseAddress, buffer.count, off_t(read))
                } while result < 0 && errno == EINTR
                guard result >= 0 else { throw Self.failure() }
                count = result
            }
            read += Int64(chunk.count)
            return chunk.isEmpty ? nil : chunk
        }
    }

    private func end() {
        lock.withLock {
            if let descriptor { close(descriptor) }
            descriptor = nil
        }
    }

    private static func failure() -> POSIXError {
        POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
}
