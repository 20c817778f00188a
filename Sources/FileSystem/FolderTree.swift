// Listing what is in a folder and below it.

#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif

/// The content of a folder, at any depth, when it was listed. Symbolic links are listed and not followed.
public struct FolderTree: Sendable {
    /// Something below the folder.
    public struct Entry: Sendable, Hashable {
        public let path: RelativePath
        public let status: FileStatus
    }

    /// Everything but folders, sorted by path.
    public let files: [Entry]
    /// The folders below the folder, sorted by path, so that each stands after the one that holds it.
    public let folders: [Entry]

    /// Lists a folder.
    ///
    /// - Parameter leavingOut: returns whether to leave out an entry; a folder with its content.
    /// - Throws: `FileSystemError` if a folder cannot be read, or holds a name that is not UTF-8.
    public init(
        of root: Path, leavingOut: (RelativePath) -> Bool = { _ in false }
    ) throws(FileSystemError) {
        var files: [Entry] = []
        var folders: [Entry] = []
        var waiting: [RelativePath?] = [nil]
        while let folder = waiting.popLast() {
            let folderPath = folder.map { root.appending($0) } ?? root
            for name in try folderPath.names() {
                let path = RelativePath(listed: folder.map { $0.string + "/" + name } ?? name)
                // Nil if it was removed since: then it is not in the folder.
                guard !leavingOut(path), let status = try root.appending(path).status() else { continue }
                if status.kind == .folder {
                    folders.append(Entry(path: path, status: status))
                    waiting.append(path)
                } else {
                    files.append(Entry(path: path, status: status))
                }
            }
        }
        self.files = files.sorted { $0.path < $1.path }
        self.folders = folders.sorted { $0.path < $1.path }
    }
}

extension Path {
    /// The names in this folder, in no particular order, without `.` and `..`.
    ///
    /// - Throws: `FileSystemError`, also for a symbolic link to a folder, which could lead anywhere, and for a name that
    ///   is not UTF-8, since it could not be spelled to open it.
    public func names() throws(FileSystemError) -> [String] {
        let descriptor = try system(.list, self) { open(string, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
        guard let folder = fdopendir(descriptor) else {
            let code = errno
            close(descriptor)
            throw FileSystemError(.list, string, code: code)
        }
        defer { closedir(folder) }
        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(folder) else {
                if errno == 0 { return names }
                throw FileSystemError(.list, string, code: errno)
            }
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(validating: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard let name else { throw FileSystemError(.list, string, code: EILSEQ) }
            if name != "." && name != ".." { names.append(name) }
        }
    }
}
