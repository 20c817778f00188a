// The status of a file, without opening it.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The kind of something on the disk.
public enum FileKind: Sendable, Hashable {
    case file
    case folder
    case symbolicLink
    /// A pipe, a socket or a device.
    case special
}

/// The status of a file; of a symbolic link, that of the link itself.
public struct FileStatus: Sendable, Hashable {
    /// A point in time as the file system keeps it, since 1970.
    public struct Time: Sendable, Hashable {
        public let seconds: Int
        public let nanoseconds: Int

        public init(seconds: Int, nanoseconds: Int) {
            self.seconds = seconds
            self.nanoseconds = nanoseconds
        }
    }

    public let kind: FileKind
    /// The device and the number, which identify a file.
    public let device: UInt64
    public let inode: UInt64
    /// The number of names of the file.
    public let links: UInt64
    /// In bytes.
    public let size: Int
    /// The permission bits, with set-user-id and its kin, without the kind.
    public let permissions: UInt32
    public let owner: UInt32
    public let group: UInt32
    /// When the content was last written.
    public let modified: Time

    /// Whether both are one and the same file under two names.
    public func isSameFile(as other: FileStatus) -> Bool {
        device == other.device && inode == other.inode
    }

    init(_ system: stat) {
        switch system.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        case S_IFLNK: kind = .symbolicLink
        default: kind = .special
        }
        device = UInt64(truncatingIfNeeded: system.st_dev)
        inode = UInt64(system.st_ino)
        links = UInt64(system.st_nlink)
        size = Int(system.st_size)
        permissions = UInt32(system.st_mode & 0o7777)
        owner = system.st_uid
        group = system.st_gid
        #if canImport(Darwin)
        let time = system.st_mtimespec
        #else
        let time = system.st_mtim
        #endif
        modified = Time(seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
    }
}

extension Path {
    /// Returns the status of this path, without following a symbolic link at its end; nil if there is nothing.
    ///
    /// - Throws: `FileSystemError` if the system does not allow it.
    public func status() throws(FileSystemError) -> FileStatus? {
        var found = stat()
        do {
            try system(.inspect, self) { lstat(string, &found) }
        } catch {
            if error.code == ENOENT || error.code == ENOTDIR { return nil }
            throw error
        }
        return FileStatus(found)
    }

    /// This path without symbolic links, `.` and `..`, absolute; nil if there is nothing at it.
    ///
    /// - Throws: `FileSystemError` if the system does not allow it.
    public func resolved() throws(FileSystemError) -> Path? {
        guard let resolved = realpath(string, nil) else {
            let code = errno
            if code == ENOENT || code == ENOTDIR { return nil }
            throw FileSystemError(.resolve, string, code: code)
        }
        defer { free(resolved) }
        return Path(String(cString: resolved))
    }

    /// Sets the permissions at this path to those of something else, and its owner and group if that is allowed.
    ///
    /// - Throws: `FileSystemError` if the permissions cannot be set. An owner that cannot be set is no error: only the
    ///   superuser can give files away.
    public func adopt(_ model: FileStatus) throws(FileSystemError) {
        guard let current = try status() else { throw FileSystemError(.changeAttributes, string, code: ENOENT) }
        if current.owner != model.owner || current.group != model.group {
            // The result is looked at below: the permissions are set again where this call changed them.
            _ = lchown(string, model.owner, model.group)
        }
        if try status()?.permissions != model.permissions { try setPermissions(model.permissions) }
    }

    /// Sets who may do what with the file or folder.
    ///
    /// - Parameter permissions: the permission bits, 0o755 for example.
    /// - Throws: `FileSystemError`
    public func setPermissions(_ permissions: UInt32) throws(FileSystemError) {
        try system(.changeAttributes, self) { chmod(string, mode_t(permissions)) }
    }
}
