// A body that is received into a temporary file and read from there at the same time.

import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// A temporary file without a name, written at its end and read from its beginning: content that was received and not
/// read yet waits on disk and not in memory. The system frees it once both sides have released it, whatever happens to
/// the process.
final class DownloadedFile: @unchecked Sendable {
    private enum Ending {
        case whole
        case failed(any Error)
    }

    // Guards all that follows.
    private let lock = NSLock()
    /// nil once it is closed.
    private var descriptor: Int32?
    private var written: Int64 = 0
    private var read: Int64 = 0
    /// How it ended; nil while more may come.
    private var ending: Ending?
    /// The reader, while it waits for more.
    private var waiting: CheckedContinuation<Void, Never>?
    /// The closure to call if the reader is gone before the end.
    private var abandoned: (@Sendable () -> Void)?

    private static let chunkLength = 128 * 1_024

    /// Creates the file, and removes its name.
    init() throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("gitlab-\(UUID().uuidString)").path
        let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure() }
        unlink(path)
        self.descriptor = descriptor
    }

    deinit {
        if let descriptor { close(descriptor) }
    }

    /// Returns the body that is read from the file. It is made once.
    ///
    /// - Parameter abandoned: is called if it is released, or its reading is cancelled, before all of it has come.
    func body(abandoned: @escaping @Sendable () -> Void) -> ResponseBody {
        lock.withLock { self.abandoned = abandoned }
        return ResponseBody(Chunks(reader: Reader(file: self)))
    }

    private static func failure() -> POSIXError {
        POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
}

// MARK: - Writing

extension DownloadedFile {
    /// Adds received bytes. Nothing is written once the reader is gone.
    func write(_ data: Data) throws {
        let reader = try lock.withLock { () -> CheckedContinuation<Void, Never>? in
            guard let descriptor else { return nil }
            try data.withUnsafeBytes { bytes in
                var rest = bytes[...]
                while !rest.isEmpty {
                    let start = UnsafeRawBufferPointer(rebasing: rest).baseAddress
                    let count = pwrite(descriptor, start, rest.count, off_t(written))
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else { throw Self.failure() }
                    written += Int64(count)
                    rest = rest.dropFirst(count)
                }
            }
            return takeWaiting()
        }
        reader?.resume()
    }

    /// Ends the file. The reader gets the received bytes before it gets the error.
    func finish(throwing error: (any Error)? = nil) {
        let reader = lock.withLock {
            if ending == nil { ending = error.map(Ending.failed) ?? .whole }
            abandoned = nil
            return takeWaiting()
        }
        reader?.resume()
    }

    private func takeWaiting() -> CheckedContinuation<Void, Never>? {
        defer { waiting = nil }
        return waiting
    }
}

// MARK: - Reading

extension DownloadedFile {
    private struct Chunks: AsyncSequence {
        let reader: Reader

        func makeAsyncIterator() -> Iterator { Iterator(reader: reader) }

        struct Iterator: AsyncIteratorProtocol {
            let reader: Reader

            func next() async throws -> [UInt8]? { try await reader.next() }
        }
    }

    /// Ends the file when it is released.
    private final class Reader: Sendable {
        private let file: DownloadedFile

        init(file: DownloadedFile) { self.file = file }

        deinit { file.abandon() }

        func next() async throws -> [UInt8]? {
            do {
                while true {
                    try Task.checkCancellation()
                    switch try file.readChunk() {
                    case .chunk(let chunk):
                        return chunk
                    case .ended:
                        file.abandon()
                        return nil
                    case .later:
                        await file.more()
                    }
                }
            } catch {
                file.abandon()
                throw error
            }
        }
    }

    private enum Found {
        case chunk([UInt8])
        case ended
        case later
    }

    private func readChunk() throws -> Found {
        try lock.withLock { () -> Found in
            guard let descriptor else { return .ended }
            let chunk = try [UInt8](unsafeUninitializedCapacity: Self.chunkLength) { buffer, count in
                var result = 0
                repeat {
                    result = pread(descriptor, buffer.baseAddress, buffer.count, off_t(read))
                } while result < 0 && errno == EINTR
                guard result >= 0 else { throw Self.failure() }
                count = result
            }
            read += Int64(chunk.count)
            if !chunk.isEmpty { return .chunk(chunk) }
            switch ending {
            case .failed(let error): throw error
            case .whole: return .ended
            case nil: return .later
            }
        }
    }

    /// Waits until there may be more to read, or the task is cancelled.
    private func more() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { reader in
                let recordProgress = lock.withLock {
                    guard written == read, ending == nil, !Task.isCancelled else { return true }
                    waiting = reader
                    return false
                }
                if recordProgress { reader.resume() }
            }
        } onCancel: {
            lock.withLock { takeWaiting() }?.resume()
        }
    }

    /// Closes the file, which has no reader.
    private func abandon() {
        let tell = lock.withLock {
            if let descriptor { close(descriptor) }
            descriptor = nil
            defer { abandoned = nil }
            return abandoned
        }
        tell?()
    }
}
