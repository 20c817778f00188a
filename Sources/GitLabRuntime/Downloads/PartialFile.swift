// A file that is being written under another name until it is whole.

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

/// A hidden file beside a file, renamed to it by ``finish()``. If it is released before, it is removed, or kept to be
/// resumed.
final class PartialFile {
    /// An error of the system.
    struct Failure: Error, CustomStringConvertible {
        let code: Int32
        var description: String { String(cString: strerror(code)) }
    }

    /// The bytes that it holds.
    private(set) var length: Int64 = 0
    private let path: String
    private let partialPath: String
    private let descriptor: Int32
    /// Whether it stays when it is released and not empty.
    private var isKept: Bool
    private var isFinished = false

    /// Creates the hidden file.
    convenience init(for path: String) throws(Failure) {
        let number = String(UInt64.random(in: .min ... .max), radix: 36)
        // Without the name of the file, so that it is never too long.
        let partialPath = Self.folder(of: path) + ".gitlab-download-\(number).part"
        let descriptor = open(partialPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, Self.permissions(of: path))
        guard descriptor >= 0 else { throw Failure(code: errno) }
        self.init(path: path, partialPath: partialPath, descriptor: descriptor, isKept: false)
    }

    /// Opens the hidden file that was kept under this key, or creates it, and removes those that were kept for the same
    /// file under other keys. nil if it is being written already, by this process or another one, or if something else
    /// than a file has its name.
    convenience init?(for path: String, keptAs key: String) throws(Failure) {
        let folder = Self.folder(of: path)
        let family = ".gitlab-download-\(Self.digest(String(path.dropFirst(folder.count))))-"
        let name = "\(family)\(Self.digest("\(key) \(Self.bootID)")).part"
        let partialPath = folder + name
        // Without O_NONBLOCK, opening a pipe would wait for its reader.
        let flags = O_WRONLY | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW
        let descriptor = open(partialPath, flags, Self.permissions(of: path))
        guard descriptor >= 0 else {
            if [ENXIO, ELOOP, EISDIR].contains(errno) { return nil }
            throw Failure(code: errno)
        }
        var status = stat()
        let end = lseek(descriptor, 0, SEEK_END)
        // The lock may have come too late, on a file that has got its final name meanwhile: then it has none.
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, fstat(descriptor, &status) == 0, status.st_nlink == 1,
            status.st_mode & S_IFMT == S_IFREG, end >= 0,
            Self.isSame(status, partialPath)
        else {
            close(descriptor)
            return nil
        }
        self.init(path: path, partialPath: partialPath, descriptor: descriptor, isKept: true)
        length = Int64(end)
        Self.removeOthers(of: family, in: folder, but: name)
    }

    private init(path: String, partialPath: String, descriptor: Int32, isKept: Bool) {
        self.path = path
        self.partialPath = partialPath
        self.descriptor = descriptor
        self.isKept = isKept
    }

    deinit {
        guard !isFinished else { return }
        if !isKept || length == 0 { unlink(partialPath) }
        close(descriptor)
    }

    func write(_ bytes: [UInt8]) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Failure(code: errno) }
            length += Int64(count)
            rest = rest.dropFirst(count)
        }
    }

    /// Empties it.
    func clear() throws(Failure) {
        guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else { throw Failure(code: errno) }
        length = 0
    }

    /// Marks it to be removed when it is released.
    func discard() {
        isKept = false
    }

    /// Gives the file its name. The content is on the disk by then, so that not even a power failure leaves a file of
    /// that name without it.
    func finish() throws(Failure) {
        // The umask may have taken some, and the file to replace may have changed since.
        if let permissions = Self.existingPermissions(of: path) { fchmod(descriptor, permissions) }
        guard fsync(descriptor) == 0, rename(partialPath, path) == 0 else { throw Failure(code: errno) }
        isFinished = true
        close(descriptor)
    }
}

// MARK: - Kept files

extension PartialFile {
    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }

    /// Returns the permissions of the file that is replaced; nil if there is none.
    private static func existingPermissions(of path: String) -> mode_t? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return status.st_mode & 0o777
    }

    /// Returns the permissions to create the hidden file with: never more than the file that it replaces has.
    private static func permissions(of path: String) -> mode_t {
        existingPermissions(of: path) ?? 0o666
    }

    /// Returns a short name for a long one (FNV-1a).
    private static func digest(_ text: String) -> String {
        let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return String(hash, radix: 36)
    }

    /// Changes when the system is started. Data written before a power failure may have its length and not its content,
    /// so it is not resumed after it. Empty where the system does not say.
    private static let bootID: String = {
        let file = URL(fileURLWithPath: "/proc/sys/kernel/random/boot_id")
        return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    }()

    /// Returns whether the path still names the open file.
    private static func isSame(_ status: stat, _ path: String) -> Bool {
        var named = stat()
        return lstat(path, &named) == 0 && named.st_ino == status.st_ino && named.st_dev == status.st_dev
    }

    private static func removeOthers(of family: String, in folder: String, but name: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        for other in names where other.hasPrefix(family) && other != name {
            let descriptor = open(folder + other, O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
            guard descriptor >= 0 else { continue }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { unlink(folder + other) }
            close(descriptor)
        }
    }
}

/// Calls the system's `write`, which the method of the same name shadows.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
