// The buffer of a download, on disk.

import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// A temporary file without a name, written at its end and read from its beginning: content that was received and not
/// read yet waits on disk and not in memory, up to a limit. The place of what was read is used again. The system frees the
/// file once it is closed, whatever happens to the process.
final class FileBuffer: BodyBuffer {
    /// The most bytes that wait.
    private let limit: Int64
    private let folder: String
    /// nil once it is closed.
    private var descriptor: Int32?
    private var written: Int64 = 0
    private var read: Int64 = 0

    private static let chunkLength = 128 * 1_024

    /// Creates the file, and removes its name.
    ///
    /// - Parameter limit: the most bytes that wait for the reader.
    /// - Throws: ``GitLabError`` of kind ``GitLabError/Kind/file``.
    init(upTo limit: Int) throws {
        self.limit = Int64(limit)
        let directory = FileManager.default.temporaryDirectory
        folder = directory.path
        let path = directory.appendingPathComponent("gitlab-\(UUID().uuidString)").path
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure(in: folder) }
        unlink(path)
        self.descriptor = descriptor
    }

    deinit { close() }

    var isTakenWhole: Bool { false }

    var isEmpty: Bool { written == read }

    func close() {
        if let descriptor { systemClose(descriptor) }
        descriptor = nil
    }

    /// The bytes that it takes on disk.
    var occupied: Int64 {
        get throws {
            var status = stat()
            guard let descriptor, fstat(descriptor, &status) == 0 else { throw Self.failure(in: folder) }
            return Int64(status.st_blocks) * 512
        }
    }

    func append(_ data: Data) throws {
        guard let descriptor else { return }
        guard written - read + Int64(data.count) <= limit else {
            throw GitLabError(
                kind: .file,
                message:
                    "the download is read more slowly than it comes: \(written - read) bytes of it wait in \(folder)")
        }
        try data.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                // Behind the end of the file comes its beginning, which has been read.
                let place = written % limit
                let part = UnsafeRawBufferPointer(rebasing: rest.prefix(Int(min(Int64(rest.count), limit - place))))
                let count = pwrite(descriptor, part.baseAddress, part.count, off_t(place))
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw Self.failure(in: folder) }
                written += Int64(count)
                rest = rest.dropFirst(count)
            }
        }
    }

    func take() throws -> [UInt8] {
        guard let descriptor else { return [] }
        let place = read % limit
        let length = min(Int64(Self.chunkLength), written - read, limit - place)
        let chunk = try [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
            var result = 0
            repeat {
                result = pread(descriptor, buffer.baseAddress, Int(length), off_t(place))
            } while result < 0 && errno == EINTR
            guard result >= 0 else { throw Self.failure(in: folder) }
            count = result
        }
        read += Int64(chunk.count)
        if read == written, ftruncate(descriptor, 0) == 0 { (read, written) = (0, 0) }
        return chunk
    }

    private static func failure(in folder: String) -> GitLabError {
        let error = POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
        return GitLabError(
            kind: .file,
            message:
                "the content of the download cannot wait in \(folder): \(String(cString: strerror(error.code.rawValue)))",
            underlying: error)
    }
}

/// Closes a descriptor, from where `close` means something else.
private func systemClose(_ descriptor: Int32) { _ = close(descriptor) }
