// The content of files: reading, writing and syncing it to the disk.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension Path {
    /// The bytes of the file at this path, or of the one that a symbolic link there leads to.
    ///
    /// - Parameter limit: the most bytes to read from the beginning.
    /// - Throws: `FileSystemError`, also for a folder, and for a pipe, a socket or a device, which may never end.
    public func bytes(limit: Int = .max) throws(FileSystemError) -> [UInt8] {
        // Opening a pipe would wait for somebody who writes to it.
        let file = try opened(for: .read, O_RDONLY | O_NONBLOCK)
        defer { close(file) }
        var found = stat()
        try system(.read, self) { fstat(file, &found) }
        guard FileStatus(found).kind != .special else { throw FileSystemError(.readFile, string, code: EINVAL) }
        return try bytes(of: file, found, limit: limit)
    }

    /// The bytes at this path, of a pipe too, as a shell passes them: `<(command)`.
    ///
    /// - Parameter limit: the most bytes to read, since a device may never end.
    /// - Throws: `FileSystemError`, also for a folder.
    public func streamedBytes(limit: Int) throws(FileSystemError) -> [UInt8] {
        let file = try opened(for: .read, O_RDONLY)
        defer { close(file) }
        var found = stat()
        try system(.read, self) { fstat(file, &found) }
        return try bytes(of: file, found, limit: limit)
    }

    private func bytes(of file: Int32, _ found: stat, limit: Int) throws(FileSystemError) -> [UInt8] {
        let isFile = FileStatus(found).kind == .file
        // One byte more than the size, so that the end is found without growing the buffer.
        var bytes = [UInt8](repeating: 0, count: min(limit, max(Int(found.st_size) + 1, 4096)))
        var count = 0
        while count < limit {
            if count == bytes.count {
                bytes.append(contentsOf: repeatElement(0, count: min(limit - count, bytes.count)))
            }
            let got = try system(.read, self) {
                bytes.withUnsafeMutableBytes { read(file, $0.baseAddress?.advanced(by: count), $0.count - count) }
            }
            count += got
            // A file that gives as much as it holds has no more; one that grows meanwhile gives more.
            if got == 0 || isFile && count == Int(found.st_size) { break }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    /// Writes a new file. Nothing may be at this path, not even a symbolic link.
    ///
    /// - Throws: `FileSystemError`; the file may then exist in part.
    public func writeNew(_ content: [UInt8]) throws(FileSystemError) {
        let file = try opened(for: .write, O_WRONLY | O_CREAT | O_EXCL)
        defer { close(file) }
        var written = 0
        while written < content.count {
            written += try system(.write, self) {
                content.withUnsafeBytes { write(file, $0.baseAddress?.advanced(by: written), $0.count - written) }
            }
        }
    }

    /// Waits until the file or folder has reached the disk, so that a power failure cannot undo it.
    ///
    /// - Throws: `FileSystemError`. A file system that cannot do that for a folder is no error.
    public func flush() throws(FileSystemError) {
        let file = try opened(for: .flush, O_RDONLY)
        defer { close(file) }
        do {
            try system(.flush, self) { fsync(file) }
        } catch {
            if error.code != EINVAL && error.code != ENOTSUP { throw error }
        }
    }

    private func opened(for attempt: FileSystemError.Attempt, _ flags: Int32) throws(FileSystemError) -> Int32 {
        try system(attempt, self) { open(string, flags | O_CLOEXEC, 0o666) }
    }
}

extension [UInt8] {
    /// Whether these are the bytes of a text. The system compares them, many at a time.
    public func spell(_ text: String) -> Bool {
        var text = text
        return withUnsafeBytes { own in
            text.withUTF8 { other in
                // No bytes have no address.
                guard own.count == other.count, let own = own.baseAddress, let address = other.baseAddress else {
                    return own.isEmpty && other.isEmpty
                }
                return memcmp(own, address, other.count) == 0
            }
        }
    }
}
