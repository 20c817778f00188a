// Where the bytes of a body wait that were received and not read yet.

import Foundation

/// The bytes of a body that were received and not read yet. One thread uses it at a time.
protocol BodyBuffer: AnyObject {
    /// Whether ``take()`` returns all bytes at once.
    var isTakenWhole: Bool { get }

    var isEmpty: Bool { get }

    /// - Throws: if it cannot hold them all; it may hold some of them then.
    func append(_ data: Data) throws

    /// Removes bytes, and returns them: some of them, if there are any.
    func take() throws -> [UInt8]

    /// Frees everything.
    func close()
}

/// Bytes in memory. Those of the whole body are counted: one that is longer than the limit ends with
/// ``ResponseBody/TooLong``.
final class MemoryBuffer: BodyBuffer {
    private let limit: Int
    private var bytes: [UInt8] = []
    private var received = 0

    init(upTo limit: Int) {
        self.limit = limit
    }

    var isTakenWhole: Bool { true }

    var isEmpty: Bool { bytes.isEmpty }

    func append(_ data: Data) throws {
        bytes.append(data.prefix(limit - received), growingUpTo: limit)
        guard data.count <= limit - received else { throw ResponseBody.TooLong(limit: limit) }
        received += data.count
    }

    func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }

    func close() { bytes = [] }
}
