// A file that is being written under another name until it is whole.

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#elseif canImport(Darwin)
import Darwin
#endif

/// A hidden neighbour of a file, renamed to it by ``finish()``, removed if it is let go of before.
final class PartialFile {
    /// What the system said.
    struct Failure: Error, CustomStringConvertible {
        let code: Int32
        var description: String { String(cString: strerror(code)) }
    }

    private let path: String
    private let partialPath: String
    private let descriptor: Int32
    private var isFinished = false

    /// Creates the neighbour.
    init(for path: String) throws(Failure) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let number = String(UInt64.random(in: .min ... .max), radix: 36)
        // Not made of the name of the file, so that it is not too long where that is not.
        let partialPath = folder + ".gitlab-download-\(number).part"
        let descriptor = open(partialPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Failure(code: errno) }
        self.path = path
        self.partialPath = partialPath
        self.descriptor = descriptor
    }

    deinit {
        guard !isFinished else { return }
        close(descriptor)
        unlink(partialPath)
    }

    func write(_ bytes: [UInt8]) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Failure(code: errno) }
            rest = rest.dropFirst(count)
        }
    }

    /// Gives the file its name. The content is on the disk by then, so that not even a power failure leaves a file of
    /// that name without it.
    func finish() throws(Failure) {
        guard fsync(descriptor) == 0, rename(partialPath, path) == 0 else { throw Failure(code: errno) }
        isFinished = true
        close(descriptor)
    }
}

/// The system's `write`, which the method of the same name hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
