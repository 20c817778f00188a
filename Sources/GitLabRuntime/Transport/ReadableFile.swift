// A file on disk whose content is sent.

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#elseif canImport(Darwin)
import Darwin
#endif

/// An open file, with the length that it had when it was opened. It is closed when it is released.
final class ReadableFile {
    /// Why a file cannot be sent.
    struct Failure: Error, CustomStringConvertible {
        let description: String

        init(_ path: String, _ reason: String) {
            description = "the file \(path) \(reason)"
        }

        init(_ path: String, code: Int32) {
            self.init(path, "cannot be read: \(String(cString: strerror(code)))")
        }
    }

    let length: Int64
    private let path: String
    private let descriptor: Int32
    private var read: Int64 = 0

    init(_ url: URL) throws(Failure) {
        guard url.isFileURL, !url.path.isEmpty else {
            throw Failure(url.scheme.map { "of a URL with \($0):" } ?? "without a path", "is none on this machine")
        }
        path = url.path
        // Without O_NONBLOCK, opening a pipe would wait for its writer.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Failure(path, code: errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw Failure(path, code: code)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw Failure(path, "is not a regular file, so its length is unknown")
        }
        length = Int64(status.st_size)
    }

    deinit { close(descriptor) }

    /// Returns the next bytes; nil once as many as the file had when it was opened have been read.
    ///
    /// - Throws: ``Failure`` if it has become shorter or longer since.
    func nextChunk(upTo limit: Int) throws(Failure) -> [UInt8]? {
        guard read < length else {
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { throw Failure(path, code: errno) }
            guard Int64(status.st_size) == length else {
                throw changed(to: Int64(status.st_size))
            }
            return nil
        }
        let wanted = Int(min(Int64(limit), length - read))
        let chunk = try bytes(wanted)
        guard !chunk.isEmpty else { throw changed(to: read) }
        read += Int64(chunk.count)
        return chunk
    }

    private func bytes(_ wanted: Int) throws(Failure) -> [UInt8] {
        var code: Int32 = 0
        let chunk = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
            var result = 0
            repeat {
                result = pread(descriptor, buffer.baseAddress, wanted, off_t(read))
            } while result < 0 && errno == EINTR
            if result < 0 { code = errno }
            count = max(result, 0)
        }
        guard code == 0 else { throw Failure(path, code: code) }
        return chunk
    }

    private func changed(to now: Int64) -> Failure {
        Failure(path, "was changed while it was sent: it had \(length) bytes and has \(now)")
    }
}
