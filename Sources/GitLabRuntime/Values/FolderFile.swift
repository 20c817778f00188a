// The files of a folder, for a commit of many files.

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

/// A file below a folder of this machine, for a commit of many files.
///
/// ```swift
/// let site = try FolderFile.all(in: URL(fileURLWithPath: "site"))
/// let actions = site.map { file in
///     CommitAction(action: .create, filePath: "public/" + file.path) { $0.content = file.content }
/// }
/// try await gitlab.commits.create("group/project", actions: actions, branch: "pages", commitMessage: "Publish")
/// ```
///
/// The contents are read while the commit is sent, and are not in memory as a whole. A file that can be run needs a second
/// action, `chmod`. GitLab accepts commits of up to 300 MB by default, and limits those above 20 MB to 3 in 30 seconds.
///
/// Source: <https://docs.gitlab.com/api/commits/#create-a-commit>
public struct FolderFile: Sendable, Hashable {
    /// The path below the folder, with `/` between its parts.
    public let path: String

    /// Where the file is.
    public let url: URL

    /// Its length in bytes, when the folder was read.
    public let length: Int64

    /// Whether its owner may run it.
    public let isExecutable: Bool

    /// Content to send.
    public var content: FileContent { .file(at: url) }

    /// Returns the files of a folder and of all folders in it, sorted by path.
    ///
    /// A folder `.git` is left out, whose paths GitLab rejects. A commit of the API cannot hold symbolic links and other
    /// special files, so one that is not left out by `isIncluded` throws.
    ///
    /// - Parameters:
    ///   - folder: a file URL.
    ///   - maximumFiles: the most files.
    ///   - maximumLength: the most bytes of all files together.
    ///   - isIncluded: Returns whether a path is included; that of a folder ends in `/`, and with it goes all that it holds.
    /// - Throws: ``GitLabError`` of kind ``GitLabError/Kind/file`` that names the path: if the folder cannot be read, holds
    ///   a special file, or exceeds a limit.
    public static func all(
        in folder: URL,
        maximumFiles: Int = 10_000,
        maximumLength: Int64 = 300 * 1_024 * 1_024,
        where isIncluded: (_ path: String) -> Bool = { _ in true }
    ) throws -> [FolderFile] {
        var walk = FolderWalk(maximumFiles: maximumFiles, maximumLength: maximumLength)
        try walk.read(folder, below: "", depth: 0, isIncluded)
        return walk.files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
}

/// A walk through a folder.
private struct FolderWalk {
    let maximumFiles: Int
    let maximumLength: Int64
    var files: [FolderFile] = []
    private var length: Int64 = 0

    private static let maximumDepth = 100

    init(maximumFiles: Int, maximumLength: Int64) {
        self.maximumFiles = maximumFiles
        self.maximumLength = maximumLength
    }

    mutating func read(_ folder: URL, below prefix: String, depth: Int, _ isIncluded: (String) -> Bool) throws {
        guard depth < Self.maximumDepth else { throw Self.failure(folder.path, "is too deep") }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        } catch {
            throw Self.failure(folder.path, "cannot be read as a folder", error)
        }
        for name in names where name != ".git" {
            let (path, url) = (prefix + name, folder.appendingPathComponent(name))
            var status = stat()
            guard lstat(url.path, &status) == 0 else {
                throw Self.failure(url.path, "cannot be read: \(String(cString: strerror(errno)))")
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR:
                if isIncluded(path + "/") { try read(url, below: path + "/", depth: depth + 1, isIncluded) }
            case S_IFREG:
                if isIncluded(path) { try add(path, url, status) }
            default:
                guard !isIncluded(path) else {
                    throw Self.failure(url.path, "is no regular file, and a commit of the API cannot hold it")
                }
            }
        }
    }

    private mutating func add(_ path: String, _ url: URL, _ status: stat) throws {
        // A sparse file can have a length that overflows the sum.
        guard files.count < maximumFiles, Int64(status.st_size) <= maximumLength - length else {
            throw Self.failure(
                url.path, "exceeds the limit of \(maximumFiles) files and \(maximumLength) bytes in one commit")
        }
        length += Int64(status.st_size)
        files.append(
            FolderFile(
                path: path, url: url, length: Int64(status.st_size), isExecutable: status.st_mode & S_IXUSR != 0))
    }

    private static func failure(_ path: String, _ reason: String, _ cause: (any Error)? = nil) -> GitLabError {
        GitLabError(kind: .file, message: "\(path) \(reason)", underlying: cause)
    }
}

extension FolderFile: CustomStringConvertible {
    /// The path, and the length in bytes.
    public var description: String { "\(path) (\(length) bytes)" }
}
