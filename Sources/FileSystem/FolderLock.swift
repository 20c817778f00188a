// Locking a folder for one run at a time.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// An advisory lock on a folder. It leaves no trace, and ends with the process that holds it, however that ends.
public struct FolderLock: Sendable {
    /// The kinds of locks.
    public enum Kind: Sendable, Hashable {
        /// Writers only: any number may read at a time.
        case reading
        /// Everybody.
        case writing
    }

    /// The folder that is locked; what it holds is not locked by itself.
    public let folder: Path
    public let kind: Kind
    /// How long to wait for others, in seconds.
    public let timeout: Int

    public init(_ folder: Path, for kind: Kind, timeout: Int = 20) {
        self.folder = folder
        self.kind = kind
        self.timeout = timeout
    }

    /// Runs a closure while the folder is locked.
    ///
    /// Where the file system has no locks, it runs without one.
    ///
    /// - Throws: errors of `body`; `FileSystemError` if the folder cannot be opened, or is still locked by another
    ///   process at the timeout (`meansLocked`).
    public func hold<Result>(_ body: () throws -> Result) throws -> Result {
        let descriptor = try acquire()
        defer { close(descriptor) }
        return try body()
    }

    /// Opens and locks the folder; again if another one took its place meanwhile, since that one is not locked.
    private func acquire() throws(FileSystemError) -> Int32 {
        while true {
            let descriptor = try system(.lock, folder) { open(folder.string, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
            do {
                try wait(for: descriptor)
                if try isStillThere(descriptor) { return descriptor }
            } catch {
                close(descriptor)
                throw error
            }
            close(descriptor)
        }
    }

    private func wait(for descriptor: Int32) throws(FileSystemError) {
        let operation = kind == .writing ? LOCK_EX : LOCK_SH
        let pause: UInt32 = 10_000  // microseconds
        for _ in 0...timeout * 100 {
            do {
                try system(.lock, folder) { flock(descriptor, operation | LOCK_NB) }
                return
            } catch {
                if [ENOTSUP, EOPNOTSUPP, ENOLCK, EBADF, EINVAL, ENOSYS].contains(error.code) { return }
                if error.code != EWOULDBLOCK { throw error }
            }
            usleep(pause)
        }
        throw FileSystemError(.lock, folder.string, code: EWOULDBLOCK)
    }

    private func isStillThere(_ descriptor: Int32) throws(FileSystemError) -> Bool {
        var locked = stat()
        var present = stat()
        try system(.lock, folder) { fstat(descriptor, &locked) }
        guard stat(folder.string, &present) == 0 else { throw FileSystemError(.lock, folder.string, code: errno) }
        return FileStatus(locked).isSameFile(as: FileStatus(present))
    }
}
