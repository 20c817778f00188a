// Making, linking, moving and removing what is in folders.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

extension Path {
    /// Makes a folder. Its container must exist, itself it must not.
    ///
    /// - Throws: `FileSystemError`
    public func makeFolder() throws(FileSystemError) {
        try system(.makeFolder, self) { mkdir(string, 0o777) }
    }

    /// Makes sure that there is a folder at this path, with the folders on the way to it.
    ///
    /// - Throws: `FileSystemError`, also if something else is in the way.
    public func makeFolders() throws(FileSystemError) {
        do {
            try makeFolder()
        } catch {
            switch error.code {
            case ENOENT where parent != self:
                try parent.makeFolders()
                try makeFolders()
            case EEXIST:
                var found = stat()
                try system(.makeFolder, self) { stat(string, &found) }
                if FileStatus(found).kind != .folder { throw error }
            default:
                throw error
            }
        }
    }

    /// Links the file at this path to a second one. Of a symbolic link, the link itself.
    ///
    /// - Throws: `FileSystemError`, also if something is at the other path.
    public func link(to other: Path) throws(FileSystemError) {
        try system(.link(to: other.string), self) { linkat(AT_FDCWD, string, AT_FDCWD, other.string, 0) }
    }

    /// Moves what is at this path to another one in one step. A file there is replaced.
    ///
    /// - Throws: `FileSystemError`
    public func rename(to other: Path) throws(FileSystemError) {
        #if canImport(Darwin)
        try system(.rename(to: other.string), self) { Darwin.rename(string, other.string) }
        #elseif canImport(Musl)
        try system(.rename(to: other.string), self) { Musl.rename(string, other.string) }
        #else
        try system(.rename(to: other.string), self) { Glibc.rename(string, other.string) }
        #endif
    }

    /// Puts a file with this content at this path in one step. Permissions and owner of a file there are kept.
    ///
    /// - Parameter flushing: whether to wait until it has reached the disk, so that a power failure leaves one of both.
    /// - Throws: `FileSystemError`; the file then is as it was.
    public func replaceFile(with content: [UInt8], flushing: Bool = true) throws(FileSystemError) {
        let staged = parent.appending(".\(lastComponent).gitlab-codegen")
        if try staged.status() != nil { try staged.removeFile() }
        try staged.writeNew(content)
        if let status = try status() { try staged.adopt(status) }
        if flushing { try staged.flush() }
        try staged.rename(to: self)
    }

    /// Removes the file or symbolic link at this path.
    ///
    /// - Throws: `FileSystemError`, also if there is none.
    public func removeFile() throws(FileSystemError) {
        try system(.remove, self) { unlink(string) }
    }

    /// Removes the folder at this path, which must be empty.
    ///
    /// - Throws: `FileSystemError`
    public func removeEmptyFolder() throws(FileSystemError) {
        try system(.remove, self) { rmdir(string) }
    }

    /// Removes the folder at this path with all that is in it. Symbolic links are removed, not followed.
    ///
    /// - Throws: `FileSystemError`
    public func removeTree() throws(FileSystemError) {
        let tree = try FolderTree(of: self)
        for file in tree.files { try appending(file.path).removeFile() }
        for folder in tree.folders.reversed() { try appending(folder.path).removeEmptyFolder() }
        try removeEmptyFolder()
    }
}
