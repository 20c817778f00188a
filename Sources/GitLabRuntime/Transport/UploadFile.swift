// A body laid down in a temporary file, for URLSession to send it from there.

import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Android)
import Android
#endif

/// A temporary file that holds a whole body. URLSession opens it by its name, so it has one until ``forgetName()``; it
/// is gone when it is let go of.
final class UploadFile: Sendable {
    let url: URL

    /// Writes the body.
    ///
    /// - Throws: what reading the body throws; `POSIXError` if the file can not be written; `CancellationError`.
    init(_ body: OpenedRequestBody) async throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("gitlab-\(UUID().uuidString)")
        let descriptor = open(url.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failure() }
        defer { close(descriptor) }
        for try await chunk in body {
            try Self.write(chunk, to: descriptor)
            TransportActivity.current?.goesOn()
        }
    }

    deinit { forgetName() }

    /// Takes the name away. Who has the file open can go on reading it.
    func forgetName() {
        unlink(url.path)
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        try bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { throw failure() }
                rest = rest.dropFirst(count)
            }
        }
    }

    private static func failure() -> POSIXError {
        POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
}

/// The system's `write`, which the method of the same name hides.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
